// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/presses.h"

#include <catch2/catch_test_macros.hpp>

namespace linli::kiosk {

namespace {

using Kind = FingerEvent::Kind;

// A page with a button, a key, a disabled button and a list with a row.
LayoutRecord page() {
    LayoutRecord record;
    record.space = {1080, 1920};
    const auto target = [&](const char* id, Rect rect, LayoutRecord::Target state, LayoutRecord::TargetKind kind) {
        record.targets.push_back({id, rect, state, kind, record.next_order++});
    };
    target("button", {0, 0, 200, 100}, LayoutRecord::Target::enabled, LayoutRecord::TargetKind::button);
    target("key", {0, 200, 100, 100}, LayoutRecord::Target::enabled, LayoutRecord::TargetKind::key);
    target("off", {0, 400, 200, 100}, LayoutRecord::Target::disabled, LayoutRecord::TargetKind::button);
    target("row", {0, 600, 200, 100}, LayoutRecord::Target::enabled, LayoutRecord::TargetKind::button);
    record.drag_areas.push_back({"list", {0, 600, 200, 400}});
    return record;
}

struct Hand {
    LayoutRecord shown = page();
    Presses presses;
    std::int64_t now_ms = 10'000;

    bool act(Kind kind, Point at) {
        presses.push({kind, at, now_ms});
        return presses.begin_frame(shown);
    }
    // True where the tap acted.
    bool tap(const char* id, Point at) {
        act(Kind::down, at);
        now_ms += 50;
        act(Kind::up, at);
        const bool tapped = presses.touch(id).tapped;
        presses.begin_frame(shown);
        return tapped;
    }
};

constexpr Point on_button{50, 50}, on_key{50, 250}, on_off{50, 450}, on_row{50, 650}, nowhere{900, 900};

}  // namespace

TEST_CASE("a press shows in its frame and a tap acts in one frame only") {
    Hand hand;
    hand.act(Kind::down, on_button);
    CHECK(hand.presses.touch("button").pressed);
    CHECK_FALSE(hand.presses.touch("button").tapped);
    hand.act(Kind::up, on_button);
    CHECK_FALSE(hand.presses.touch("button").pressed);
    CHECK(hand.presses.touch("button").tapped);
    hand.presses.begin_frame(hand.shown);
    CHECK_FALSE(hand.presses.touch("button").tapped);
}

TEST_CASE("down and up in one batch are still two frames") {
    Hand hand;
    hand.presses.push({Kind::down, on_button, hand.now_ms});
    hand.presses.push({Kind::up, on_button, hand.now_ms + 5});
    hand.presses.begin_frame(hand.shown);
    CHECK(hand.presses.touch("button").pressed);
    CHECK(hand.presses.pending());
    hand.presses.begin_frame(hand.shown);
    CHECK(hand.presses.touch("button").tapped);
}

TEST_CASE("a double tap on a button acts once, on a key twice") {
    Hand hand;
    CHECK(hand.tap("button", on_button));
    hand.now_ms += 100;
    CHECK_FALSE(hand.tap("button", on_button));
    hand.now_ms += 300;
    CHECK(hand.tap("button", on_button));
    CHECK(hand.tap("key", on_key));
    hand.now_ms += 40;
    CHECK(hand.tap("key", on_key));
}

TEST_CASE("nothing taps in a page's first 300 ms") {
    Hand hand;
    hand.presses.page_changed(hand.now_ms);
    hand.now_ms += 120;
    CHECK_FALSE(hand.tap("button", on_button));
    hand.now_ms += 300;
    CHECK(hand.tap("button", on_button));
}

TEST_CASE("a finger that leaves its target never taps, even when it comes back") {
    Hand hand;
    hand.act(Kind::down, on_button);
    hand.act(Kind::move, nowhere);
    CHECK_FALSE(hand.presses.touch("button").pressed);
    hand.act(Kind::move, on_button);
    hand.act(Kind::up, on_button);
    CHECK_FALSE(hand.presses.touch("button").tapped);
}

TEST_CASE("a disabled target neither presses nor taps nor counts as nowhere") {
    Hand hand;
    CHECK_FALSE(hand.tap("off", on_off));
    hand.act(Kind::down, on_off);
    hand.act(Kind::up, on_off);
    CHECK_FALSE(hand.presses.tapped_elsewhere());
    hand.act(Kind::down, nowhere);
    hand.act(Kind::up, nowhere);
    CHECK(hand.presses.tapped_elsewhere());
}

TEST_CASE("a drag in a list takes the press away after 14 units and moves the list") {
    Hand hand;
    hand.act(Kind::down, on_row);
    hand.act(Kind::move, {50, 660});
    CHECK(hand.presses.touch("row").pressed);
    CHECK_FALSE(hand.presses.drag("list").held);
    hand.now_ms += 16;
    hand.act(Kind::move, {50, 680});
    CHECK_FALSE(hand.presses.touch("row").pressed);
    CHECK(hand.presses.drag("list").held);
    CHECK(hand.presses.drag("list").moved_y == 20);
    hand.now_ms += 16;
    hand.act(Kind::up, {50, 680});
    CHECK(hand.presses.drag("list").released);
    CHECK_FALSE(hand.presses.touch("row").tapped);
}

TEST_CASE("what a dialog covers cannot be pressed, not even by a finger that was there before") {
    Hand hand;
    hand.act(Kind::down, on_button);
    hand.shown.covered_before = hand.shown.next_order++;
    hand.act(Kind::up, on_button);
    CHECK_FALSE(hand.presses.touch("button").tapped);
    hand.now_ms += 1000;
    CHECK_FALSE(hand.tap("button", on_button));
}

TEST_CASE("a storm of movements is one movement") {
    Hand hand;
    hand.act(Kind::down, on_row);
    for (int i = 0; i < 100'000; ++i)
        hand.presses.push({Kind::move, {50, 650 + static_cast<float>(i % 300)}, hand.now_ms});
    hand.presses.begin_frame(hand.shown);
    CHECK_FALSE(hand.presses.pending());
}

}  // namespace linli::kiosk
