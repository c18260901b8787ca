// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/compare_sides.h"

#include <fmt/format.h>

#include <map>

#include "hall/acts/verify_journal.h"
#include "tests/support/test_hall.h"

namespace linli::support {
namespace {

using district::Connection;

constexpr district::Statement all_entries{"faults_entries", "SELECT seq, entry FROM journal ORDER BY seq"};
constexpr district::Statement all_tickets{"faults_tickets", "SELECT code, count(*) FROM ticket GROUP BY code"};
constexpr district::Statement open_alarms{"faults_alarms", "SELECT kind, detail FROM alarm WHERE closed_ms IS NULL"};
constexpr district::Statement quarantined{"faults_quarantine", "SELECT seq, reason FROM quarantine"};

void compare_journals(Hall& hall, Connection& connection, std::vector<std::string>& faults) {
    std::map<std::int64_t, std::string> there;
    for (const district::Row& row : value_of(connection.run(all_entries, {})))
        if (!there.emplace(row.integer(0), row.text(1)).second)
            faults.push_back(fmt::format("entry {} is there twice", row.integer(0)));
    REQUIRE(hall.stores()
                .journal
                .each(1,
                      [&](const JournalRow& row) {
                          const auto found = there.find(row.seq);
                          if (found == there.end())
                              faults.push_back(fmt::format("entry {} is missing", row.seq));
                          else if (found->second != row.entry)
                              faults.push_back(fmt::format("entry {} has other bytes", row.seq));
                          there.erase(row.seq);
                          return true;
                      })
                .has_value());
    for (const auto& [seq, bytes] : there) faults.push_back(fmt::format("entry {} is there and not here", seq));
}

}  // namespace

std::vector<std::string> differences_between(Hall& hall, Connection& district,
                                             const std::vector<std::string>& seen_by_residents) {
    std::vector<std::string> faults;
    if (const auto fault = value_of(verify_journal(hall)).fault) faults.push_back("the hall's journal: " + *fault);
    for (const std::string& fault : value_of(hall.stores().database->integrity_faults()))
        faults.push_back("the hall's database: " + fault);
    compare_journals(hall, district, faults);
    std::map<std::string, std::int64_t> tickets, seen;
    for (const district::Row& row : value_of(district.run(all_tickets, {}))) tickets[row.text(0)] = row.integer(1);
    for (const std::string& code : seen_by_residents) ++seen[code];  // a number of each day
    for (const auto& [code, times] : seen)
        if (tickets[code] != times) faults.push_back(fmt::format("{} is there {} times", code, tickets[code]));
    for (const district::Row& row : value_of(district.run(open_alarms, {})))
        faults.push_back(fmt::format("alarm {}: {}", row.text(0), row.text(1)));
    for (const district::Row& row : value_of(district.run(quarantined, {})))
        faults.push_back(fmt::format("entry {} in quarantine: {}", row.integer(0), row.text(1)));
    return faults;
}

}  // namespace linli::support
