// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/media_type.h"

#include <algorithm>
#include <array>

namespace linli::wire {
namespace {

struct Kind {
    std::string_view media_type, begin;
};
constexpr std::array kinds = {Kind{"image/png", "\x89PNG\r\n\x1a\n"}, Kind{"image/jpeg", "\xff\xd8\xff"},
                              Kind{"application/pdf", "%PDF-"}};

}  // namespace

std::string_view media_type_of(std::string_view first_bytes) {
    const auto* const found =
        std::ranges::find_if(kinds, [&](const Kind& kind) { return first_bytes.starts_with(kind.begin); });
    return found == kinds.end() ? std::string_view() : found->media_type;
}

bool is_attachment_type(std::string_view media_type) {
    return std::ranges::find(kinds, media_type, &Kind::media_type) != kinds.end();
}

}  // namespace linli::wire
