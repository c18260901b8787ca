// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/print_document.h"

#include "hall/acts/act.h"
#include "hall/acts/care_for_device.h"

namespace linli {
namespace {

// Kept in the request's detail until it is taken: "document zh old-age-allowance".
constexpr std::string_view in_chinese = "document zh ", in_english = "document en ";

}  // namespace

ActResult<std::int64_t> print_document(Hall& hall, const PaperOfDocument& wanted) {
    return perform(hall, [&](Act& act) -> ActResult<std::int64_t> {
        if (!act.content().knowledge.has(wanted.id)) return fail(ErrorCode::invalid_input, "no document has this id");
        DeviceStore& devices = act.stores().devices;
        LINLI_TRY_ASSIGN(const auto other,
                         devices.next_request(Device::printer, act.steady_ms() - device_request_ms_max));
        if (other) return Decision<std::int64_t>(refuse(Refusal::slip_under_way));
        const std::string detail = std::string(wanted.language == Language::zh ? in_chinese : in_english) + wanted.id;
        LINLI_TRY_ASSIGN(const std::int64_t row,
                         devices.add_request(Device::printer, detail, act.wall_ms(), act.steady_ms()));
        return Decision<std::int64_t>(row);
    });
}

std::optional<PaperOfDocument> document_wanted(const DeviceRequest& request) {
    for (const auto& [begin, language] : {std::pair(in_chinese, Language::zh), {in_english, Language::en}})
        if (request.detail.starts_with(begin)) return PaperOfDocument{request.detail.substr(begin.size()), language};
    return std::nullopt;
}

}  // namespace linli
