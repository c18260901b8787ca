// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/commands.h"
#include "hall/acts/keep_staff.h"
#include "hall/acts/show_staff.h"
#include "hall/wire/staff_json.h"

namespace linli::cli {
namespace {

enum class Switch { as_it_is, on, off };

struct Arguments {
    std::string account;
    std::string name;
    std::string role;
    Switch active = Switch::as_it_is;
};

std::string state_of(const Session& session, Hall& hall, const StaffMember& member) {
    if (!member.active) return session.t("staff.state.off");
    if (member.role == Role::none) return session.t("staff.state.no_role");
    if (member.locked_until_ms)
        return session.t("staff.state.locked", {{"until", hall.zone().at(*member.locked_until_ms).hour_minute()}});
    if (member.must_change_password) return session.t("staff.state.first_password");
    return session.t("staff.state.good");
}

std::string line_of(const Session& session, Hall& hall, const StaffMember& member) {
    return session.t("cli.staff.line", {{"account", member.account},
                                        {"name", member.name},
                                        {"role", session.t(std::string("staff.role.") + name_of(member.role))},
                                        {"state", state_of(session, hall, member)}});
}

// The password stands alone on its line, so that it can be read out and copied.
Exit report_password(const Session& session, const ActResult<FirstPassword>& result, std::string_view key) {
    if (!result) return session.failed(result.error());
    if (!*result) return session.refused(result->error());
    const FirstPassword& first = **result;
    if (session.form == Form::json) {
        session.tell(key, {{"account", first.account}, {"password", first.password}});
        return Exit::done;
    }
    session.say(session.t(key, {{"account", first.account}}));
    session.say(first.password);
    session.say(session.t("cli.staff.shown_once", {{"account", first.account}}));
    return Exit::done;
}

Exit add(Session& session, const Arguments& given) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const AddStaff wanted{given.account, given.name, role_named(given.role).value_or(Role::none)};
    return report_password(session, add_staff(*hall, wanted), "cli.staff.added");
}

Exit reset(Session& session, const Arguments& given) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    return report_password(session, reset_staff(*hall, given.account), "cli.staff.reset");
}

Exit list(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto members = list_staff(*hall);
    if (!members) return session.failed(members.error());
    if (session.form == Form::json) {
        session.say(wire::to_json(*members));
        return Exit::done;
    }
    if (members->empty()) session.say(session.t("cli.staff.none"));
    for (const StaffMember& member : *members) session.say(line_of(session, *hall, member));
    return Exit::done;
}

Exit change(Session& session, const Arguments& given) {
    if (given.name.empty() && given.role.empty() && given.active == Switch::as_it_is)
        return session.misused("cli.staff.nothing_to_change", {});
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    ChangeStaff wanted;
    if (!given.name.empty()) wanted.name = given.name;
    if (!given.role.empty()) wanted.role = role_named(given.role);
    if (given.active != Switch::as_it_is) wanted.active = given.active == Switch::on;
    return session.report<StaffMember>(
        change_staff(*hall, given.account, wanted),
        [&](const StaffMember& member) {
            return session.t("cli.staff.changed", {{"line", line_of(session, *hall, member)}});
        },
        [](const StaffMember& member) { return wire::to_json(member); });
}

}  // namespace

void add_staff_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    const CLI::IsMember a_role({"none", "clerk", "supervisor", "system", "security", "audit"});
    CLI::App* staff = app.add_subcommand("staff", session.t("cli.help.staff"));
    staff->require_subcommand(1);
    const auto with_account = [&](CLI::App* command) {
        command->add_option("account", given->account, session.t("cli.help.staff_account"))->required();
        return command;
    };
    CLI::App* adding = with_account(add_command(*staff, chosen, "add", session.t("cli.help.staff_add"),
                                                [&session, given] { return add(session, *given); }));
    adding->add_option("--name", given->name, session.t("cli.help.staff_name"))->required();
    adding->add_option("--role", given->role, session.t("cli.help.staff_role"))->required()->check(a_role);
    with_account(add_command(*staff, chosen, "reset", session.t("cli.help.staff_reset"),
                             [&session, given] { return reset(session, *given); }));
    add_command(*staff, chosen, "list", session.t("cli.help.staff_list"), [&session] { return list(session); });
    CLI::App* changing = with_account(add_command(*staff, chosen, "change", session.t("cli.help.staff_change"),
                                                  [&session, given] { return change(session, *given); }));
    changing->add_option("--name", given->name, session.t("cli.help.staff_name"));
    changing->add_option("--role", given->role, session.t("cli.help.staff_role"))->check(a_role);
    CLI::Option* on = changing->add_flag_callback(
        "--on", [given] { given->active = Switch::on; }, session.t("cli.help.staff_on"));
    changing
        ->add_flag_callback(
            "--off", [given] { given->active = Switch::off; }, session.t("cli.help.staff_off"))
        ->excludes(on);
}

}  // namespace linli::cli
