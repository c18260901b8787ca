// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/show_hall.h"
#include "hall/wire/view_json.h"

namespace linli::cli {
namespace {

Exit list_counters(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto status = show_hall(*hall);
    if (!status) return session.failed(status.error());
    if (session.form == Form::json) {
        session.say(wire::to_json(status->counters));
        return Exit::done;
    }
    for (const CounterStatus& counter : status->counters) {
        const char* key = !counter.open     ? "cli.counter.closed"
                          : counter.in_hand ? "cli.counter.busy"
                                            : "cli.counter.free";
        session.say(session.t(key, {{"counter", std::to_string(counter.number)},
                                    {"ticket", counter.in_hand ? session.line_of(*counter.in_hand) : ""},
                                    {"held", std::to_string(counter.held)}}));
    }
    return Exit::done;
}

Exit switch_counter(Session& session, int number, ActResult<int> (*act)(Hall&, int), const char* key) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    return session.report<int>(
        act(*hall, number),
        [&](const int& counter) {
            return session.t(key, {{"counter", std::to_string(counter)}});
        },
        [&](const int& counter) { return fmt::format(R"({{"counter":{},"open":{}}})", counter, act == open_counter); });
}

}  // namespace

void add_counter_commands(CLI::App& app, Session& session, Chosen& chosen) {
    CLI::App* group = app.add_subcommand("counter", session.t("cli.help.counter"));
    group->require_subcommand(1);
    auto number = std::make_shared<int>(0);
    const auto with_number = [&](CLI::App* command) {
        command->add_option("counter", *number, session.t("cli.help.counter_number"))
            ->required()
            ->check(CLI::Range(1, 99));
    };
    with_number(add_command(*group, chosen, "open", session.t("cli.help.counter_open"), [&session, number] {
        return switch_counter(session, *number, open_counter, "cli.counter.opened");
    }));
    with_number(add_command(*group, chosen, "close", session.t("cli.help.counter_close"), [&session, number] {
        return switch_counter(session, *number, close_counter, "cli.counter.is_closed");
    }));
    add_command(*group, chosen, "list", session.t("cli.help.counter_list"),
                [&session] { return list_counters(session); });
}

}  // namespace linli::cli
