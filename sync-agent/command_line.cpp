// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "hall/base/version.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"

namespace linli::agent {
namespace {

constexpr int kilobytes_max = 1'000'000;
constexpr std::int64_t kilobyte = 1'000;
constexpr int wait_seconds_max = 86'400;

class Words {
public:
    explicit Words(const std::string& language) : texts_(Catalogue::embedded(language)) {}
    std::string help(const char* what) const { return texts_.text(std::string("sync.help.") + what); }
    std::string text(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const {
        return texts_.text(key, arguments);
    }

private:
    const Catalogue& texts_;
};

void add_commands(CLI::App& app, const Words& words, CommandLine& order) {
    const auto command = [&](const char* name, Command meant) {
        CLI::App* const added = app.add_subcommand(name, words.help(name));
        added->callback([&order, meant] { order.command = meant; });
        return added;
    };
    command("run", Command::run);
    command("once", Command::once);
    CLI::App* const enrol = command("enrol", Command::enrol);
    enrol->add_option("pairing", order.pairing, words.help("pairing"))->required();
    enrol->add_option("--wait", order.wait_seconds, words.help("wait"))->check(CLI::Range(0, wait_seconds_max));
    command("leave", Command::leave)->add_flag("--yes", order.certain, words.help("yes"));
    command("status", Command::status);
}

}  // namespace

std::optional<CommandLine> read_command_line(int count, char** words, Exit& exit) {
    CommandLine order;
    order.language = language_from(count, words);
    const Words texts(order.language);
    CLI::App app(texts.help("about"), "linli-sync");
    app.set_help_flag("-h,--help", texts.help("help"));
    app.set_version_flag("--version", std::string(linli_version()), texts.help("version"));
    app.add_option("--database", order.database, texts.help("database"))->capture_default_str();
    app.add_option("--language", order.language, texts.help("language"))->check(CLI::IsMember({"zh-CN", "en"}));
    app.add_flag_callback(
        "--json", [&] { order.form = Form::json; }, texts.help("json"));
    app.add_option("--proxy", order.limits.proxy, texts.help("proxy"));
    int kilobytes = 0;
    app.add_option("--kilobytes-per-second", kilobytes, texts.help("kilobytes_per_second"))
        ->check(CLI::Range(1, kilobytes_max));
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(texts.help("exit_codes"));
    add_commands(app, texts, order);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& ended) {
        if (ended.get_exit_code() == 0) {
            exit = Exit::done;
            app.exit(ended);
        } else {
            // What was typed may be half a pairing string: it is not said again.
            fmt::print(stderr, "{}\n", texts.text("sync.usage", {{"what", ended.get_name()}}));
            exit = Exit::usage;
        }
        return std::nullopt;
    }
    order.limits.bytes_per_second = kilobytes * kilobyte;
    return order;
}

void wipe_pairing(int count, char** words) {
    constexpr std::string_view begin = "linli1:";
    for (int i = 1; i < count; ++i)
        if (std::string_view(words[i]).starts_with(begin)) std::memset(words[i], '*', std::strlen(words[i]));
}

}  // namespace linli::agent
