// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "district/ingest/take_batch.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "tests/district/test_district.h"

namespace linli::district::tests {

/// One push as it goes over the wire.
struct PushedBatch {
    sync::PushHead head;
    std::string body;
};

/// A box that was let in, with a journal that it makes up as a real one would write it.
class TestBox {
public:
    TestBox(TestDistrict& district, const HallRow& hall, const std::string& device_id = "box-1",
            std::int64_t epoch = 1);
    /// "box-1", let in by other ways with this key.
    TestBox(TestDistrict& district, const HallRow& hall, const SigningKey& key);

    /// The next entry of the journal.
    void add(std::string_view kind, std::string_view subject, std::string_view body);
    /// A ticket's entry: state and what else stands in the body.
    void add_ticket(std::string_view kind, std::string_view ticket, std::string_view state, std::string_view more = "");
    /// Whatever bytes.
    void add_raw(std::string line);
    /// So many that mean nothing to the district.
    void add_many(int count);
    /// As it would be written now, with this number and id; not added.
    std::string entry(std::int64_t seq, std::string_view id, std::string_view kind, std::string_view subject,
                      std::string_view body) const;

    /// The numbers' entries as a signed batch.
    PushedBatch batch(std::int64_t first, std::int64_t last) const;
    PushedBatch all() const { return batch(1, newest()); }
    /// Signs what a test has changed.
    void sign(PushedBatch& batch) const;

    std::int64_t newest() const { return static_cast<std::int64_t>(entries.size()); }
    StreamKey key() const { return {device.hall_id, device.device_id, epoch}; }

    DeviceRow device;
    std::int64_t epoch;
    std::int64_t wall_ms = monday_ms, steady_ms = 5'000'000;  ///< a second more with each entry
    std::vector<std::string> entries;

private:
    SigningKey signing_;
};

/// What was answered; the test fails where it was not taken.
sync::PushAnswer taken(Connection& connection, const TestBox& box, const PushedBatch& batch);
/// Why not; the test fails where it was.
RefusedPush refused(Connection& connection, const TestBox& box, const PushedBatch& batch);
/// "accepted duplicate quarantined", shortened to their first letters: "adq".
std::string letters(const std::vector<sync::EntryResult>& results);

}  // namespace linli::district::tests
