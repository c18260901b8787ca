// SPDX-License-Identifier: Apache-2.0
#include "hall/store/box_store.h"

namespace linli {

Result<BoxStore> BoxStore::open(Database& database) {
    BoxStore store;
    store.database_ = &database;
    LINLI_TRY_ASSIGN(store.insert_, database.prepare("INSERT INTO box VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.load_,
                     database.prepare("SELECT box_id, epoch, person_key, journal_seq, journal_chain, service_day, "
                                      "seen_date, wall_ms, steady_ms, boot_ms, boot_id, (SELECT local_date FROM "
                                      "service_day WHERE id = service_day) FROM box WHERE one = 1"));
    LINLI_TRY_ASSIGN(
        store.save_,
        database.prepare("UPDATE box SET journal_seq = ?, journal_chain = ?, service_day = ?, seen_date = ?, "
                         "wall_ms = ?, steady_ms = ?, boot_ms = ?, boot_id = ? WHERE one = 1"));
    LINLI_TRY_ASSIGN(store.add_day_,
                     database.prepare("INSERT INTO service_day (local_date, opened_wall_ms) VALUES (?, ?)"));
    LINLI_TRY_ASSIGN(store.days_, database.prepare("SELECT id FROM service_day WHERE local_date = ? ORDER BY id"));
    return store;
}

Status BoxStore::create(const Box& box) {
    const SteadyMark& mark = box.mark.mark;
    return Query(insert_)
        .bind(box.box_id)
        .bind(box.epoch)
        .bind_blob(box.person_key)
        .bind(box.journal_seq)
        .bind_blob(box.journal_chain)
        .bind(box.mark.day.id)
        .bind(box.mark.seen_date.text())
        .bind(mark.reading.wall_ms)
        .bind(mark.steady_ms)
        .bind(mark.reading.boot_ms)
        .bind(mark.reading.boot_id)
        .run();
}

Result<Box> BoxStore::load() {
    Query query(load_);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return fail(ErrorCode::corrupt, "the database's own row is missing: it was never set up");
    Box box;
    box.box_id = query.text(0);
    box.epoch = query.integer(1);
    box.person_key = query.text(2);
    box.journal_seq = query.integer(3);
    box.journal_chain = query.text(4);
    box.mark.day.id = query.integer(5);
    box.mark.seen_date = LocalDate::parse(query.text(6)).value_or(LocalDate{});
    box.mark.mark.reading.wall_ms = query.integer(7);
    box.mark.mark.steady_ms = query.integer(8);
    box.mark.mark.reading.boot_ms = query.integer(9);
    box.mark.mark.reading.boot_id = query.text(10);
    box.mark.day.date = LocalDate::parse(query.text(11)).value_or(LocalDate{});
    return box;
}

Status BoxStore::save(const Box& box) {
    const SteadyMark& mark = box.mark.mark;
    return Query(save_)
        .bind(box.journal_seq)
        .bind_blob(box.journal_chain)
        .bind(box.mark.day.id)
        .bind(box.mark.seen_date.text())
        .bind(mark.reading.wall_ms)
        .bind(mark.steady_ms)
        .bind(mark.reading.boot_ms)
        .bind(mark.reading.boot_id)
        .run();
}

Result<std::int64_t> BoxStore::add_service_day(const LocalDate& date, WallMs now) {
    LINLI_TRY(Query(add_day_).bind(date.text()).bind(now).run());
    return database_->last_row();
}

Result<std::vector<std::int64_t>> BoxStore::service_days(const LocalDate& date) {
    std::vector<std::int64_t> ids;
    Query query(days_);
    query.bind(date.text());
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return ids;
        ids.push_back(query.integer(0));
    }
}

}  // namespace linli
