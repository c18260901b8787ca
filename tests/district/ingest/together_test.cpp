// SPDX-License-Identifier: Apache-2.0
#include <future>
#include <thread>

#include "district/store/alarms.h"
#include "district/store/streams.h"
#include "tests/district/test_box.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

/// A real connection, of which a test changes one thing.
class Passing : public Connection {
public:
    explicit Passing(Connection& real) : real_(real) {}
    Status begin() override { return real_.begin(); }
    Status commit() override { return real_.commit(); }
    void roll_back() override { real_.roll_back(); }
    Result<Rows> run(const Statement& statement, const Values& values) override { return real_.run(statement, values); }
    Result<Rows> find(const FindMany& statement, const Values& values, const std::vector<std::string>& keys) override {
        return real_.find(statement, values, keys);
    }
    Status run_later(const Statement& statement, Values values) override {
        return real_.run_later(statement, std::move(values));
    }
    Status insert_later(const InsertMany& statement, std::size_t rows, const std::vector<Column>& columns) override {
        return real_.insert_later(statement, rows, columns);
    }
    Result<std::vector<std::int64_t>> insert_new(const InsertMany& statement, std::size_t rows,
                                                 const std::vector<Column>& columns, std::size_t numbered) override {
        return real_.insert_new(statement, rows, columns, numbered);
    }
    Status execute(std::string_view script) override { return real_.execute(script); }
    Status lock_schema() override { return real_.lock_schema(); }
    Status prepare_months(std::int64_t now_ms) override { return real_.prepare_months(now_ms); }
    std::string_view schema_folder() const override { return real_.schema_folder(); }

private:
    Connection& real_;
};

/// As where the disk is full or the machine goes away.
class FailingCommit final : public Passing {
public:
    using Passing::Passing;
    Status commit() override { return fail(ErrorCode::disk_full, "no space is left"); }
};

/// A connection to a database that does not take one ticket.
class PickyConnection final : public Passing {
public:
    using Passing::Passing;
    Status insert_later(const InsertMany& statement, std::size_t rows, const std::vector<Column>& columns) override {
        if (statement.name == "save_tickets")
            for (std::size_t row = 0; row < rows; ++row)
                if (columns.at(1).words(row) == "t3") return fail(ErrorCode::invalid_input, "no such");
        return Passing::insert_later(statement, rows, columns);
    }
};

}  // namespace

TEST_CASE("an entry that the database itself does not take goes into quarantine, and the others go on") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    for (int i = 1; i <= 5; ++i) box.add_ticket("ticket.taken", "t" + std::to_string(i), "waiting");
    PickyConnection picky(district.connection());
    const sync::PushAnswer answer = taken(picky, box, box.all());
    CHECK(letters(answer.results) == "aaqaa");
    CHECK(answer.acked_through == 5);
    CHECK(answer.digest == box.all().head.digest);
    CHECK(hex(value_of(find_stream(district.connection(), box.key()))->chain) == box.all().head.chain);
    CHECK(district.count("SELECT count(*) FROM journal") == 4);
    CHECK(district.count("SELECT taken FROM hall_day") == 4);
    const auto alarms = value_of(list_alarms(district.connection(), WhichAlarms::all));
    REQUIRE(alarms.size() == 1);
    CHECK(alarms[0].kind == "entry_quarantined");
    CHECK(letters(taken(picky, box, box.all()).results) == "ddddd");
}

TEST_CASE("a commit that fails leaves nothing, and the same batch is taken afterwards") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(3);
    const PushedBatch batch = box.all();
    FailingCommit failing(district.connection());
    CHECK(error_of(take_batch(failing, box.device, batch.head, batch.body, monday_ms)) == "disk_full");
    CHECK(district.count("SELECT count(*) FROM journal") == 0);
    CHECK_FALSE(value_of(find_stream(district.connection(), box.key())));
    CHECK(letters(taken(district.connection(), box, batch).results) == "aaa");
}

TEST_CASE("a batch waits for one of the same box that is being taken") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(4);
    taken(district.connection(), box, box.batch(1, 2));
    const PushedBatch batch = box.batch(3, 4);
    auto holding = value_of(Transaction::begin(district.connection()));
    value_of(lock_stream(district.connection(), box.key()));
    auto pushed = std::async(std::launch::async, [&] {
        const auto connection = open_connection(district.place());
        if (!connection) return std::string("no connection");
        const auto outcome = take_batch(**connection, box.device, batch.head, batch.body, monday_ms);
        return outcome && *outcome ? letters((*outcome)->results) : "not taken";
    });
    CHECK(pushed.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
    value_of(holding.commit());
    CHECK(pushed.get() == "aa");
}

TEST_CASE("the same batch pushed by several at once is taken once") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    for (int i = 0; i < 50; ++i) box.add_ticket("ticket.taken", "t" + std::to_string(i), "waiting");
    const PushedBatch batch = box.all();
    std::vector<std::future<std::string>> pushed;
    for (int i = 0; i < 4; ++i)
        pushed.push_back(std::async(std::launch::async, [&] {
            const auto connection = open_connection(district.place());
            if (!connection) return std::string("no connection");
            const auto outcome = take_batch(**connection, box.device, batch.head, batch.body, monday_ms);
            return outcome && *outcome ? letters((*outcome)->results) : "not taken";
        }));
    int first = 0;
    for (auto& one : pushed) {
        const std::string results = one.get();
        first += results == std::string(50, 'a') ? 1 : 0;
        CHECK((results == std::string(50, 'a') || results == std::string(50, 'd')));
    }
    CHECK(first == 1);
    CHECK(district.count("SELECT taken FROM hall_day") == 50);
}

TEST_CASE("two connections push different halls together") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    constexpr int batches = 12, entries = 40;
    std::vector<TestBox> boxes;
    for (int i = 0; i < 2; ++i) {
        boxes.emplace_back(district, district.add_hall("Hall " + std::to_string(i)));
        for (int seq = 0; seq < batches * entries; ++seq)
            boxes.back().add_ticket("ticket.taken", "t" + std::to_string(seq), "waiting");
    }
    std::vector<std::future<int>> pushers;
    for (const TestBox& box : boxes)
        pushers.push_back(std::async(std::launch::async, [&] {
            const auto connection = open_connection(district.place());
            int accepted = 0;
            for (int i = 0; connection && i < batches; ++i) {
                const PushedBatch batch = box.batch(i * entries + 1, (i + 1) * entries);
                const auto outcome = take_batch(**connection, box.device, batch.head, batch.body, monday_ms);
                if (outcome && *outcome)
                    for (const auto result : (*outcome)->results) accepted += result == sync::EntryResult::accepted;
            }
            return accepted;
        }));
    for (auto& pusher : pushers) CHECK(pusher.get() == batches * entries);
    CHECK(district.count("SELECT count(*) FROM journal") == 2 * batches * entries);
    CHECK(district.count("SELECT min(taken) FROM hall_day") == batches * entries);
}
