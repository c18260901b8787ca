// SPDX-License-Identifier: Apache-2.0
#include "hall/store/desk_order_store.h"

namespace linli {

Result<DeskOrderStore> DeskOrderStore::open(Database& database) {
    DeskOrderStore store;
    LINLI_TRY_ASSIGN(store.find_, database.prepare("SELECT request_id, service_day, asked, answer "
                                                   "FROM desk_order WHERE request_id = ?"));
    LINLI_TRY_ASSIGN(store.add_, database.prepare("INSERT INTO desk_order VALUES (?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.remove_, database.prepare("DELETE FROM desk_order WHERE service_day < ?"));
    return store;
}

Result<std::optional<DeskOrderRow>> DeskOrderStore::find(std::string_view request_id) {
    Query query(find_);
    query.bind(request_id);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::optional<DeskOrderRow>();
    return DeskOrderRow{query.text(0), query.integer(1), query.text(2), query.text(3)};
}

Status DeskOrderStore::add(const DeskOrderRow& row) {
    return Query(add_).bind(row.request_id).bind(row.service_day).bind_blob(row.asked).bind(row.answer).run();
}

Status DeskOrderStore::remove_before(std::int64_t service_day) { return Query(remove_).bind(service_day).run(); }

}  // namespace linli
