// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/reading_order.h"

#include <catch2/catch_test_macros.hpp>

namespace linli::kiosk {
namespace {

/// A page put together by hand.
struct PageOf {
    LayoutRecord record;
    PageOf& text(const std::string& words, Rect ink, Heard heard = Heard::with_target) {
        LayoutRecord::Text text;
        text.text = words;
        text.ink = ink;
        text.heard = heard;
        text.order = record.next_order++;
        record.texts.push_back(text);
        return *this;
    }
    PageOf& target(const std::string& id, Rect rect, LayoutRecord::TargetKind kind = LayoutRecord::TargetKind::button,
                   LayoutRecord::Target state = LayoutRecord::Target::enabled) {
        record.targets.push_back({id, rect, state, kind, record.next_order++});
        return *this;
    }
    std::string read() const {
        std::string all;
        for (const ReadingPart& part : reading_of(record)) all += "[" + part.target + "] " + part.text + "\n";
        return all;
    }
};

}  // namespace

TEST_CASE("titles come first, then the labels of targets line by line from the left") {
    PageOf page;
    page.target("d", {0, 500, 100, 100}).text("four", {10, 510, 20, 20});
    page.target("c", {200, 310, 100, 100}).text("three", {210, 330, 20, 20});
    page.target("b", {0, 300, 100, 100}).text("two", {10, 320, 20, 20}).text("more", {10, 360, 20, 20});
    page.text("title", {0, 50, 400, 60}, Heard::first).text("only looked at", {0, 200, 100, 30});
    CHECK(page.read() == "[] title\n[b] two, more\n[c] three\n[d] four\n");
}

TEST_CASE("keys, what cannot be pressed and the bottom bar are not read") {
    PageOf page;
    page.target("q", {0, 0, 50, 50}, LayoutRecord::TargetKind::key).text("q", {10, 10, 20, 20});
    page.target("off", {100, 0, 50, 50}, LayoutRecord::TargetKind::button, LayoutRecord::Target::disabled)
        .text("off", {110, 10, 20, 20});
    page.target("bar.home", {0, 100, 50, 50}).text("home", {10, 110, 20, 20});
    CHECK(page.read().empty());
}

TEST_CASE("a text belongs to the smallest target around it") {
    PageOf page;
    page.target("all", {0, 0, 500, 500}).target("small", {100, 100, 50, 50});
    page.text("inner", {110, 110, 20, 20}).text("outer", {300, 300, 20, 20});
    CHECK(page.read() == "[small] inner\n[all] outer\n");
}

TEST_CASE("under a dialog nothing is read but the dialog") {
    PageOf page;
    page.text("page", {0, 0, 100, 50}, Heard::first).target("below", {0, 100, 50, 50}).text("below", {10, 110, 20, 20});
    page.record.covered_before = page.record.next_order++;
    page.text("dialog", {0, 200, 100, 50}, Heard::first).target("yes", {0, 300, 50, 50}).text("yes", {10, 310, 20, 20});
    CHECK(page.read() == "[] dialog\n[yes] yes\n");
}

}  // namespace linli::kiosk
