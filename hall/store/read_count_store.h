// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/store/database.h"

namespace linli {

/// How often a document was read in one month.
struct DocumentReads {
    int year = 0, month = 0;
    std::string id;
    std::int64_t times = 0;
};

/// Counts of documents that were read, by month.
class ReadCountStore {
public:
    static Result<ReadCountStore> open(Database& database);
    /// One more; what is older than `months_max` months goes.
    Status count(const std::string& id, const LocalDate& day, int months_max);
    /// Sums of the last so many months, this one included, by document.
    Result<std::map<std::string, std::int64_t>> sums(const LocalDate& day, int months);
    /// The newest month first, in it the most read.
    Result<std::vector<DocumentReads>> all();

private:
    Statement add_, drop_old_, sums_, all_;
};

}  // namespace linli
