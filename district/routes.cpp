// SPDX-License-Identifier: Apache-2.0
#include "district/routes.h"

#include "district/boxes/token.h"

namespace linli::district {

std::vector<web::Route> routes(District& district) {
    using web::Lane;
    return {
        {"enrol", Lane::work, stranger_handler(district, enrol_box)},
        {"renew_token", Lane::work, box_handler(district, renew_box_token)},
        {"stream", Lane::work, box_handler(district, tell_stream)},
        {"ranges", Lane::slow, box_handler(district, tell_ranges)},
        {"push", Lane::work, box_handler(district, push_batch)},
        {"pull", Lane::work, {}, late_box_handler(district, pull_feed)},
        {"health", Lane::work, box_handler(district, note_health)},
        // Records go before media here as well.
        {"announce_attachment", Lane::slow, box_handler(district, take_announcement)},
        {"attachment_part", Lane::slow, box_handler(district, take_part)},
        {"ticket_page", Lane::slow, stranger_handler(district, show_ticket_page)},
        // As the code on the paper has it: capitals alone make a smaller one.
        {"ticket_page_scanned", Lane::slow, stranger_handler(district, show_ticket_page)},
    };
}

std::optional<web::Response> check_access(const web::Request& request, const std::string& access) {
    if (access != "box" || !bearer_token(request.header("authorization")).empty()) return std::nullopt;
    return web::problem(401, "token_unknown", "there is no token in the header Authorization")
        .with("WWW-Authenticate", "Bearer");
}

}  // namespace linli::district
