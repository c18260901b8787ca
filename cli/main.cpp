// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/commands/commands.h"
#include "hall/base/bytes.h"

namespace {

using namespace linli::cli;

constexpr std::array add_commands = {add_setup_commands, add_counter_commands, add_call_commands, add_ticket_commands,
                                     add_care_commands};

/// The language is needed before the other options are read: help texts are in it.
std::string language_from(int count, char** words) {
    for (int i = 1; i + 1 < count; ++i)
        if (std::string_view(words[i]) == "--language" && std::string_view(words[i + 1]) == "en") return "en";
    return default_language();
}

}  // namespace

int main(int count, char** words) {
    linli::start_crypto();
    Session session;
    session.database = default_database();
    session.language = language_from(count, words);

    CLI::App app(session.t("cli.help.about"), "linli");
    app.set_version_flag("--version", "linli " LINLI_VERSION);
    app.add_option("--database", session.database, session.t("cli.help.database"))->capture_default_str();
    app.add_option("--language", session.language, session.t("cli.help.language"))
        ->check(CLI::IsMember({"zh-CN", "en"}));
    app.add_flag_callback(
        "--json", [&] { session.form = Form::json; }, session.t("cli.help.json"));
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(session.t("cli.help.exit_codes"));

    Chosen chosen;
    for (const auto add : add_commands) add(app, session, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : static_cast<int>(Exit::usage);
    }
    return static_cast<int>(chosen());
}
