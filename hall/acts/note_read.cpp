// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_read.h"

#include "hall/store/hall_stores.h"

namespace linli {

Status note_read(Hall& hall, std::string_view id) {
    LINLI_TRY_ASSIGN(const auto content, hall.content());
    // Only known ids are kept, so the table is no larger than the content.
    if (!content->knowledge.has(id)) return fail(ErrorCode::invalid_input, "no document has this id");
    const LocalDate today = hall.local_now().date;
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY(hall.stores().reads.count(std::string(id), today, read_months_max));
    return transaction.commit();
}

Result<std::map<std::string, std::int64_t>> reads_lately(Hall& hall) {
    LINLI_TRY(hall.content());  // for the zone
    LINLI_TRY_ASSIGN(const Transaction moment, hall.stores().database->begin_read());
    return hall.stores().reads.sums(hall.local_now().date, read_months_that_count);
}

Result<std::vector<DocumentReads>> show_reads(Hall& hall) {
    LINLI_TRY_ASSIGN(const Transaction moment, hall.stores().database->begin_read());
    return hall.stores().reads.all();
}

}  // namespace linli
