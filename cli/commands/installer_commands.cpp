// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "hall/acts/setup_code.h"

namespace linli::cli {
namespace {

Exit setup_code(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto code = make_setup_code(*hall);
    if (!code) return session.failed(code.error());
    if (session.form == Form::json) {
        const nlohmann::ordered_json json = {{"code", *code}, {"valid_seconds", setup_code_valid_ms / 1000}};
        session.say(json.dump());
    } else {
        session.say(session.t("cli.setup_code.made", {{"code", *code}}));
    }
    return Exit::done;
}

}  // namespace

void add_installer_commands(CLI::App& app, Session& session, Chosen& chosen) {
    add_command(app, chosen, "setup-code", session.t("cli.help.setup_code"),
                [&session] { return setup_code(session); });
}

}  // namespace linli::cli
