// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/bytes.h"
#include "hall/queue/service_day.h"
#include "hall/store/database.h"

namespace linli {

/// The single row about this box: identity, the journal's head, and the clocks at the newest act.
struct Box {
    std::string box_id;
    std::int64_t epoch = 1;
    std::string person_key;  ///< 32 random bytes: key of the hashes of identity numbers
    std::int64_t journal_seq = 0;
    std::string journal_chain;
    DayMark mark;
};

class BoxStore {
public:
    static Result<BoxStore> open(Database& database);
    Status create(const Box& box);
    Result<Box> load();
    Status save(const Box& box);
    /// Opens a new service day and gives its id.
    Result<std::int64_t> add_service_day(const LocalDate& date, WallMs now);
    /// The service days with this date: one, but for a clock that was set.
    Result<std::vector<std::int64_t>> service_days(const LocalDate& date);

private:
    Database* database_ = nullptr;
    Statement insert_, load_, save_, add_day_, days_;
};

}  // namespace linli
