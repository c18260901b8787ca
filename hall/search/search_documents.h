// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "hall/content/hall_content.h"
#include "hall/search/full_text_index.h"

namespace linli {

enum class FoundKind { policy, not_issued, matter, notice, duties };

/// One thing that can be found, and the words to find it by.
struct SearchDocument {
    FoundKind kind = FoundKind::policy;
    std::string id;
    LocalizedText title;
    std::vector<std::string> keywords;
    IndexedText text;
    std::int64_t read = 0;  ///< how often lately
};

/// How often documents were read lately, by id.
using ReadCounts = std::map<std::string, std::int64_t>;

/// Everything that residents may find on this day: policies, certificates that are not issued here, notices, and the
/// matters that no policy of the same id speaks of.
std::vector<SearchDocument> search_documents(const HallContent& content, const LocalDate& today,
                                             const ReadCounts& reads = {});

}  // namespace linli
