// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "district/district.h"
#include "web/server/route.h"

namespace linli::district {

/// Which function answers each operation of openapi.yaml, and in which lane.
std::vector<web::Route> routes(District& district);

/// Asked before a body is read: who shows nothing that could be a token sends none.
std::optional<web::Response> check_access(const web::Request& request, const std::string& access);

web::Response enrol_box(const BoxCall& call);
web::Response renew_box_token(const BoxCall& call);
web::Response tell_stream(const BoxCall& call);
web::Response tell_ranges(const BoxCall& call);
web::Response push_batch(const BoxCall& call);
/// Later, where nothing is there and the box waits.
std::optional<web::Response> pull_feed(const BoxCall& call, const web::LateAnswer& later);
web::Response note_health(const BoxCall& call);
web::Response take_announcement(const BoxCall& call);
web::Response take_part(const BoxCall& call);

/// A number's page for its person's phone, for whoever has the address.
web::Response show_ticket_page(const BoxCall& call);
/// What such pages need besides.
std::vector<web::PageRoute> phone_pages();

}  // namespace linli::district
