// SPDX-License-Identifier: Apache-2.0
#include "cli/usage_words.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace linli::cli {
namespace {

/// "linli device set": as much as was understood.
std::string understood(const CLI::App& app) {
    std::string words = app.get_name();
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty()) {
        at = at->get_subcommands().front();
        words += " " + at->get_name();
    }
    return words;
}

std::string what_is_wrong(const Session& session, const CLI::App& app, const CLI::ParseError& problem) {
    // One word only: an identity number that was typed after a wrong option is nobody's business.
    if (const auto left = app.remaining(true); !left.empty())
        return session.t("cli.usage.unknown_word", {{"word", left.front()}});
    const std::string_view detail = problem.what();
    constexpr std::string_view required = " is required";
    if (problem.get_name() != "RequiredError" || !detail.ends_with(required))
        return session.t("cli.usage.other", {{"detail", std::string(detail)}});
    const std::string missing(detail.substr(0, detail.size() - required.size()));
    if (missing == "A subcommand") return session.t("cli.usage.no_command");
    return session.t("cli.usage.missing", {{"what", missing}});
}

}  // namespace

Exit explain_usage(const Session& session, const CLI::App& app, const CLI::ParseError& problem) {
    fmt::print(stderr, "{}\n{}\n", what_is_wrong(session, app, problem),
               session.t("cli.usage.see", {{"command", understood(app)}}));
    return Exit::usage;
}

}  // namespace linli::cli
