// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_slip.h"

#include "hall/store/hall_stores.h"

namespace linli {

Result<std::optional<PrintJob>> show_slip(Hall& hall, const std::string& ticket_id) {
    LINLI_TRY_ASSIGN(const auto row, hall.stores().tickets.find_by_id(ticket_id));
    if (!row) return std::optional<PrintJob>();
    return hall.stores().prints.newest_of(row->row);
}

}  // namespace linli
