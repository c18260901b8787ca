// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "hall/acts/keep_attachment.h"
#include "hall/acts/read_attachments.h"

namespace linli::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::filesystem::path file;
    std::string name, digest;
};

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Attachment& attachment) {
    return {{"digest", attachment.digest}, {"name", attachment.name},       {"media_type", attachment.media_type},
            {"size", attachment.size},     {"kept_ms", attachment.kept_ms}, {"entry_seq", attachment.entry_seq},
            {"sent", attachment.sent}};
}

std::string line_of(const Session& session, std::string_view key, const Attachment& attachment) {
    return session.t(key, {{"digest", attachment.digest},
                           {"name", attachment.name},
                           {"type", attachment.media_type},
                           {"size", std::to_string(attachment.size)}});
}

Exit add(Session& session, const Arguments& given) {
    const auto bytes = bytes_of_file(given.file);
    if (!bytes) return session.failed(bytes.error(), "cli.attachment.not_readable");
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const std::string name = given.name.empty() ? given.file.filename().string() : given.name;
    return session.report<Attachment>(
        keep_attachment(*hall, {name, {}, *bytes}),
        [&](const Attachment& kept) { return line_of(session, "cli.attachment.kept", kept); },
        [](const Attachment& kept) { return written(json_of(kept)); });
}

Exit list(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto all = list_attachments(*hall);
    if (!all) return session.failed(all.error());
    if (session.form == Form::json) {
        Json rows = Json::array();
        for (const Attachment& attachment : *all) rows.push_back(json_of(attachment));
        session.say(written(rows));
        return Exit::done;
    }
    for (const Attachment& attachment : *all)
        session.say(
            line_of(session, attachment.sent ? "cli.attachment.line_sent" : "cli.attachment.line_unsent", attachment));
    if (all->empty()) session.say(session.t("cli.attachment.none"));
    return Exit::done;
}

Exit get(Session& session, const Arguments& given) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto found = find_attachment(*hall, given.digest);
    if (!found) return session.failed(found.error());
    if (!*found) return session.refused(found->error());
    const Attachment& attachment = **found;
    const Status saved =
        write_file_of(given.file, bytes_of_attachment(*hall, attachment.digest), attachment.size, attachment.digest);
    if (!saved) return session.failed(saved.error(), "cli.attachment.not_written");
    session.tell("cli.attachment.written", {{"file", given.file.string()}, {"digest", attachment.digest}});
    return Exit::done;
}

}  // namespace

void add_attachment_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    CLI::App* attachment = app.add_subcommand("attachment", session.t("cli.help.attachment"));
    attachment->require_subcommand(1);
    CLI::App* added = add_command(*attachment, chosen, "add", session.t("cli.help.attachment_add"),
                                  [&session, given] { return add(session, *given); });
    added->add_option("file", given->file, session.t("cli.help.attachment_file"))->required();
    added->add_option("--name", given->name, session.t("cli.help.attachment_name"));
    add_command(*attachment, chosen, "list", session.t("cli.help.attachment_list"),
                [&session] { return list(session); });
    CLI::App* got = add_command(*attachment, chosen, "get", session.t("cli.help.attachment_get"),
                                [&session, given] { return get(session, *given); });
    got->add_option("digest", given->digest, session.t("cli.help.attachment_digest"))->required();
    got->add_option("--out", given->file, session.t("cli.help.attachment_out"))->required();
}

}  // namespace linli::cli
