// SPDX-License-Identifier: Apache-2.0
#include "console/routes.h"

#include <array>

#include "console/access.h"
#include "hall/base/bytes.h"

namespace linli::console {
namespace {

struct Row {
    const char* operation;
    web::Lane lane;
    Answer answer;
};
using web::Lane;
constexpr std::array table = {
    Row{"session", Lane::work, session},
    Row{"sign_in", Lane::slow, sign_in},
    Row{"sign_out", Lane::work, sign_out},
    Row{"stay", Lane::work, stay},
    Row{"unlock", Lane::slow, unlock},
    Row{"change_password", Lane::slow, change_password},
    Row{"save_settings", Lane::work, save_settings},
    Row{"content", Lane::work, content},
    Row{"hall", Lane::work, hall},
    Row{"open_counter", Lane::work, open_counter},
    Row{"close_counter", Lane::work, close_counter},
    Row{"order", Lane::work, order},
    Row{"take_number", Lane::work, take_number},
    Row{"ticket", Lane::work, ticket},
    Row{"care_for_ticket", Lane::work, care_for_ticket},
    Row{"history", Lane::work, history},
    Row{"figures", Lane::slow, figures},
    Row{"set_issuing", Lane::work, set_issuing},
    Row{"pause_matter", Lane::work, pause_matter},
    Row{"set_message", Lane::work, set_message},
    Row{"end_help", Lane::work, end_help},
    Row{"device_settings", Lane::work, device_settings},
    Row{"save_device_setting", Lane::work, save_device_setting},
    Row{"test_device", Lane::waiting, test_device},
    Row{"district", Lane::work, district},
    Row{"staff", Lane::work, staff},
    Row{"add_staff", Lane::slow, add_staff},
    Row{"change_staff", Lane::work, change_staff},
    Row{"reset_staff", Lane::slow, reset_staff},
    Row{"journal", Lane::slow, journal},
    Row{"check_journal", Lane::slow, check_journal},
};

}  // namespace

std::vector<web::Route> routes(Console& console) {
    std::vector<web::Route> routes;
    // Out of memory, so that the door's page stands even while the records cannot be used.
    routes.push_back(
        {"front", Lane::network, [&console](const web::Request&) { return web::json(200, console.front()); }});
    for (const Row& row : table) routes.push_back({row.operation, row.lane, handler(console, row.answer)});
    return routes;
}

std::vector<web::StreamRoute> stream_routes(Console& console) {
    return {{"events", console.events, [&console](const web::Request& request) {
                 const auto session = session_of(console.sessions, request);
                 return session ? hex(session->key) : std::string();
             }}};
}

}  // namespace linli::console
