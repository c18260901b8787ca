// SPDX-License-Identifier: Apache-2.0
// Many faults one after another, drawn by a seed: a network that loses, doubles, delays and forges what is said, and a
// disk of the district's that fails again and again and whose power is cut in the end.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <map>
#include <random>

#include "tests/faults/both_here.h"
#include "tests/faults/district_morning.h"
#include "tests/support/cases.h"
#include "tests/support/power_cut.h"

using namespace linli;
using namespace linli::support;

namespace {

using Faults = std::vector<std::string>;
using Answered = tl::expected<agent::HttpAnswer, agent::NoAnswer>;

/// What becomes of one request on a bad network.
class BadNetwork {
public:
    explicit BadNetwork(std::uint32_t seed) : random_(seed) {}

    Answered send(const agent::HttpRequest& request, const std::function<Answered()>& really) {
        const std::string operation = request.url.substr(request.url.find("/v1/"), 8);
        const unsigned fate = random_() % 12;
        if (fate < 9) ++faults;
        if (fate == 0) return tl::unexpected(agent::NoAnswer{SyncTrouble::unreachable, "no way there"});
        if (fate == 1) return agent::HttpAnswer{200, "<html>Please sign in to the guests' network</html>", {}};
        if (fate == 2) return agent::HttpAnswer{502 + static_cast<long>(random_() % 3), "", {}};
        if (fate == 3) return agent::HttpAnswer{429, R"({"problem":"busy","detail":"later"})", std::chrono::seconds(2)};
        if (fate == 4 && former_.contains(operation)) return former_.at(operation);  // one that was late
        if (fate == 5) (void)really();                                               // sent twice
        Answered answer = really();
        if (!answer) return answer;
        former_.insert_or_assign(operation, *answer);
        if (fate == 6) return tl::unexpected(agent::NoAnswer{SyncTrouble::cut_off, "the answer was lost"});
        if (fate == 7) answer->body.resize(random_() % (answer->body.size() + 1));
        if (fate == 8 && !answer->body.empty())
            answer->body[random_() % answer->body.size()] ^= static_cast<char>(1U << (random_() % 7));
        return answer;
    }

    long faults = 0;

private:
    std::minstd_rand random_;
    std::map<std::string, agent::HttpAnswer> former_;
};

}  // namespace

TEST_CASE("a network that loses, doubles, delays and forges loses no record and doubles none", "[random]") {
    BothHere both(district::tests::Driver::sqlite);
    both.enrol();
    BadNetwork network(fault_seed());
    both.network = [&](const agent::HttpRequest& request, const std::function<Answered()>& really) {
        return network.send(request, really);
    };
    std::minstd_rand random(fault_seed() + 1);
    for (int round = 0; round < 60; ++round) {
        for (auto count = random() % 40; count > 0; --count) both.take();
        both.run_seconds(static_cast<int>(random() % 90));
    }
    both.network = {};
    both.run_seconds(2 * 3'600);
    CHECK(both.differences() == Faults{});
    CHECK(network.faults > 50);
    print_cases("faults of the network", network.faults);
}

TEST_CASE("a disk of the district's that fails again and again, and then loses its power, loses nothing", "[random]") {
    spdlog::set_level(spdlog::level::off);
    constexpr const char* database = "district.db";
    constexpr int mornings = 100;
    const DistrictMorning morning;
    std::minstd_rand random(fault_seed());
    for (int round = 0; round < mornings; ++round) {
        const TempFolder folder, after;
        write_file(folder.file(database), morning.file_before());
        DiskRecorder disk;
        Promised promised;
        auto connection = value_of(district::open_connection({folder.file(database), {}}));
        const auto batches = 3 + random() % 10;
        for (unsigned tries = 0; tries < batches && !morning.all_done(promised); ++tries) {
            const bool full = random() % 2 == 0;
            disk.fail_after(full ? DiskRecorder::Fault::full : DiskRecorder::Fault::sync, random() % (full ? 60 : 3),
                            random() % 8);
            (void)morning.next(*connection, promised);
            if (random() % 4 == 0) (void)connection->execute("PRAGMA wal_checkpoint(RESTART)");
        }
        disk.fail_after(DiskRecorder::Fault::full, 0, 0);
        CutDisk cut({{database, morning.file_before()}}, CutDisk::Disk::honest);
        for (const DiskRecorder::Step& step : disk.steps()) cut.follow(step);
        cut.cut(after.path(), static_cast<std::uint32_t>(random()));
        INFO(round);
        for (const TempFolder* const where : {&folder, &after}) {
            connection.reset();
            connection = value_of(district::open_connection({where->file(database), {}}));
            REQUIRE(morning.fault(*connection, promised) == "");
            REQUIRE(morning.fault_at_the_end(*connection, promised) == "");
        }
    }
    print_cases("mornings on a failing disk", mornings);
}
