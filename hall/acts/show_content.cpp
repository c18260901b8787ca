// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_content.h"

#include "hall/store/hall_stores.h"

namespace linli {

Result<std::optional<InstalledContent>> show_content(Hall& hall, std::optional<std::int64_t> version) {
    LINLI_TRY_ASSIGN(const Transaction moment, hall.stores().database->begin_read());
    ContentStore& store = hall.stores().content;
    InstalledContent shown;
    LINLI_TRY_ASSIGN(shown.version, version ? Result<std::int64_t>(*version) : store.newest_version());
    LINLI_TRY_ASSIGN(const auto installed, store.installed_at(shown.version));
    if (!installed) return std::optional<InstalledContent>();
    shown.installed_ms = *installed;
    LINLI_TRY_ASSIGN(shown.before, store.version_before(shown.version));
    LINLI_TRY_ASSIGN(shown.documents, store.load(shown.version));
    return std::optional(std::move(shown));
}

}  // namespace linli
