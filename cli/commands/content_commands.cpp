// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/commands/confirm_documents.h"
#include "cli/commands/content_counts.h"
#include "hall/acts/install_content.h"
#include "hall/acts/show_content.h"
#include "hall/base/bytes.h"
#include "hall/content/content_schema.h"
#include "hall/content/read_bundle.h"

namespace linli::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string folder;
    std::string document;
    std::string kind;
    std::vector<std::string> ids;
    std::optional<std::int64_t> version;
    bool installed = false;
};

Exit report_fault(const Session& session, const ContentFault& fault) {
    return session.failed({ErrorCode::invalid_content, fault.text()});
}

std::size_t documents_to_look_up(const HallContent& content) {
    const Knowledge& knowledge = content.knowledge;
    return knowledge.policies.size() + knowledge.not_issued.size() + knowledge.notices.size();
}

Exit check_content(Session& session, const Arguments& given) {
    const auto documents = read_content(given.folder);
    if (!documents) return session.failed(documents.error());
    const auto content = parse_hall_content(*documents);
    if (!content) return report_fault(session, content.error());
    if (const auto fault = check_pictures(*content)) return report_fault(session, *fault);
    session.tell("cli.content.good", {{"matters", std::to_string(content->matters.size())},
                                      {"lines", std::to_string(content->lines.size())},
                                      {"counters", std::to_string(content->counters.size())},
                                      {"documents", std::to_string(documents_to_look_up(*content))},
                                      {"pictures", std::to_string(content->knowledge.pictures.size())}});
    return Exit::done;
}

Exit install(Session& session, const Arguments& given) {
    const auto documents = read_content(given.folder);
    if (!documents) return session.failed(documents.error());
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto installed = install_content(*hall, *documents);
    if (!installed) return session.failed(installed.error());
    if (!*installed) return report_fault(session, installed->error());
    session.tell("cli.content.installed", {{"version", std::to_string(**installed)}});
    return Exit::done;
}

Exit rollback(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto back = rollback_content(*hall);
    if (!back) return session.failed(back.error());
    if (!*back) {
        session.tell("cli.content.none_before", {});
        return Exit::refused;
    }
    session.tell("cli.content.rolled_back", {{"version", std::to_string((*back)->version)},
                                             {"restored", std::to_string((*back)->restored)},
                                             {"left", std::to_string((*back)->left)}});
    return Exit::done;
}

/// What one document says of itself: policies, certificates and notices have a version that their editor counts up.
std::optional<std::int64_t> version_of(const std::string& document) {
    const auto json = nlohmann::json::parse(document, nullptr, false);
    if (!json.is_object() || !json.contains("version") || !json.at("version").is_number_integer()) return std::nullopt;
    return json.at("version").get<std::int64_t>();
}

Json listed(const InstalledContent& content) {
    Json rows = Json::array();
    for (const auto& [name, document] : content.documents) {
        Json row{{"name", name}, {"digest", hex(as_text(blake2b(document)))}, {"bytes", document.size()}};
        if (const auto version = version_of(document)) row["version"] = *version;
        rows.push_back(std::move(row));
    }
    Json list{{"version", content.version}, {"installed_wall_ms", content.installed_ms}};
    if (content.before != 0) list["version_before"] = content.before;
    list["documents"] = std::move(rows);
    return list;
}

Exit show_list(Session& session, Hall& hall, const InstalledContent& content) {
    const Json list = listed(content);
    if (session.form == Form::json) {
        session.say(list.dump());
        return Exit::done;
    }
    constexpr std::size_t shown_digits = 16;
    const LocalTime when = hall.zone().at(content.installed_ms);
    session.say(session.t("cli.content.version", {{"version", std::to_string(content.version)},
                                                  {"date", when.date.text()},
                                                  {"time", when.hour_minute()},
                                                  {"count", std::to_string(content.documents.size())}}));
    for (const Json& row : list.at("documents")) {
        const std::string version = row.contains("version") ? row.at("version").dump() : "-";
        session.say(fmt::format("{:<44} {:>7}  {}  {:>8}", row.at("name").get<std::string>(), version,
                                row.at("digest").get<std::string>().substr(0, shown_digits),
                                row.at("bytes").get<std::size_t>()));
    }
    return Exit::done;
}

Exit show(Session& session, const Arguments& given) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto shown = show_content(*hall, given.version);
    if (!shown) return session.failed(shown.error());
    if (!*shown) {
        session.tell("cli.content.no_version", {{"version", std::to_string(given.version.value_or(0))}});
        return Exit::refused;
    }
    if (given.document.empty()) return show_list(session, *hall, **shown);
    const auto found = (*shown)->documents.find(given.document);
    if (found == (*shown)->documents.end()) {
        session.tell("cli.content.no_document", {{"document", given.document}});
        return Exit::refused;
    }
    // As it is: a document is JSON in either form, and a picture's file its bytes.
    fmt::print("{}", found->second);
    return Exit::done;
}

Exit export_content(Session& session, const Arguments& given) {
    ContentDocuments documents = embedded_content();
    if (given.installed) {
        Hall* hall = session.hall();
        if (!hall) return Exit::failed;
        auto shown = show_content(*hall);
        if (!shown) return session.failed(shown.error());
        if (*shown) documents = std::move((*shown)->documents);
    }
    std::error_code problem;
    std::filesystem::create_directories(given.folder, problem);
    auto written = Json::array();
    for (const auto& [name, document] : documents) {
        const auto path = std::filesystem::path(given.folder) / name;
        std::filesystem::create_directories(path.parent_path(), problem);
        std::ofstream file(path, std::ios::binary);
        file << document;
        if (!file.flush()) return session.failed({ErrorCode::io, "writing " + path.string() + " failed"});
        written.push_back(path.string());
        if (session.form == Form::text) session.say(path.string());
    }
    if (session.form == Form::json) session.say(written.dump());
    return Exit::done;
}

Exit schema(Session& session, const Arguments& given) {
    const std::string_view text = content_schema(given.kind);
    if (!text.empty()) {
        fmt::print("{}", text);
        return Exit::done;
    }
    std::string kinds;
    for (const ContentKind& kind : content_kinds) kinds += (kinds.empty() ? "" : ", ") + std::string(kind.name);
    return session.misused("cli.content.no_kind", {{"kind", given.kind}, {"kinds", kinds}});
}

}  // namespace

void add_content_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    CLI::App* content = app.add_subcommand("content", session.t("cli.help.content"));
    content->require_subcommand(1);
    const auto add = [&](const char* name, const std::string& help, const auto& run) {
        return add_command(*content, chosen, name, help, [&session, given, run] { return run(session, *given); });
    };
    const auto with_source = [&](CLI::App* command) {
        command->add_option("source", given->folder, session.t("cli.help.content_source"))->required();
    };
    with_source(add("check", session.t("cli.help.content_check"), check_content));
    with_source(add("install", session.t("cli.help.content_install"), install));
    CLI::App* shown = add("show", session.t("cli.help.content_show"), show);
    shown->add_option("document", given->document, session.t("cli.help.content_document"));
    shown->add_option("--version", given->version, session.t("cli.help.content_version"));
    add("rollback", session.t("cli.help.content_rollback"),
        [](Session& now, const Arguments&) { return rollback(now); });
    add("confirm", session.t("cli.help.content_confirm"),
        [](Session& now, const Arguments& all) { return confirm_documents(now, all.ids); })
        ->add_option("document", given->ids, session.t("cli.help.content_ids"))
        ->required();
    CLI::App* exported = add("export", session.t("cli.help.content_export"), export_content);
    exported->add_option("folder", given->folder, session.t("cli.help.content_folder"))->required();
    exported->add_flag("--installed", given->installed, session.t("cli.help.content_installed"));
    add("schema", session.t("cli.help.content_schema"), schema)
        ->add_option("kind", given->kind, session.t("cli.help.content_kind"))
        ->required();
    add("searches", session.t("cli.help.content_searches"),
        [](Session& now, const Arguments&) { return list_searches(now); });
    add("reads", session.t("cli.help.content_reads"), [](Session& now, const Arguments&) { return list_reads(now); });
}

}  // namespace linli::cli
