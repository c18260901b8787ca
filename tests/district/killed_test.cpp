// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "district/boxes/enrol.h"
#include "district/store/alarms.h"
#include "district/store/streams.h"
#include "tests/district/test_box.h"
#include "tests/support/api_client.h"
#include "tests/support/places.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;
using support::ApiClient;
using support::Reply;

namespace {

constexpr std::int64_t batch_entries = 20;

/// The real program, serving in a process of its own that can be killed.
class ServingProgram {
public:
    explicit ServingProgram(TestDistrict& district)
        : out_(district.folder() / "out"), child_([&] { return become_program(district); }) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        constexpr std::string_view begin = "http://127.0.0.1:";
        while (std::chrono::steady_clock::now() < until && base.empty()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            const std::string words = std::filesystem::exists(out_) ? support::read_file(out_) : "";
            const auto at = words.find(begin);
            if (at != std::string::npos && words.find('\n', at) != std::string::npos)
                base = words.substr(at, words.find('\n', at) - at);
        }
        REQUIRE_FALSE(base.empty());
    }
    ~ServingProgram() { std::filesystem::remove(out_); }
    void kill() { child_.kill_at_once(); }

    std::string base;

private:
    int become_program(const TestDistrict& district) const {
        const int out = open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(out, STDOUT_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        setenv("LINLI_DISTRICT_DATA", district.folder().c_str(), 1);
        setenv("LINLI_DISTRICT_POSTGRES", district.place().conninfo.c_str(), 1);
        const std::string program = support::district_program();
        execl(program.c_str(), program.c_str(), "serve", "--local-only", "--local-port", "0", nullptr);
        return 127;
    }
    std::filesystem::path out_;
    support::Child child_;
};

Reply push(ApiClient& api, const std::string& token, const PushedBatch& batch) {
    const auto& head = batch.head;
    return api.raw("POST", "/v1/push", batch.body,
                   {"Authorization: Bearer " + token, "Content-Type: application/zstd", "Linli-Device: " + head.device,
                    fmt::format("Linli-Epoch: {}", head.epoch), fmt::format("Linli-First: {}", head.first),
                    fmt::format("Linli-Last: {}", head.last), "Linli-Chain: " + head.chain,
                    "Linli-Digest: " + head.digest, "Linli-Signature: " + head.signature});
}

std::string enrolled(TestDistrict& district, const HallRow& hall, const SigningKey& key) {
    const std::string code =
        value_of(make_pairing_code(district.connection(), hall.hall_id, Approval::given, 1, monday_ms));
    sync::EnrolRequest request{code, "box-1", 1, hex(key.public_key), "Box", "0.1.0", {}};
    request.proof = hex(sign(sync::enrol_text(request), key.secret));
    return value_of(enrol(district.connection(), request, monday_ms)).value().token;
}

}  // namespace

TEST_CASE("a district that is killed again and again has kept all that it acknowledged, and nothing twice") {
    const Driver driver = LINLI_BOTH_DRIVERS();
    TestDistrict district(driver);
    const HallRow hall = district.add_hall();
    const SigningKey key = make_signing_key();
    const std::string token = enrolled(district, hall, key);
    TestBox box(district, hall, key);
    for (int i = 0; i < 4000; ++i) box.add_ticket("ticket.taken", "t" + std::to_string(i), "waiting");
    std::vector<PushedBatch> batches;
    for (std::int64_t first = 1; first <= box.newest(); first += batch_entries)
        batches.push_back(box.batch(first, first + batch_entries - 1));

    std::minstd_rand random(20261123);
    std::int64_t acknowledged = 0;
    for (int round = 0; round < 6; ++round) {
        ServingProgram program(district);
        ApiClient api(program.base);
        std::thread killer([&, after = 10 + random() % 120] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            program.kill();
        });
        bool alive = true;
        while (alive && acknowledged < box.newest()) {
            const Reply reply = push(api, token, batches.at(static_cast<std::size_t>(acknowledged / batch_entries)));
            alive = reply.status == 200;
            if (alive) acknowledged = value_of(sync::read_push_answer(reply.body)).durable_through;
        }
        killer.join();
        // Whatever the killed program had under way in the database has ended once the stream is ours.
        const auto looking = value_of(Transaction::begin(district.connection()));
        const std::int64_t here = value_of(lock_stream(district.connection(), box.key())).acked_through;
        CHECK(here >= acknowledged);
        CHECK(here % batch_entries == 0);
        CHECK(district.count("SELECT count(*) FROM journal") == here);
        CHECK(district.count("SELECT count(*) FROM ticket") == here);
        CHECK(district.count("SELECT CAST(COALESCE(SUM(taken), 0) AS BIGINT) FROM hall_day") == here);
    }
    REQUIRE(acknowledged > 0);
    INFO(acknowledged);
    CHECK(value_of(list_alarms(district.connection(), WhichAlarms::all)).empty());
}
