// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "console/answers.h"
#include "console/routes.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/keep_staff.h"
#include "hall/acts/read_journal.h"
#include "hall/acts/show_staff.h"
#include "hall/acts/verify_journal.h"

namespace linli::console {
namespace {

Json nothing_or(const std::optional<WallMs>& moment) { return moment ? Json(*moment) : Json(nullptr); }

web::Response staff_answer(const Call& call) {
    const auto members = list_staff(call.hall);
    if (!members) return answer(members.error());
    Json staff = Json::array();
    for (const StaffMember& member : *members) {
        const auto counters = counters_of(call.hall, member.account);
        if (!counters) return answer(counters.error());
        staff.push_back({{"account", member.account},
                         {"name", member.name},
                         {"role", name_of(member.role)},
                         {"active", member.active},
                         {"locked_until_ms", nothing_or(member.locked_until_ms)},
                         {"must_change_password", member.must_change_password},
                         {"last_sign_in_ms", nothing_or(member.last_sign_in_ms)},
                         {"counters", *counters}});
    }
    return answer(Json{{"staff", std::move(staff)}});
}

web::Response first_password_answer(const ActResult<FirstPassword>& made) {
    if (!made) return answer(made.error());
    if (!*made) return answer((*made).error());
    return answer(Json{{"account", (**made).account}, {"password", (**made).password}});
}

/// A change of the list's names and roles is system's, of roles security's: the operation stands open to both.
bool may_change(Role role, const ChangeStaff& wanted) {
    if ((wanted.name || wanted.active) && !may(role, Right::system)) return false;
    return !wanted.role || may(role, Right::security);
}

}  // namespace

web::Response staff(const Call& call) { return staff_answer(call); }

web::Response add_staff(const Call& call) {
    const auto& body = call.request.body;
    return first_password_answer(linli::add_staff(
        call.hall, {.account = body.at("account").get<std::string>(), .name = body.at("name").get<std::string>()}));
}

web::Response change_staff(const Call& call) {
    const auto& body = call.request.body;
    ChangeStaff wanted;
    if (body.contains("name")) wanted.name = body.at("name").get<std::string>();
    if (body.contains("active")) wanted.active = body.at("active").get<bool>();
    if (body.contains("role")) wanted.role = role_named(body.at("role").get<std::string>());
    if (!may_change(role_named(call.who.role).value_or(Role::none), wanted))
        return web::problem(403, "forbidden", "this role may not change that of an account");
    const auto changed = linli::change_staff(call.hall, call.request.parameters.at("account"), wanted);
    if (!changed) return answer(changed.error());
    if (!*changed) return answer((*changed).error());
    return staff_answer(call);
}

web::Response reset_staff(const Call& call) {
    return first_password_answer(linli::reset_staff(call.hall, call.request.parameters.at("account")));
}

web::Response journal(const Call& call) {
    const auto& query = call.request.query;
    const auto word = [&](std::string_view name) {
        const auto found = query.find(name);
        return found == query.end() ? std::string() : found->second;
    };
    ReadJournal wanted{.actor = word("actor"), .kind = word("kind")};
    if (const std::string before = word("before"); !before.empty()) wanted.before_seq = std::stoll(before);
    if (const std::string limit = word("limit"); !limit.empty()) wanted.limit = std::stoi(limit);
    const auto page = read_journal(call.hall, wanted);
    if (!page) return answer(page.error());
    Json entries = Json::array();
    for (const JournalEntry& entry : page->entries) {
        Json body = Json::parse(entry.body, nullptr, false);
        entries.push_back({{"seq", entry.seq},
                           {"wall_ms", entry.wall_ms},
                           {"actor", entry.actor},
                           {"kind", entry.kind},
                           {"subject", entry.subject},
                           {"body", body.is_object() ? std::move(body) : Json::object()}});
    }
    return answer(
        Json{{"newest", page->newest}, {"looked_until", page->looked_until}, {"entries", std::move(entries)}});
}

web::Response check_journal(const Call& call) {
    const auto check = verify_journal(call.hall);
    if (!check) return answer(check.error());
    return answer(Json{{"entries", check->entries},
                       {"gaps", check->gaps},
                       {"fault", check->fault ? Json(*check->fault) : Json(nullptr)}});
}

}  // namespace linli::console
