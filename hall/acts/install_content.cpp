// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/install_content.h"

#include <fmt/format.h>

#include "hall/acts/act.h"
#include "hall/base/bytes.h"
#include "hall/content/document_kinds.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

/// Each document that runs the hall by name and digest; those that people look up are many, so they have one together.
std::vector<wire::BodyField> digests_of(const ContentDocuments& documents) {
    std::string listed, knowledge;
    std::int64_t count = 0;
    for (const auto& [name, document] : documents) {
        const std::string line = name + "=" + hex(as_text(blake2b(document)));
        if (is_knowledge(name)) {
            knowledge += line + "\n";
            ++count;
        } else {
            listed += (listed.empty() ? "" : " ") + line;
        }
    }
    std::vector<wire::BodyField> fields{{"documents", listed}};
    if (count == 0) return fields;
    fields.emplace_back("knowledge", hex(as_text(blake2b(knowledge))));
    fields.emplace_back("knowledge_count", count);
    return fields;
}

Status switch_to(Act& act, std::int64_t version, const ContentDocuments& documents,
                 const std::vector<wire::BodyField>& fields) {
    LINLI_TRY(act.stores().content.install(version, documents, act.wall_ms()));
    return act.record("content.installed", fmt::format("content:{}", version), wire::body(fields));
}

}  // namespace

Result<tl::expected<std::int64_t, ContentFault>> install_content(Hall& hall, const ContentDocuments& documents) {
    using Outcome = tl::expected<std::int64_t, ContentFault>;
    auto content = parse_hall_content(documents);
    if (!content) return Outcome(tl::unexpected<ContentFault>(content.error()));
    // Before anything is locked: it may take seconds.
    if (auto fault = check_pictures(*content)) return Outcome(tl::unexpected<ContentFault>(std::move(*fault)));
    const auto fields = digests_of(documents);
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const std::int64_t newest, act.stores().content.newest_version());
    LINLI_TRY(switch_to(act, newest + 1, documents, fields));
    LINLI_TRY(act.commit());
    LINLI_TRY(hall.take_over(newest + 1, std::make_shared<const HallContent>(*std::move(content))));
    return Outcome(newest + 1);
}

Result<std::optional<RolledBack>> rollback_content(Hall& hall) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    ContentStore& store = act.stores().content;
    RolledBack back;
    LINLI_TRY_ASSIGN(back.left, store.newest_version());
    LINLI_TRY_ASSIGN(back.restored, store.version_before(back.left));
    if (back.restored == 0) return std::optional<RolledBack>();
    back.version = back.left + 1;
    LINLI_TRY_ASSIGN(const ContentDocuments documents, store.load(back.restored));
    // They were good once; a newer program may ask for more.
    auto content = parse_hall_content(documents);
    if (!content) return fail(ErrorCode::invalid_content, content.error().text());
    auto fields = digests_of(documents);
    fields.emplace_back("restored", back.restored);
    LINLI_TRY(switch_to(act, back.version, documents, fields));
    LINLI_TRY(act.commit());
    LINLI_TRY(hall.take_over(back.version, std::make_shared<const HallContent>(*std::move(content))));
    return std::optional(back);
}

}  // namespace linli
