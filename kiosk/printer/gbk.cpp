// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/gbk.h"

#include <iconv.h>

#include <memory>
#include <type_traits>

namespace linli::kiosk {

std::optional<std::string> gbk_of(std::string_view utf8) {
    struct End {
        void operator()(iconv_t converter) const { ::iconv_close(converter); }
    };
    // Each thread has its own: a converter is not to be shared.
    thread_local const std::unique_ptr<std::remove_pointer_t<iconv_t>, End> converter(::iconv_open("GBK", "UTF-8"));
    constexpr auto refused = static_cast<std::size_t>(-1);
    if (reinterpret_cast<std::size_t>(converter.get()) == refused) return std::nullopt;
    ::iconv(converter.get(), nullptr, nullptr, nullptr, nullptr);
    std::string from(utf8), to(2 * utf8.size(), '\0');
    char* in = from.data();
    char* out = to.data();
    std::size_t in_left = from.size(), out_left = to.size();
    if (::iconv(converter.get(), &in, &in_left, &out, &out_left) != 0) return std::nullopt;
    to.resize(to.size() - out_left);
    return to;
}

}  // namespace linli::kiosk
