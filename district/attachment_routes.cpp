// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "district/boxes/attachments.h"
#include "district/routes.h"

namespace linli::district {
namespace {

web::Response answer_of(const BoxResult<sync::AttachmentState>& result) {
    if (!result) return answer(result.error());
    return *result ? answer(sync::written(**result)) : answer(result->error());
}

}  // namespace

web::Response take_announcement(const BoxCall& call) {
    const auto head = sync::read_attachment_head(call.request.body.dump());
    if (!head) return answer(head.error());
    return answer_of(announce_attachment(call.connection, call.sender.hall_id, *head, call.now_ms));
}

web::Response take_part(const BoxCall& call) {
    const std::string& digits = call.request.query.at("offset");  // the interface's document has bounded it
    std::int64_t offset = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), offset);
    return answer_of(take_attachment_part(call.connection, call.sender.hall_id, call.request.parameters.at("digest"),
                                          offset, call.request.raw, call.now_ms));
}

}  // namespace linli::district
