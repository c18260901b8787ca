// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/confirm_documents.h"

#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "hall/acts/install_content.h"
#include "hall/acts/show_content.h"
#include "hall/content/document_kinds.h"

namespace linli::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;

/// The document that says of itself that it has this id; documents that run the hall have none.
ContentDocuments::iterator find_document(ContentDocuments& documents, const std::string& id) {
    return std::ranges::find_if(documents, [&](const auto& document) {
        if (!is_knowledge(document.first)) return false;
        const Json json = Json::parse(document.second, nullptr, false);
        return json.is_object() && json.contains("confirmed") && json.value("id", "") == id;
    });
}

/// False where it was confirmed already.
bool confirm(std::string& document, const LocalDate& today) {
    Json json = Json::parse(document);
    if (json.at("confirmed") == true) return false;
    json["confirmed"] = true;
    json["version"] = json.at("version").get<std::int64_t>() + 1;
    json["source"]["checked"] = today.text();
    document = json.dump(indent) + "\n";
    return true;
}

}  // namespace

Exit confirm_documents(Session& session, const std::vector<std::string>& ids) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    auto shown = show_content(*hall);
    if (!shown) return session.failed(shown.error());
    ContentDocuments documents = *shown ? std::move((*shown)->documents) : ContentDocuments{};
    std::vector<std::string> confirmed;
    for (const std::string& id : ids) {
        const auto found = find_document(documents, id);
        if (found == documents.end()) {
            session.tell("cli.content.no_document", {{"document", id}});
            return Exit::refused;
        }
        if (confirm(found->second, hall->local_now().date)) confirmed.push_back(id);
    }
    if (confirmed.empty()) {
        session.tell("cli.content.confirmed_before", {});
        return Exit::done;
    }
    const auto installed = install_content(*hall, documents);
    if (!installed) return session.failed(installed.error());
    if (!*installed) return session.failed({ErrorCode::invalid_content, installed->error().text()});
    session.tell("cli.content.confirmed", {{"version", std::to_string(**installed)},
                                           {"documents", fmt::format("{}", fmt::join(confirmed, ", "))}});
    return Exit::done;
}

}  // namespace linli::cli
