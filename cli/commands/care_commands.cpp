// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/doctor.h"
#include "hall/acts/call_for_help.h"
#include "hall/acts/verify_journal.h"

namespace linli::cli {
namespace {

Exit doctor(Session& session) {
    bool all_good = true;
    auto listed = nlohmann::ordered_json::array();
    for (const Finding& finding : examine(session)) {
        const char* health = finding.health == Health::good      ? "good"
                             : finding.health == Health::warning ? "warning"
                                                                 : "bad";
        all_good = all_good && finding.health != Health::bad;
        // A database that cannot be opened is told by the error's own text, which says what to do.
        const bool is_error = finding.what.starts_with("database.");
        const std::string key = is_error ? "error." + finding.what.substr(9) : "doctor." + finding.what + "." + health;
        const std::string text = session.t(key, {{"detail", finding.detail}, {"database", session.database.string()}});
        listed.push_back({{"what", finding.what}, {"health", health}, {"detail", finding.detail}, {"text", text}});
        if (session.form == Form::text) session.say(session.t(std::string("doctor.mark.") + health) + " " + text);
    }
    if (session.form == Form::json) session.say(listed.dump());
    return all_good ? Exit::done : Exit::failed;
}

Exit verify(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto check = verify_journal(*hall);
    if (!check) return session.failed(check.error());
    if (session.form == Form::json) {
        nlohmann::ordered_json json = {{"entries", check->entries}, {"whole", !check->fault.has_value()}};
        if (check->fault) json["fault"] = *check->fault;
        session.say(json.dump());
    } else if (check->fault) {
        session.say(session.t("cli.journal.broken", {{"fault", *check->fault}}));
    } else {
        session.say(session.t("cli.journal.whole", {{"entries", std::to_string(check->entries)}}));
    }
    return check->fault ? Exit::failed : Exit::done;
}

Exit answer_help(Session& session, const std::string& place) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto ended = end_help_call(*hall, place);
    if (!ended) return session.failed(ended.error());
    session.tell(*ended ? "cli.help_answered" : "cli.no_help_call", {{"place", place}});
    return *ended ? Exit::done : Exit::refused;
}

}  // namespace

void add_care_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto place = std::make_shared<std::string>("kiosk");
    add_command(app, chosen, "answer-help", session.t("cli.help.answer_help"), [&session, place] {
        return answer_help(session, *place);
    })->add_option("place", *place, session.t("cli.help.place"));
    add_command(app, chosen, "doctor", session.t("cli.help.doctor"), [&session] { return doctor(session); });
    add_command(app, chosen, "verify-journal", session.t("cli.help.verify"), [&session] { return verify(session); });
}

}  // namespace linli::cli
