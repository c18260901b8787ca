// SPDX-License-Identifier: Apache-2.0
#include "tests/district/test_box.h"

#include <fmt/format.h>

#include "hall/base/uuid.h"
#include "hall/journal/entry.h"

namespace linli::district::tests {

TestBox::TestBox(TestDistrict& district, const HallRow& hall, const std::string& device_id, std::int64_t of_epoch)
    : epoch(of_epoch), signing_(make_signing_key()) {
    device = {hall.hall_id, device_id, signing_.public_key, "Box"};
    value_of(save_device(district.connection(), device, monday_ms));
}

TestBox::TestBox(TestDistrict& district, const HallRow& hall, const SigningKey& key) : epoch(1), signing_(key) {
    device = value_of(find_device(district.connection(), hall.hall_id, "box-1")).value();
}

std::string TestBox::entry(std::int64_t seq, std::string_view id, std::string_view kind, std::string_view subject,
                           std::string_view body) const {
    return fmt::format(
        R"({{"seq":{},"epoch":{},"id":"{}","wall_ms":{},"steady_ms":{},"actor":"kiosk","kind":"{}","subject":"{}","version":1,"body":{}}})",
        seq, epoch, id, wall_ms, steady_ms, kind, subject, body);
}

void TestBox::add(std::string_view kind, std::string_view subject, std::string_view body) {
    entries.push_back(entry(newest() + 1, new_uuid(wall_ms), kind, subject, body));
    wall_ms += 1000;
    steady_ms += 1000;
}

void TestBox::add_ticket(std::string_view kind, std::string_view ticket, std::string_view state,
                         std::string_view more) {
    add(kind, ticket,
        fmt::format(R"({{"code":"A001","service_day":1,"matter":"permit","state":"{}"{}}})", state, more));
}

void TestBox::add_raw(std::string line) { entries.push_back(std::move(line)); }

void TestBox::add_many(int count) {
    for (int i = 0; i < count; ++i) add("counter.opened", "counter:1", "{}");
}

PushedBatch TestBox::batch(std::int64_t first, std::int64_t last) const {
    std::string chain(as_text(chain_start()));
    for (std::int64_t seq = 1; seq <= last; ++seq)
        chain = as_text(chain_after(chain, entries.at(static_cast<std::size_t>(seq - 1))));
    PushedBatch batch;
    batch.body = wire::pack_batch({entries.begin() + first - 1, entries.begin() + last});
    batch.head = {device.device_id, epoch, first, last, hex(chain), {}, {}};
    sign(batch);
    return batch;
}

void TestBox::sign(PushedBatch& batch) const {
    batch.head.digest = hex(as_text(blake2b(batch.body)));
    batch.head.signature = hex(linli::sign(sync::push_text(batch.head), signing_.secret));
}

sync::PushAnswer taken(Connection& connection, const TestBox& box, const PushedBatch& batch) {
    auto outcome = value_of(take_batch(connection, box.device, batch.head, batch.body, monday_ms));
    INFO((outcome ? "" : outcome.error().detail));
    REQUIRE(outcome.has_value());
    return *outcome;
}

RefusedPush refused(Connection& connection, const TestBox& box, const PushedBatch& batch) {
    auto outcome = value_of(take_batch(connection, box.device, batch.head, batch.body, monday_ms));
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error();
}

std::string letters(const std::vector<sync::EntryResult>& results) {
    std::string all;
    for (const sync::EntryResult result : results) all += "adq"[static_cast<int>(result)];
    return all;
}

}  // namespace linli::district::tests
