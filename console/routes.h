// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "console/console.h"
#include "web/server/route.h"

namespace linli::console {

/// What answers each operation of console/openapi.yaml, by its operationId.
std::vector<web::Route> routes(Console& console);
std::vector<web::StreamRoute> stream_routes(Console& console);

// session_routes.cpp
web::Response session(const Call& call);
web::Response sign_in(const Call& call);
web::Response sign_out(const Call& call);
web::Response stay(const Call& call);
web::Response unlock(const Call& call);
web::Response change_password(const Call& call);
web::Response save_settings(const Call& call);
// desk_routes.cpp
web::Response content(const Call& call);
web::Response hall(const Call& call);
web::Response open_counter(const Call& call);
web::Response close_counter(const Call& call);
web::Response order(const Call& call);
web::Response take_number(const Call& call);
web::Response ticket(const Call& call);
web::Response care_for_ticket(const Call& call);
web::Response history(const Call& call);
web::Response figures(const Call& call);
// control_routes.cpp
web::Response set_issuing(const Call& call);
web::Response pause_matter(const Call& call);
web::Response set_message(const Call& call);
web::Response end_help(const Call& call);
// device_routes.cpp
web::Response device_settings(const Call& call);
web::Response save_device_setting(const Call& call);
web::Response test_device(const Call& call);
// district_routes.cpp
web::Response district(const Call& call);
// staff_routes.cpp
web::Response staff(const Call& call);
web::Response add_staff(const Call& call);
web::Response change_staff(const Call& call);
web::Response reset_staff(const Call& call);
web::Response journal(const Call& call);
web::Response check_journal(const Call& call);

}  // namespace linli::console
