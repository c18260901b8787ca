// SPDX-License-Identifier: Apache-2.0
#include "console/answers.h"
#include "console/routes.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/show_staff.h"
#include "hall/acts/sign_in.h"
#include "hall/acts/staff_sessions.h"
#include "hall/base/bytes.h"
#include "hall/staff/role.h"
#include "hall/staff/staff_session.h"

namespace linli::console {
namespace {

web::CookieSafety safety(const web::Request& request) {
    return request.is_secure ? web::CookieSafety::secure : web::CookieSafety::clear;
}

Json settings_json(const StaffSettings& settings) {
    return {
        {"language", settings.language}, {"single_keys", settings.single_keys}, {"larger_text", settings.larger_text}};
}

/// The shape Session.
web::Response session_answer(const Call& call, const web::Session& session, const StaffMember& member,
                             std::string_view token, const std::vector<int>& counters_refused = {}) {
    const auto counters = counters_of(call.hall, member.account);
    if (!counters) return answer(counters.error());
    return answer(Json{{"account", member.account},
                       {"name", member.name},
                       {"role", name_of(member.role)},
                       {"csrf", csrf_token(token)},
                       {"locked", session.locked},
                       {"must_change_password", member.must_change_password},
                       {"counters", *counters},
                       {"counters_refused", counters_refused},
                       {"idle_ms_max", session_idle_ms_max},
                       {"settings", settings_json(member.settings)}});
}

web::Session in_memory(const std::string& key, const StaffMember& member) {
    return {.key = key,
            .account = member.account,
            .name = member.name,
            .role = name_of(member.role),
            .must_change_password = member.must_change_password};
}

std::string_view token_of(const Call& call) { return call.request.cookie(web::session_cookie_name); }

}  // namespace

web::Response session(const Call& call) {
    const auto member = show_staff(call.hall, call.who.account);
    if (!member) return answer(member.error());
    if (!*member) return web::problem(401, "not_signed_in", "the account is no longer there");
    return session_answer(call, call.who, **member, token_of(call));
}

web::Response sign_in(const Call& call) {
    const auto& body = call.request.body;
    const auto signed_in =
        linli::sign_in(call.hall, body.at("account").get<std::string>(), body.at("password").get<std::string>());
    if (!signed_in) return answer(signed_in.error());
    if (!*signed_in) return answer_account((*signed_in).error());
    const SignedIn& in = **signed_in;
    // Who was signed in here before is so no longer: this browser has one session.
    if (!call.who.key.empty()) {
        call.console.sessions.end(call.who.key);
        if (const auto out = linli::sign_out(call.hall, call.who.key); !out) return answer(out.error());
        call.console.events->close_session(hex(call.who.key), "session", R"({"state":"ended"})");
    }
    const web::Session session = in_memory(in.session.key, in.member);
    call.console.sessions.put(session);

    std::vector<int> refused;
    if (!in.member.must_change_password && may(in.member.role, Right::desk)) {
        const ActingAs acting(call.hall, Actor{staff_actor(in.member.account)});
        for (const int counter : body.at("counters").get<std::vector<int>>()) {
            const auto held = hold_counter(call.hall, counter, {in.member.account, in.member.name}, TakeOver::no);
            if (!held) return answer(held.error());
            if (!*held) refused.push_back(counter);
        }
    }
    return session_answer(call, session, in.member, in.token, refused)
        .with("Set-Cookie", web::session_cookie(in.token, safety(call.request)));
}

web::Response sign_out(const Call& call) {
    if (const auto freed = release_counters_of(call.hall, call.who.account, LetGo::sign_out); !freed)
        return answer(freed.error());
    const auto out = linli::sign_out(call.hall, call.who.key);
    if (!out) return answer(out.error());
    call.console.sessions.end(call.who.key);
    call.console.events->close_session(hex(call.who.key), "session", R"({"state":"ended"})");
    return web::no_content().with("Set-Cookie", web::forgotten_session_cookie(safety(call.request)));
}

web::Response stay(const Call& call) {
    call.console.sessions.touch(call.who.key);
    return web::no_content();
}

web::Response unlock(const Call& call) {
    const auto member = unlock_session(call.hall, call.who.key, call.request.body.at("password").get<std::string>());
    if (!member) return answer(member.error());
    if (!*member) return answer_account((*member).error());
    const web::Session session = in_memory(call.who.key, **member);
    call.console.sessions.put(session);
    return session_answer(call, session, **member, token_of(call));
}

web::Response change_password(const Call& call) {
    const auto& body = call.request.body;
    const auto member = linli::change_password(
        call.hall, {call.who.key, body.at("old").get<std::string>(), body.at("new").get<std::string>()});
    if (!member) return answer(member.error());
    if (!*member) return answer_account((*member).error());
    const web::Session session = in_memory(call.who.key, **member);
    call.console.sessions.put(session);
    return session_answer(call, session, **member, token_of(call));
}

web::Response save_settings(const Call& call) {
    const auto& body = call.request.body;
    const StaffSettings settings{.language = body.at("language").get<std::string>(),
                                 .single_keys = body.at("single_keys").get<bool>(),
                                 .larger_text = body.at("larger_text").get<bool>()};
    const auto member = save_staff_settings(call.hall, call.who.account, settings);
    if (!member) return answer(member.error());
    if (!*member) return answer((*member).error());
    return session_answer(call, call.who, **member, token_of(call));
}

}  // namespace linli::console
