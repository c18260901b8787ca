// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "hall/base/clock.h"
#include "hall/store/database.h"

namespace linli {

enum class CounterState { open, closed };

struct CounterRow {
    int number = 0;
    CounterState state = CounterState::closed;
    WallMs since_ms = 0;
};

class CounterStore {
public:
    static Result<CounterStore> open(Database& database);
    /// Only counters that were ever opened; the others are closed.
    Result<std::vector<CounterRow>> all();
    Result<CounterRow> find(int number);
    Status save(const CounterRow& row);

private:
    Statement all_, find_, save_;
};

}  // namespace linli
