// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/commands/commands.h"
#include "cli/usage_words.h"
#include "hall/base/bytes.h"
#include "hall/base/default_database.h"
#include "hall/base/version.h"
#include "hall/text/chosen_language.h"

namespace {

using namespace linli::cli;

constexpr std::array add_commands = {add_setup_commands, add_content_commands,   add_counter_commands,
                                     add_call_commands,  add_ticket_commands,    add_device_commands,
                                     add_care_commands,  add_notice_commands,    add_installer_commands,
                                     add_staff_commands, add_attachment_commands};

}  // namespace

int main(int count, char** words) {
    linli::start_crypto();
    Session session;
    session.database = linli::default_database();
    session.language = linli::language_from(count, words);

    CLI::App app(session.t("cli.help.about"), "linli");
    app.set_version_flag("--version", std::string("linli ") + linli::linli_version());
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
        // Help and version come this way as well.
        if (problem.get_exit_code() == 0) return app.exit(problem);
        return static_cast<int>(explain_usage(session, app, problem));
    }
    return static_cast<int>(chosen());
}
