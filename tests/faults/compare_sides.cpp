// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/compare_sides.h"

#include <fmt/format.h>

#include <map>

#include "hall/acts/verify_journal.h"
#include "tests/support/test_hall.h"

namespace linli::support {
namespace {

using district::Connection;

constexpr district::Statement all_entries{"faults_entries",
                                          "SELECT seq, entry FROM journal WHERE hall_id = $1 OR $1 = '' ORDER BY seq"};
constexpr district::Statement all_tickets{
    "faults_tickets", "SELECT code, count(*) FROM ticket WHERE hall_id = $1 OR $1 = '' GROUP BY code"};
constexpr district::Statement open_alarms{
    "faults_alarms", "SELECT kind, detail FROM alarm WHERE closed_ms IS NULL AND (hall_id = $1 OR $1 = '')"};
constexpr district::Statement quarantined{"faults_quarantine",
                                          "SELECT seq, reason FROM quarantine WHERE hall_id = $1 OR $1 = ''"};
constexpr district::Statement all_taken{
    "faults_taken", "SELECT CAST(COALESCE(SUM(taken), 0) AS BIGINT) FROM hall_day WHERE hall_id = $1 OR $1 = ''"};

/// Gives how many numbers the hall has issued.
std::int64_t compare_journals(Hall& hall, Connection& connection, const std::string& hall_id,
                              std::vector<std::string>& faults) {
    std::map<std::int64_t, std::string> there;
    for (const district::Row& row : value_of(connection.run(all_entries, {hall_id})))
        if (!there.emplace(row.integer(0), row.text(1)).second)
            faults.push_back(fmt::format("entry {} is there twice", row.integer(0)));
    std::int64_t issued = 0;
    REQUIRE(hall.stores()
                .journal
                .each(1,
                      [&](const JournalRow& row) {
                          if (row.kind == "ticket.taken") ++issued;
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
    return issued;
}

}  // namespace

std::vector<std::string> differences_between(Hall& hall, Connection& district,
                                             const std::vector<std::string>& seen_by_residents,
                                             const std::string& hall_id) {
    std::vector<std::string> faults;
    if (const auto fault = value_of(verify_journal(hall)).fault) faults.push_back("the hall's journal: " + *fault);
    for (const std::string& fault : value_of(hall.stores().database->integrity_faults()))
        faults.push_back("the hall's database: " + fault);
    const std::int64_t issued = compare_journals(hall, district, hall_id, faults);
    std::map<std::string, std::int64_t> tickets, seen;
    for (const district::Row& row : value_of(district.run(all_tickets, {hall_id})))
        tickets[row.text(0)] = row.integer(1);
    for (const std::string& code : seen_by_residents) ++seen[code];  // a number of each day
    for (const auto& [code, times] : seen)
        if (tickets[code] != times) faults.push_back(fmt::format("{} is there {} times", code, tickets[code]));
    const std::int64_t taken = value_of(district.run(all_taken, {hall_id})).at(0).integer(0);
    if (taken != issued) faults.push_back(fmt::format("the days' figures count {} numbers of {}", taken, issued));
    for (const district::Row& row : value_of(district.run(open_alarms, {hall_id})))
        faults.push_back(fmt::format("alarm {}: {}", row.text(0), row.text(1)));
    for (const district::Row& row : value_of(district.run(quarantined, {hall_id})))
        faults.push_back(fmt::format("entry {} in quarantine: {}", row.integer(0), row.text(1)));
    return faults;
}

}  // namespace linli::support
