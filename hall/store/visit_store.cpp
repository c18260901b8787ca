// SPDX-License-Identifier: Apache-2.0
#include "hall/store/visit_store.h"

namespace linli {
namespace {

ServiceSample sample_of(const Query& query) {
    ServiceSample sample;
    sample.matter = query.text(0);
    sample.hour = static_cast<int>(query.integer(1));
    sample.open_counters = static_cast<int>(query.integer(2));
    sample.weight = query.real(3);
    sample.sum_minutes = query.real(4);
    sample.sum_squared_minutes = query.real(5);
    return sample;
}

}  // namespace

Result<VisitStore> VisitStore::open(Database& database) {
    VisitStore store;
    constexpr const char* columns =
        "SELECT matter, hour, open_counters, weight, sum_minutes, sum_squared_minutes, "
        "updated_wall_ms FROM visit_sample";
    LINLI_TRY_ASSIGN(store.all_, database.prepare(columns));
    LINLI_TRY_ASSIGN(store.find_,
                     database.prepare(std::string(columns) + " WHERE matter = ? AND hour = ? AND open_counters = ?"));
    LINLI_TRY_ASSIGN(store.save_, database.prepare("INSERT OR REPLACE INTO visit_sample VALUES (?, ?, ?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.remove_,
                     database.prepare("DELETE FROM visit_sample WHERE matter = ? AND hour = ? AND open_counters = ?"));
    return store;
}

Result<std::vector<ServiceSample>> VisitStore::all() {
    std::vector<ServiceSample> samples;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return samples;
        samples.push_back(sample_of(query));
    }
}

Result<VisitStore::Cell> VisitStore::find(const std::string& matter, int hour, int open_counters) {
    Query query(find_);
    query.bind(matter).bind(hour).bind(open_counters);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (found) return Cell{sample_of(query), query.integer(6)};
    Cell empty;
    empty.sample.matter = matter;
    empty.sample.hour = hour;
    empty.sample.open_counters = open_counters;
    return empty;
}

Status VisitStore::save(const Cell& cell) {
    const ServiceSample& sample = cell.sample;
    return Query(save_)
        .bind(sample.matter)
        .bind(sample.hour)
        .bind(sample.open_counters)
        .bind(sample.weight)
        .bind(sample.sum_minutes)
        .bind(sample.sum_squared_minutes)
        .bind(cell.updated_ms)
        .run();
}

Status VisitStore::remove(const ServiceSample& sample) {
    return Query(remove_).bind(sample.matter).bind(sample.hour).bind(sample.open_counters).run();
}

}  // namespace linli
