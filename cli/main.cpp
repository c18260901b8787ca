// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/commands/commands.h"
#include "hall/base/bytes.h"
#include "hall/base/default_database.h"

namespace {

using namespace linli::cli;

constexpr std::array add_commands = {add_setup_commands,    add_counter_commands, add_call_commands,
                                     add_ticket_commands,   add_device_commands,  add_care_commands,
                                     add_installer_commands};

/// The language is needed before the other options are read: help texts are in it.
std::string language_from(int count, char** words) {
    constexpr std::string_view option = "--language";
    for (int i = 1; i < count; ++i) {
        std::string_view word = words[i];
        if (word == option && i + 1 < count)
            word = words[i + 1];
        else if (word.starts_with("--language="))
            word.remove_prefix(option.size() + 1);
        else
            continue;
        if (word == "en" || word == "zh-CN") return std::string(word);
    }
    return default_language();
}

}  // namespace

int main(int count, char** words) {
    linli::start_crypto();
    Session session;
    session.database = linli::default_database();
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
