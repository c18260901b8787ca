// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hall/base/clock.h"
#include "hall/queue/expected_wait.h"
#include "hall/store/database.h"

namespace linli {

/// What visits taught about their lengths, by matter, hour and open counters.
class VisitStore {
public:
    static Result<VisitStore> open(Database& database);
    Result<std::vector<ServiceSample>> all();
    /// The sample of one cell, empty where there is none yet, and when it was last added to.
    struct Cell {
        ServiceSample sample;
        WallMs updated_ms = 0;
    };
    Result<Cell> find(const std::string& matter, int hour, int open_counters);
    Status save(const Cell& cell);
    /// Forgets the cell of this matter, hour and number of counters.
    Status remove(const ServiceSample& sample);

private:
    Statement all_, find_, save_, remove_;
};

}  // namespace linli
