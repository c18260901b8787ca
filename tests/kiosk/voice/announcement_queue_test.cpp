// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcement_queue.h"

#include <catch2/catch_test_macros.hpp>

namespace linli::kiosk {
namespace {

using What = AnnouncementQueue::Turn::What;
constexpr int ten_o_clock = 10 * 60;

Call call_of(std::int64_t seq, std::int64_t age_ms = 0) {
    Call call;
    call.seq = seq;
    call.code = "A" + std::to_string(seq);
    call.counter = 1;
    call.age_ms = age_ms;
    return call;
}

}  // namespace

TEST_CASE("each call has its turn, in order, and the next one waits until the last has ended") {
    AnnouncementQueue queue;
    for (int i = 1; i <= 30; ++i) queue.add(call_of(i), 0);
    for (int i = 1; i <= 30; ++i) {
        const auto turn = queue.next({}, ten_o_clock);
        REQUIRE(turn.has_value());
        CHECK(turn->what == What::speak);
        CHECK(turn->call.seq == i);
        CHECK_FALSE(queue.next({}, ten_o_clock).has_value());
        queue.ended();
    }
    CHECK_FALSE(queue.next({}, ten_o_clock).has_value());
}

TEST_CASE("the same number called twice is spoken twice") {
    AnnouncementQueue queue;
    queue.add(call_of(5), 0);
    queue.add(call_of(5), 0);
    REQUIRE(queue.next({}, ten_o_clock).has_value());
    queue.ended();
    CHECK(queue.next({}, ten_o_clock).has_value());
}

TEST_CASE("a call that was taken back is not spoken, but for one that is being spoken") {
    AnnouncementQueue queue;
    for (const int seq : {1, 2, 3}) queue.add(call_of(seq), 0);
    queue.add(call_of(2), 0);  // called once more: that is the one taken back
    REQUIRE(queue.next({}, ten_o_clock)->call.seq == 1);
    queue.take_back({"A1", 1});
    queue.take_back({"A2", 1});
    queue.take_back({"A3", 2});  // not by this counter
    queue.take_back({"A9", 1});
    CHECK(queue.speaking() != nullptr);
    CHECK(queue.waiting() == 2);
    queue.ended();
    CHECK(queue.next({}, ten_o_clock)->call.seq == 2);
    queue.ended();
    CHECK(queue.next({}, ten_o_clock)->call.seq == 3);
}

TEST_CASE("a call that was cut off is the next once more") {
    AnnouncementQueue queue;
    queue.add(call_of(1), 0);
    queue.add(call_of(2), 0);
    REQUIRE(queue.next({}, ten_o_clock).has_value());
    queue.interrupted();
    CHECK(queue.speaking() == nullptr);
    CHECK(queue.next({}, ten_o_clock)->call.seq == 1);
}

TEST_CASE("in quiet hours, over midnight too, and where the hour has no volume calls are passed over") {
    VoicePlan plan;
    plan.quiet = {{22 * 60, 6 * 60}};
    plan.volume_by_hour[13] = 0;
    const auto what_at = [&](int minute) {
        AnnouncementQueue queue;
        queue.add(call_of(1), 0);
        return queue.next(plan, minute)->what;
    };
    CHECK(what_at(22 * 60) == What::pass_over);
    CHECK(what_at(0) == What::pass_over);
    CHECK(what_at(6 * 60 - 1) == What::pass_over);
    CHECK(what_at(6 * 60) == What::speak);
    CHECK(what_at(22 * 60 - 1) == What::speak);
    CHECK(what_at(13 * 60 + 30) == What::pass_over);
}

TEST_CASE("the volume is that of the hour") {
    VoicePlan plan;
    plan.volume_by_hour[9] = 35;
    AnnouncementQueue queue;
    queue.add(call_of(1), 0);
    CHECK(queue.next(plan, 9 * 60 + 59)->volume == 35);
}

TEST_CASE("those that waited too long are taken out in order, the younger ones stay") {
    AnnouncementQueue queue;
    queue.add(call_of(1, 100'000), 0);
    queue.add(call_of(2, 50'000), 0);
    queue.add(call_of(3, 0), 0);
    const auto old = queue.take_older_than(120'000, 80'000);
    REQUIRE(old.size() == 2);
    CHECK(old[0].seq == 1);
    CHECK(old[1].seq == 2);
    CHECK(queue.waiting() == 1);
}

}  // namespace linli::kiosk
