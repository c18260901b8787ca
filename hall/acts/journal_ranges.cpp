// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/journal_ranges.h"

#include <algorithm>

#include "hall/base/bytes.h"
#include "hall/store/hall_stores.h"
#include "hall/wire/sync_limits.h"

namespace linli {

Result<sync::Range> journal_range(Hall& hall, std::int64_t first, std::int64_t last) {
    sync::Range range{first, last, 0, {}};
    std::string digests;
    LINLI_TRY(hall.stores().journal.each(first, [&](const JournalRow& row) {
        if (row.seq > last) return false;
        digests += as_text(blake2b(row.entry));
        ++range.count;
        return row.seq < last;
    }));
    range.hash = hex(as_text(blake2b(digests)));
    return range;
}

Result<std::vector<sync::Range>> journal_ranges(Hall& hall, int step, std::int64_t through) {
    if (step < sync::range_step_min || step > sync::range_step_max)
        return fail(ErrorCode::invalid_input, "a stretch has 1,000 to 100,000 numbers");
    std::vector<sync::Range> ranges;
    for (std::int64_t first = 1; first <= through; first += step) {
        LINLI_TRY_ASSIGN(sync::Range range, journal_range(hall, first, std::min(first + step - 1, through)));
        ranges.push_back(std::move(range));
    }
    return ranges;
}

int range_step_for(std::int64_t entries) {
    constexpr std::int64_t ranges_wanted = 1'000;
    return static_cast<int>(
        std::clamp<std::int64_t>(entries / ranges_wanted + 1, sync::range_step_min, sync::range_step_max));
}

}  // namespace linli
