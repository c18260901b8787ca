// SPDX-License-Identifier: Apache-2.0
#include "hall/store/search_store.h"

#include "hall/store/month_number.h"

namespace linli {
namespace {

constexpr int hundred = 100;

std::int64_t number_of(const LocalDate& day) { return (day.year * hundred + day.month) * hundred + day.day; }

}  // namespace

Result<SearchStore> SearchStore::open(Database& database) {
    SearchStore store;
    LINLI_TRY_ASSIGN(store.add_,
                     database.prepare("INSERT INTO vain_search VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET "
                                      "times = times + 1, last_day = excluded.last_day"));
    // The newest stays, or nothing new would ever be counted in a full month.
    LINLI_TRY_ASSIGN(store.drop_rare_,
                     database.prepare("DELETE FROM vain_search WHERE month = ?1 AND words IN (SELECT words FROM "
                                      "vain_search WHERE month = ?1 AND words <> ?2 ORDER BY times, last_day, words "
                                      "LIMIT max(0, (SELECT count(*) FROM vain_search WHERE month = ?1) - ?3))"));
    LINLI_TRY_ASSIGN(store.drop_old_, database.prepare("DELETE FROM vain_search WHERE month < ?"));
    LINLI_TRY_ASSIGN(store.all_, database.prepare("SELECT month, words, times, last_day FROM vain_search ORDER BY "
                                                  "month DESC, times DESC, last_day DESC, words"));
    return store;
}

Status SearchStore::count(const std::string& words, const LocalDate& day, int words_max, int months_max) {
    LINLI_TRY(Query(add_).bind(month_number(day)).bind(words).bind(number_of(day)).run());
    LINLI_TRY(Query(drop_rare_).bind(month_number(day)).bind(words).bind(words_max).run());
    return Query(drop_old_).bind(month_number(day, months_max - 1)).run();
}

Result<std::vector<VainSearch>> SearchStore::all() {
    std::vector<VainSearch> found;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool more, query.step());
        if (!more) return found;
        const int month = static_cast<int>(query.integer(0)), last = static_cast<int>(query.integer(3));
        found.push_back({month / hundred, month % hundred, query.text(1), query.integer(2),
                         LocalDate{last / hundred / hundred, last / hundred % hundred, last % hundred}});
    }
}

}  // namespace linli
