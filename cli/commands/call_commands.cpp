// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "hall/acts/call_number.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_devices.h"
#include "hall/acts/show_hall.h"
#include "hall/queue/outcome.h"
#include "hall/wire/view_json.h"

namespace linli::cli {
namespace {

/// What the commands at a counter take from the command line.
struct Arguments {
    int counter = 0;
    std::string code;
    Finish finish;
    HandOver target;
    int target_counter = 0;
    std::string target_matter;
};

using Run = std::function<ActResult<Ticket>(Hall&, const Arguments&)>;

Exit run(Session& session, const Run& act, const Arguments& arguments, const char* key) {
    Hall* hall = session.hall();
    return hall ? session.report_ticket(act(*hall, arguments), key) : Exit::failed;
}

ActResult<Ticket> call(Hall& hall, const Arguments& arguments) {
    return arguments.code.empty() ? call_next(hall, arguments.counter)
                                  : call_ticket(hall, arguments.counter, arguments.code);
}

ActResult<Ticket> hand(Hall& hall, const Arguments& arguments) {
    HandOver target;
    if (arguments.target_counter > 0) target.counter = arguments.target_counter;
    if (!arguments.target_matter.empty()) target.matter = arguments.target_matter;
    return hand_over(hall, arguments.counter, target);
}

Exit show_the_line(Session& session, int counter) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto text = [&](const std::vector<LineEntry>& line) {
        if (line.empty()) return session.t("cli.line.empty");
        std::string lines;
        for (const LineEntry& entry : line)
            lines += (lines.empty() ? "" : "\n") +
                     session.t("cli.line.entry", {{"ticket", session.line_of(entry.ticket)},
                                                  {"minutes", fmt::format("{:.0f}", entry.waited_minutes)}});
        return lines;
    };
    return session.report<std::vector<LineEntry>>(
        show_line(*hall, counter > 0 ? std::optional<int>(counter) : std::nullopt), text,
        [](const std::vector<LineEntry>& line) { return wire::to_json(line); });
}

void show_notices(Session& session, const HallStatus& status) {
    const auto with_reason = [&](const std::string& words, const std::string& reason) {
        return reason.empty() ? words : session.t("cli.status.with_reason", {{"what", words}, {"reason", reason}});
    };
    if (status.issuing)
        session.say(with_reason(session.t(std::string("refusal.") + name_of(status.issuing->why)),
                                status.issuing->reason.value_or("")));
    for (const MatterPause& paused : status.paused_matters)
        session.say(with_reason(session.t("cli.status.paused", {{"matter", session.matter_name(paused.matter)}}),
                                paused.pause.reason));
    if (status.message)
        session.say(session.t("cli.status.message",
                              {{"words", status.message->in(session.language == "en" ? Language::en : Language::zh)}}));
}

Exit show_status(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    auto status = show_hall(*hall);
    if (!status) return session.failed(status.error());
    const auto devices = show_devices(*hall);
    if (!devices) return session.failed(devices.error());
    status->devices = *devices;
    if (session.form == Form::json) {
        session.say(wire::to_json(*status));
        return Exit::done;
    }
    session.say(session.t(
        "cli.status", {{"waiting", std::to_string(status->waiting)}, {"open", std::to_string(status->open_counters)}}));
    if (status->wait)
        session.say(session.t("cli.status.wait", {{"low", std::to_string(status->wait->low_minutes)},
                                                  {"high", std::to_string(status->wait->high_minutes)}}));
    show_notices(session, *status);
    if (status->clock_behind) session.say(session.t("cli.status.clock_behind"));
    if (status->help_called) session.say(session.t("cli.status.help_called"));
    for (const DeviceStatus& device : *devices)
        if (device.health == DeviceHealth::bad || device.health == DeviceHealth::warning)
            session.say(session.line_of(device));
    return Exit::done;
}

}  // namespace

void add_call_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    const auto at_counter = [&](const char* name, const char* help, const char* key, const Run& act) {
        CLI::App* command = add_command(app, chosen, name, session.t(help),
                                        [&session, arguments, act, key] { return run(session, act, *arguments, key); });
        command->add_option("counter", arguments->counter, session.t("cli.help.counter_number"))
            ->required()
            ->check(CLI::Range(1, 99));
        return command;
    };
    at_counter("call", "cli.help.call", "cli.called", call)
        ->add_option("--ticket", arguments->code, session.t("cli.help.call_ticket"));
    at_counter("recall", "cli.help.recall", "cli.recalled",
               [](Hall& hall, const Arguments& given) { return recall(hall, given.counter); });
    at_counter("serve", "cli.help.serve", "cli.serving",
               [](Hall& hall, const Arguments& given) { return serve(hall, given.counter); });
    at_counter("miss", "cli.help.miss", "cli.missed",
               [](Hall& hall, const Arguments& given) { return miss(hall, given.counter); });
    at_counter("hold", "cli.help.hold", "cli.held",
               [](Hall& hall, const Arguments& given) { return hold(hall, given.counter); });
    CLI::App* done = at_counter("finish", "cli.help.finish", "cli.finished", [](Hall& hall, const Arguments& given) {
        return finish(hall, given.counter, given.finish);
    });
    done->add_option("--outcome", arguments->finish.outcome, session.t("cli.help.outcome"))
        ->check(CLI::IsMember(std::vector<std::string>(outcomes.begin(), outcomes.end())));
    done->add_option("--note", arguments->finish.note, session.t("cli.help.note"));
    CLI::App* handed = at_counter("hand-over", "cli.help.hand_over", "cli.handed_over", hand);
    handed->add_option("--to-counter", arguments->target_counter, session.t("cli.help.to_counter"))
        ->check(CLI::Range(1, 99));
    handed->add_option("--to-matter", arguments->target_matter, session.t("cli.help.to_matter"));

    add_command(app, chosen, "line", session.t("cli.help.line"),
                [&session, arguments] { return show_the_line(session, arguments->counter); })
        ->add_option("--counter", arguments->counter, session.t("cli.help.line_counter"))
        ->check(CLI::Range(1, 99));
    add_command(app, chosen, "status", session.t("cli.help.status"), [&session] { return show_status(session); });
}

}  // namespace linli::cli
