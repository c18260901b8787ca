// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/content/hall_content.h"
#include "hall/search/full_text_index.h"

namespace linli {

enum class FoundKind { policy, not_issued, matter, notice };

/// One thing that can be found, and the words to find it by.
struct SearchDocument {
    FoundKind kind = FoundKind::policy;
    std::string id;
    LocalizedText title;
    std::vector<std::string> keywords;
    IndexedText text;
};

/// Everything that residents may find on this day: policies, certificates that are not issued here, notices, and the
/// matters that no policy of the same id speaks of.
std::vector<SearchDocument> search_documents(const HallContent& content, const LocalDate& today);

}  // namespace linli
