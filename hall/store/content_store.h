// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/base/clock.h"
#include "hall/content/hall_content.h"
#include "hall/store/database.h"

namespace linli {

/// The installed content documents and their pictures' files; the newest version counts, and the one before it is kept.
class ContentStore {
public:
    static Result<ContentStore> open(Database& database);
    /// 0 where nothing is installed.
    Result<std::int64_t> newest_version();
    /// The newest kept version before this one; 0 where there is none.
    Result<std::int64_t> version_before(std::int64_t version);
    /// Null for a version that is not kept.
    Result<std::optional<WallMs>> installed_at(std::int64_t version);
    Result<ContentDocuments> load(std::int64_t version);
    Status install(std::int64_t version, const ContentDocuments& documents, WallMs now);

private:
    Statement newest_, before_, installed_at_, load_, add_version_, add_document_, load_pictures_, add_picture_,
        drop_old_;
};

}  // namespace linli
