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
std::string digests_of(const ContentDocuments& documents) {
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
    if (count == 0) return wire::body({{"documents", listed}});
    return wire::body(
        {{"documents", listed}, {"knowledge", hex(as_text(blake2b(knowledge)))}, {"knowledge_count", count}});
}

}  // namespace

Result<tl::expected<std::int64_t, ContentFault>> install_content(Hall& hall, const ContentDocuments& documents) {
    using Outcome = tl::expected<std::int64_t, ContentFault>;
    const auto content = parse_hall_content(documents);
    if (!content) return Outcome(tl::unexpected<ContentFault>(content.error()));
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const std::int64_t newest, act.stores().content.newest_version());
    LINLI_TRY(act.stores().content.install(newest + 1, documents, act.wall_ms()));
    LINLI_TRY(act.record("content.installed", fmt::format("content:{}", newest + 1), digests_of(documents)));
    LINLI_TRY(act.commit());
    return Outcome(newest + 1);
}

}  // namespace linli
