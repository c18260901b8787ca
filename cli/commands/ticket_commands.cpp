// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "hall/acts/give_back.h"
#include "hall/acts/reprint_slip.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "hall/text/matter_search.h"
#include "hall/wire/view_json.h"

namespace linli::cli {
namespace {

struct Arguments {
    TakeNumber take;
    bool person_from_input = false;
    std::string code;
    std::string check_code;
    std::string reason;
    std::string query;
    std::string place = "kiosk";
};

Exit report_view(Session& session, const ActResult<TicketView>& result) {
    const auto text = [&](const TicketView& view) {
        std::string lines = session.line_of(view.ticket);
        lines += "\n" + session.t("cli.ticket.check_code", {{"check_code", view.ticket.check_code}});
        if (!stands_in_line(view.ticket.state)) return lines;
        lines += "\n" + session.t("cli.ticket.ahead", {{"ahead", std::to_string(view.people_ahead)}});
        if (view.wait)
            lines += "\n" + session.t("cli.ticket.wait", {{"low", std::to_string(view.wait->low_minutes)},
                                                          {"high", std::to_string(view.wait->high_minutes)}});
        else
            lines += "\n" + session.t("cli.ticket.no_counter");
        return lines;
    };
    return session.report<TicketView>(result, text, [](const TicketView& view) { return wire::to_json(view); });
}

Exit take(Session& session, Arguments& arguments) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    if (arguments.person_from_input) {
        std::string number;
        std::getline(std::cin, number);
        arguments.take.person = number.substr(0, 64);
    }
    if (arguments.take.idempotency_key.empty()) arguments.take.idempotency_key = new_uuid(session.clock().wall_ms());
    return report_view(session, take_number(*hall, arguments.take));
}

Exit find_matters(Session& session, const Arguments& arguments) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto content = hall->content();
    if (!content) return session.failed(content.error());
    std::vector<const Matter*> found;
    if (arguments.query.empty())
        for (const Matter& matter : (*content)->matters) found.push_back(&matter);
    else
        for (const auto& hit : MatterSearch(**content).find(arguments.query, 20))
            if (const Matter* matter = (*content)->matter(hit.matter)) found.push_back(matter);

    auto listed = nlohmann::ordered_json::array();
    for (const Matter* matter : found) {
        const std::string line(1, matter->line), name = session.matter_name(matter->id);
        listed.push_back({{"line", line}, {"id", matter->id}, {"name", name}});
        if (session.form == Form::text) session.say(fmt::format("{}  {}  {}", line, matter->id, name));
    }
    if (session.form == Form::json) session.say(listed.dump());
    return found.empty() ? Exit::refused : Exit::done;
}

Exit print_again(Session& session, const Arguments& arguments) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto text = [&](const PrintJob& job) {
        return session.t("cli.slip_asked",
                         {{"code", arguments.code}, {"copy", std::to_string(job.copy)}, {"place", job.place}});
    };
    return session.report<PrintJob>(reprint_slip(*hall, arguments.code, arguments.place), text,
                                    [](const PrintJob& job) { return wire::to_json(job); });
}

template <class Act>
Exit on_ticket(Session& session, const char* key, Act act) {
    Hall* hall = session.hall();
    return hall ? session.report_ticket(act(*hall), key) : Exit::failed;
}

void add_take(CLI::App& group, Session& session, Chosen& chosen, const std::shared_ptr<Arguments>& given) {
    CLI::App* command = add_command(group, chosen, "take", session.t("cli.help.ticket_take"),
                                    [&session, given] { return take(session, *given); });
    command->add_option("matter", given->take.matter, session.t("cli.help.matter"))->required();
    command->add_option("--priority", given->take.priority, session.t("cli.help.priority"));
    command->add_option("--key", given->take.idempotency_key, session.t("cli.help.key"));
    command->add_flag("--person-from-input", given->person_from_input, session.t("cli.help.person"));
}

}  // namespace

void add_ticket_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    CLI::App* group = app.add_subcommand("ticket", session.t("cli.help.ticket"));
    group->require_subcommand(1);
    add_take(*group, session, chosen, given);
    const auto with_code = [&](CLI::App* command) {
        command->add_option("code", given->code, session.t("cli.help.code"))->required();
        return command;
    };
    with_code(add_command(*group, chosen, "show", session.t("cli.help.ticket_show"), [&session, given] {
        Hall* hall = session.hall();
        return hall ? report_view(session, show_ticket(*hall, given->code)) : Exit::failed;
    }));
    with_code(add_command(*group, chosen, "print", session.t("cli.help.print"), [&session, given] {
        return print_again(session, *given);
    }))->add_option("--place", given->place, session.t("cli.help.place"));
    CLI::App* back =
        with_code(add_command(*group, chosen, "give-back", session.t("cli.help.give_back"), [&session, given] {
            return on_ticket(session, "cli.given_back",
                             [&](Hall& hall) { return give_back(hall, given->code, given->check_code); });
        }));
    CLI::App* undo = with_code(
        add_command(*group, chosen, "undo-give-back", session.t("cli.help.undo_give_back"), [&session, given] {
            return on_ticket(session, "cli.restored",
                             [&](Hall& hall) { return undo_give_back(hall, given->code, given->check_code); });
        }));
    for (CLI::App* command : {back, undo})
        command->add_option("--check-code", given->check_code, session.t("cli.help.check_code"))->required();
    with_code(add_command(*group, chosen, "re-join", session.t("cli.help.rejoin"), [&session, given] {
        return on_ticket(session, "cli.rejoined", [&](Hall& hall) { return rejoin(hall, given->code); });
    }));
    with_code(add_command(*group, chosen, "remove-priority", session.t("cli.help.remove_priority"),
                          [&session, given] {
                              return on_ticket(session, "cli.priority_removed", [&](Hall& hall) {
                                  return remove_priority(hall, given->code, given->reason);
                              });
                          }))
        ->add_option("--reason", given->reason, session.t("cli.help.reason"))
        ->required();

    add_command(app, chosen, "matters", session.t("cli.help.matters"), [&session, given] {
        return find_matters(session, *given);
    })->add_option("query", given->query, session.t("cli.help.query"));
}

}  // namespace linli::cli
