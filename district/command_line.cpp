// SPDX-License-Identifier: Apache-2.0
#include "district/command_line.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "hall/base/version.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"

namespace linli::district {
namespace {

/// $LINLI_DISTRICT_DATA, else /var/lib/linli-district for root, else below $XDG_STATE_HOME or ~/.local/state.
std::filesystem::path default_data() {
    if (const char* const data = std::getenv("LINLI_DISTRICT_DATA")) return data;
    if (geteuid() == 0) return "/var/lib/linli-district";
    if (const char* const state = std::getenv("XDG_STATE_HOME")) return std::filesystem::path(state) / "linli-district";
    const char* const home = std::getenv("HOME");
    return std::filesystem::path(home ? home : ".") / ".local/state/linli-district";
}

/// Adds the options and commands to the program's description.
class Description {
public:
    Description(CLI::App& app, Order& order) : app_(app), order_(order) {}

    void describe() {
        common();
        serve();
        halls();
        watching();
        sending();
        attachments();
    }

private:
    std::string help(std::string_view name) const {
        return Catalogue::embedded(order_.language).text(std::string("district.help.") + std::string(name));
    }
    CLI::App* command(CLI::App& under, const std::string& name, const std::string& help_name) {
        CLI::App* const made = under.add_subcommand(name, help(help_name));
        const std::string words = under.get_parent() ? under.get_name() + " " + name : name;
        made->callback([this, words] {
            if (order_.command.empty()) order_.command = words;
        });
        return made;
    }
    CLI::App* group(const std::string& name) {
        CLI::App* const made = app_.add_subcommand(name, help(name));
        made->require_subcommand(1);
        return made;
    }

    void common() {
        app_.add_option("--data", order_.data, help("data"))->capture_default_str();
        app_.add_option("--postgres", order_.place.conninfo, help("postgres"));
        app_.add_option("--language", order_.language, help("language"))->check(CLI::IsMember({"zh-CN", "en"}));
        app_.add_flag_callback(
            "--json", [this] { order_.form = Form::json; }, help("json"));
    }
    void serve() {
        CLI::App* const serve = command(app_, "serve", "serve");
        ServeOrder& order = order_.serve;
        serve->add_option("--listen", order.listen, help("listen"));
        serve->add_option("--port", order.port, help("port"))->capture_default_str();
        serve->add_option("--local-port", order.local_port, help("local_port"))->capture_default_str();
        serve->add_flag_callback(
            "--local-only", [&order] { order.reach = Reach::this_machine; }, help("local_only"));
        serve->add_flag_callback(
            "--behind-proxy",
            [&order] {
                order.reach = Reach::this_machine;
                order.proxy = BehindProxy::yes;
            },
            help("behind_proxy"));
        serve->add_option("--name", order.names, help("name"));
        serve->add_option("--address", order.address, help("address"));
        serve->add_option("--pin", order.pin, help("pin"));
        serve->add_option("--pages-address", order.pages_address, help("pages_address"));
    }
    void code_options(CLI::App& of) {
        of.add_flag_callback(
            "--approve", [this] { order_.approval = Approval::given; }, help("approve"));
        of.add_flag_callback(
            "--qr", [this] { order_.code = Order::Code::shown; }, help("qr"));
        of.add_option("--days", order_.days, help("days"))->check(CLI::Range(1, 7))->capture_default_str();
        of.add_option("--address", order_.serve.address, help("address"));
    }
    void halls() {
        CLI::App* const hall = group("hall");
        CLI::App* const add = command(*hall, "add", "hall_add");
        add->add_option("name", order_.name, help("hall_name"))->required();
        add->add_option("--time-zone", order_.time_zone, help("time_zone"))->capture_default_str();
        code_options(*add);
        command(*hall, "list", "hall_list");
        for (const std::string name : {"approve", "refuse", "revoke"}) {
            CLI::App* const decide = command(*hall, name, "hall_" + name);
            decide->add_option("hall", order_.hall, help("which_hall"))->required();
            if (name != "revoke") decide->add_option("--fingerprint", order_.fingerprint, help("fingerprint"));
        }
        CLI::App* const code = command(app_, "code", "code");
        code->add_option("hall", order_.hall, help("which_hall"))->required();
        code_options(*code);
    }
    void watching() {
        CLI::App* const alarm = group("alarm");
        command(*alarm, "list", "alarm_list")
            ->add_flag_callback(
                "--all", [this] { order_.which = WhichAlarms::all; }, help("all_alarms"));
        command(*alarm, "close", "alarm_close")->add_option("id", order_.id, help("alarm_id"))->required();
        CLI::App* const quarantine = group("quarantine");
        command(*quarantine, "list", "quarantine_list")->add_option("--hall", order_.hall, help("which_hall"));
        CLI::App* const show = command(*quarantine, "show", "quarantine_show");
        show->add_option("hall", order_.hall, help("which_hall"))->required();
        show->add_option("seq", order_.seq, help("seq"))->required();
        CLI::App* const figures = command(app_, "figures", "figures");
        figures->add_option("--date", order_.date, help("date"));
        figures->add_option("--time-zone", order_.time_zone, help("time_zone"))->capture_default_str();
        command(*group("incarnation"), "new", "incarnation_new");
    }
    void sending() {
        CLI::App* const send = command(*group("command"), "send", "command_send");
        send->add_option("hall", order_.hall, help("which_hall"))->required();
        send->add_option("kind", order_.kind, help("command_kind"))
            ->required()
            ->check(CLI::IsMember({"message.set", "message.clear", "token.rotate", "program.restart"}));
        send->add_option("--zh", order_.zh, help("zh"));
        send->add_option("--en", order_.en, help("en"));
        send->add_option("--minutes", order_.minutes, help("minutes"))->check(CLI::Range(1, 10'080));
        send->add_option("--program", order_.program, help("program"));
    }

    void attachments() {
        CLI::App* const attachment = group("attachment");
        command(*attachment, "list", "attachment_list")->add_option("--hall", order_.hall, help("which_hall"));
        CLI::App* const get = command(*attachment, "get", "attachment_get");
        get->add_option("hall", order_.hall, help("which_hall"))->required();
        get->add_option("digest", order_.digest, help("attachment_digest"))->required();
        get->add_option("--out", order_.out, help("attachment_out"))->required();
    }

    CLI::App& app_;
    Order& order_;
};

}  // namespace

std::optional<Order> read_command_line(int count, char** words, Exit& exit) {
    Order order;
    order.data = default_data();
    order.language = language_from(count, words);
    if (const char* const conninfo = std::getenv("LINLI_DISTRICT_POSTGRES")) order.place.conninfo = conninfo;
    const Catalogue& texts = Catalogue::embedded(order.language);
    CLI::App app(texts.text("district.help.about"), "linli-district");
    app.set_help_flag("-h,--help", texts.text("district.help.help"));
    app.set_version_flag("--version", std::string("linli-district ") + linli_version(),
                         texts.text("district.help.version"));
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(texts.text("cli.help.exit_codes"));
    Description(app, order).describe();
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& ended) {
        exit = app.exit(ended) == 0 ? Exit::done : Exit::usage;
        return std::nullopt;
    }
    order.place.file = order.data / "district.db";
    return order;
}

}  // namespace linli::district
