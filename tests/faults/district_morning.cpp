// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/district_morning.h"

#include <fmt/format.h>

#include "district/boxes/enrol.h"
#include "district/boxes/token.h"
#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "tests/support/test_hall.h"

namespace linli::support {
namespace {

using district::Connection;
using district::Statement;
using district::tests::monday_ms;

constexpr std::int64_t batch_entries = 14;
constexpr std::int64_t second_box_after = 3 * batch_entries;

constexpr Statement integrity{"morning_integrity", "SELECT integrity_check FROM pragma_integrity_check"};
constexpr Statement entries_there{"morning_entries",
                                  "SELECT seq, entry FROM journal UNION ALL SELECT seq, entry FROM "
                                  "quarantine ORDER BY seq"};
// All that has to be the same whatever happened in between.
struct Part {
    Statement statement;
    std::size_t columns;
};
constexpr Part parts[] = {
    {{"morning_journal", "SELECT seq, entry_id, kind, subject, digest, entry FROM journal ORDER BY seq"}, 6},
    {{"morning_tickets", "SELECT * FROM ticket ORDER BY ticket_id"}, 18},
    {{"morning_days", "SELECT * FROM hall_day ORDER BY date"}, 8},
    {{"morning_service_days", "SELECT * FROM service_day ORDER BY service_day"}, 5},
    {{"morning_quarantine", "SELECT seq, digest, place, reason, entry FROM quarantine ORDER BY seq"}, 5},
    {{"morning_alarms", "SELECT kind, detail, times, closed_ms FROM alarm ORDER BY kind"}, 4},
    {{"morning_streams", "SELECT device_id, acked_through, newest_seq, chain FROM stream ORDER BY device_id"}, 4},
    {{"morning_fleet", "SELECT device_id, contact_ms, content_version FROM fleet ORDER BY device_id"}, 3},
};

std::string written(const district::Row& row, std::size_t columns) {
    std::string line;
    for (std::size_t column = 0; column < columns; ++column) {
        const auto number = row.integer_or_nothing(column);
        line += number ? std::to_string(*number) : row.text_or_nothing(column).value_or("nothing");
        line += '|';
    }
    return line;
}

/// Numbers, calls, visits, somebody who does not come, and one entry that cannot be applied.
void write_journal(district::tests::TestBox& box) {
    TestHall hall(always_open());
    done(open_counter(hall.hall(), 1));
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < 8; ++i) hall.take("senior-card");
        hall.finished_visit("senior-card", 1);
        done(call_next(hall.hall(), 1));
        done(miss(hall.hall(), 1));
    }
    const auto add = [&box](const JournalRow& row) {
        box.add_raw(row.entry);
        return true;
    };
    REQUIRE(hall.stores().journal.each(1, add).has_value());
    box.add_raw("no JSON");
    box.add_many(3);
}

}  // namespace

DistrictMorning::DistrictMorning() {
    write_journal(box_);
    Connection& connection = made_in_.connection();
    code_ = value_of(district::make_pairing_code(connection, hall_.hall_id, district::Approval::given, 1, monday_ms));
    REQUIRE(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").has_value());
    file_before_ = read_file(made_in_.place().file);
    Promised promised;
    while (!all_done(promised)) REQUIRE(next(connection, promised).has_value());
    undisturbed_ = all_rows(connection);
}

Status DistrictMorning::next(Connection& connection, Promised& promised) const {
    const std::int64_t first = promised.acked_through + 1;
    if (promised.token.empty() && (first > second_box_after || first > newest())) {
        sync::EnrolRequest request{code_, "box-2", 1, hex(second_key_.public_key), "Second", "0.1.0", {}};
        request.proof = hex(sign(sync::enrol_text(request), second_key_.secret));
        LINLI_TRY_ASSIGN(const auto answer, district::enrol(connection, request, monday_ms));
        REQUIRE(answer.has_value());
        promised.token = answer->token;
        return {};
    }
    const auto batch = box_.batch(first, std::min(first + batch_entries - 1, newest()));
    LINLI_TRY_ASSIGN(const auto taken,
                     district::take_batch(connection, box_.device, batch.head, batch.body, monday_ms));
    REQUIRE(taken.has_value());
    REQUIRE(taken->durable_through >= batch.head.last);
    promised.acked_through = batch.head.last;
    return {};
}

std::string DistrictMorning::fault(Connection& connection, const Promised& promised) const {
    const auto checked = connection.run(integrity, {});
    if (!checked) return checked.error().message;
    if (checked->at(0).text(0) != "ok") return "damaged: " + checked->at(0).text(0);
    const auto there = connection.run(entries_there, {});
    if (!there) return there.error().message;
    if (static_cast<std::int64_t>(there->size()) < promised.acked_through)
        return fmt::format("{} entries are there, and {} were acknowledged", there->size(), promised.acked_through);
    for (std::size_t i = 0; i < there->size(); ++i) {
        const district::Row& row = there->at(i);
        if (row.integer(0) != static_cast<std::int64_t>(i) + 1) return fmt::format("entry {} is missing", i + 1);
        if (row.text(1) != box_.entries.at(i)) return fmt::format("entry {} has other bytes", i + 1);
    }
    if (promised.token.empty()) return {};
    const auto sender = district::find_sender(connection, promised.token, monday_ms);
    if (!sender) return sender.error().message;
    return *sender ? "" : "the second box's token is not known";
}

std::string DistrictMorning::fault_at_the_end(Connection& connection, Promised promised) const {
    while (!all_done(promised))
        if (const Status sent = next(connection, promised); !sent) return "sending on: " + sent.error().message;
    if (std::string found = fault(connection, promised); !found.empty()) return found;
    return all_rows(connection) == undisturbed_ ? "" : "something else came of it than without the fault";
}

std::string DistrictMorning::all_rows(Connection& connection) {
    std::string all;
    for (const Part& part : parts) {
        for (const district::Row& row : value_of(connection.run(part.statement, {})))
            all += written(row, part.columns) + "\n";
        all += "\n";
    }
    return all;
}

}  // namespace linli::support
