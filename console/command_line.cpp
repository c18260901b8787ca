// SPDX-License-Identifier: Apache-2.0
#include "console/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "hall/base/version.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"

namespace linli::console {
namespace {

/// Installed as bin/linli-console and share/linli/console, and built likewise (build/dev/console, build/dev/share).
std::filesystem::path pages_beside_program() {
    std::error_code fault;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
    return program.parent_path().parent_path() / "share" / "linli" / "console";
}

}  // namespace

std::optional<CommandLine> read_command_line(int count, char** words, Exit& exit) {
    CommandLine order;
    const Catalogue& texts = Catalogue::embedded(language_from(count, words));
    const auto help = [&](const char* option) { return texts.text(std::string("console.help.") + option); };
    CLI::App app(help("about"), "linli-console");
    app.set_help_flag("-h,--help", help("help"));
    app.set_version_flag("--version", std::string(linli_version()), help("version"));
    app.add_option("--database", order.database, help("database"))->capture_default_str();
    app.add_option("--listen", order.listen, help("listen"));
    app.add_option("--port", order.port, help("port"))->capture_default_str();
    app.add_option("--local-port", order.local_port, help("local_port"))->capture_default_str();
    app.add_flag("--local-only", order.local_only, help("local_only"));
    app.add_option("--name", order.names, help("name"));
    app.add_option("--certificates", order.certificates, help("certificates"));
    app.add_option("--pages", order.pages, help("pages"));
    app.add_flag("--fingerprint", order.fingerprint, help("fingerprint"));
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& ended) {
        exit = app.exit(ended) == 0 ? Exit::done : Exit::usage;
        return std::nullopt;
    }
    if (order.certificates.empty()) order.certificates = order.database.parent_path() / "certificates";
    if (order.pages.empty()) order.pages = pages_beside_program();
    return order;
}

}  // namespace linli::console
