// SPDX-License-Identifier: Apache-2.0
#include "console/access.h"

#include <array>

#include "hall/base/bytes.h"
#include "hall/staff/role.h"
#include "hall/staff/staff_session.h"

namespace linli::console {
namespace {

/// How far a session must be for an access that names no right.
enum class Stage { nobody, locked, first_password, signed_in };

struct Access {
    std::string_view name;
    Stage stage;
    std::optional<Right> right{};
};
// Every x-access that console/openapi.yaml knows.
constexpr std::array table = {
    Access{"anyone", Stage::nobody},
    Access{"locked", Stage::locked},
    Access{"first_password", Stage::first_password},
    Access{"signed_in", Stage::signed_in},
    Access{"desk", Stage::signed_in, Right::desk},
    Access{"device_test", Stage::signed_in, Right::device_test},
    Access{"system", Stage::signed_in, Right::system},
    Access{"security", Stage::signed_in, Right::security},
    Access{"accounts", Stage::signed_in, Right::accounts},
    Access{"audit", Stage::signed_in, Right::audit},
};

bool changes_something(const web::Request& request) { return request.method != "GET" && request.method != "HEAD"; }

web::Response forbidden() { return web::problem(403, "forbidden", "this role may not do that"); }

}  // namespace

std::optional<web::Session> session_of(const web::Sessions& sessions, const web::Request& request) {
    const std::string_view token = request.cookie(web::session_cookie_name);
    if (token.empty()) return std::nullopt;
    return sessions.find(session_key(token));
}

std::optional<web::Response> check_access(web::Sessions& sessions, const web::Request& request,
                                          const std::string& access) {
    const Access* rule = nullptr;
    for (const Access& row : table)
        if (row.name == access) rule = &row;
    if (!rule) return forbidden();  // a word that nobody knows opens nothing
    if (rule->stage == Stage::nobody) return std::nullopt;

    const auto session = session_of(sessions, request);
    if (!session) return web::problem(401, "not_signed_in", "no session, or it has ended");
    if (changes_something(request)) {
        const std::string expected = csrf_token(request.cookie(web::session_cookie_name));
        if (!equal_secretly(request.header("x-linli-csrf"), expected))
            return web::problem(403, "csrf", "the header X-Linli-Csrf does not carry this session's token");
    }
    if (rule->stage == Stage::locked) return std::nullopt;
    if (session->locked)
        return web::problem(401, "locked", "nobody was here for ten minutes; unlock with the password");
    if (rule->stage == Stage::first_password) return std::nullopt;
    if (session->must_change_password)
        return web::problem(403, "must_change_password", "a first password must be changed before anything else");
    if (rule->right && !may(role_named(session->role).value_or(Role::none), *rule->right)) return forbidden();
    if (changes_something(request)) sessions.touch(session->key);
    return std::nullopt;
}

}  // namespace linli::console
