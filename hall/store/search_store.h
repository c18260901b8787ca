// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/store/database.h"

namespace linli {

/// Words that were searched for in vain in one month.
struct VainSearch {
    int year = 0, month = 0;
    std::string words;
    std::int64_t times = 0;
    LocalDate last;
};

/// Counts of searches in vain, by month.
class SearchStore {
public:
    static Result<SearchStore> open(Database& database);
    /// One more. Where `words` are new and the month has `words_max` already, the least frequent go; what is older than
    /// `months_max` months goes as well.
    Status count(const std::string& words, const LocalDate& day, int words_max, int months_max);
    /// The newest month first, in it the most frequent.
    Result<std::vector<VainSearch>> all();

private:
    Statement add_, drop_rare_, drop_old_, all_;
};

}  // namespace linli
