// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "district/phone/ticket_lookup.h"
#include "district/routes.h"
#include "hall/base/embedded.h"

namespace linli::district {
namespace {

web::Response page(int status, std::string html) {
    return web::Response{status, "text/html; charset=utf-8", std::move(html), {}};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

}  // namespace

web::Response show_ticket_page(const BoxCall& call) {
    const web::Request& request = call.request;
    if (!call.district.page_limit.allows(request.remote_address))
        return web::problem(429, "too_many", "too many pages were asked for from this address")
            .with("Retry-After", "5");
    const auto asked = request.query.find("lang");
    const std::string language =
        page_language(request.header("accept-language"), asked == request.query.end() ? "" : asked->second);
    const std::string key = lower(request.parameters.at("key"));
    const auto found = look_up_ticket(call.connection, key, call.now_ms);
    if (!found) return answer(found.error());
    if (!*found) return page(404, no_ticket_page(language));
    return page(200, ticket_page((*found)->ticket, language, "/t/" + key, (*found)->zone, call.now_ms));
}

std::vector<web::PageRoute> phone_pages() {
    return {{"/ticket.css", [](const web::Request&) {
                 return web::Response{
                     200, "text/css; charset=utf-8", std::string(embedded_file("assets/theme/ticket_page.css")), {}};
             }}};
}

}  // namespace linli::district
