// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/printer/raster.h"
#include "tests/kiosk/support/slips.h"

using namespace linli;
using namespace linli::kiosk;
using namespace linli::kiosk::testing;

namespace {

std::unique_ptr<SlipFonts> fonts() {
    const auto files = FontFiles::find();
    REQUIRE(files.has_value());
    auto opened = SlipFonts::open(*files);
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

const LaidItem& item_of(const LaidSlip& laid, LaidItem::Kind kind) {
    const auto found = std::ranges::find(laid.items, kind, &LaidItem::kind);
    REQUIRE(found != laid.items.end());
    return *found;
}

const LaidItem& words_of(const LaidSlip& laid, std::string_view words) {
    const auto found = std::ranges::find_if(
        laid.items, [&](const LaidItem& item) { return item.words.find(words) != std::string::npos; });
    INFO(words);
    REQUIRE(found != laid.items.end());
    return *found;
}

}  // namespace

TEST_CASE("on no slip and no paper is anything clipped, in another's place or too near the code") {
    const auto with = fonts();
    for (const NamedSlip& named : all_slips())
        for (const int width_dots : {576, 512, 432, 384}) {
            INFO(named.name << " on " << width_dots);
            const auto laid = lay_out(named.slip, *with, width_dots);
            REQUIRE(laid.has_value());
            CHECK(joined(layout_faults(*laid)) == "");
            // What is burnt is what was laid out: nothing lies outside and nothing is missing at an edge.
            DotBox laid_ink;
            for (const LaidItem& item : laid->items) laid_ink = around(laid_ink, item.ink);
            const DotBox burnt = raster_of(*laid, *with).ink();
            CHECK(laid_ink.contains(burnt));
            CHECK((burnt.width >= laid_ink.width - 2 && burnt.height >= laid_ink.height - 2));
        }
}

TEST_CASE("the faults that the layout test looks for are found") {
    LaidSlip laid{100, 100, {}};
    LaidItem item;
    item.words = "a";
    item.room = {0, 0, 50, 20};
    item.ink = {0, 0, 60, 20};
    laid.items = {item};
    CHECK(layout_faults(laid).size() == 1);
    item.room = item.ink = {50, 10, 60, 20};
    laid.items.push_back(item);
    CHECK(layout_faults(laid).size() == 3);
    LaidItem code;
    code.kind = LaidItem::Kind::code;
    code.room = code.ink = {0, 50, 30, 30};
    code.stroke_dots = 2;
    laid.items = {code};
    CHECK(layout_faults(laid).size() == 1);
}

TEST_CASE("on paper of 80 mm things stand where the design has them") {
    const auto with = fonts();
    SampleNumber number;
    number.view.ticket.priority = "elder";
    const auto laid = lay_out(number.slip(), *with, 576);
    REQUIRE(laid.has_value());
    const LaidItem& hall = words_of(*laid, "桂花里社区服务大厅");
    CHECK(hall.size_dots == 36);
    CHECK(std::abs(hall.ink.x + hall.ink.right() - 576) <= 4);
    const LaidItem& code = words_of(*laid, "A027");
    CHECK((code.size_dots == 188 && code.ink.width > 430 && code.ink.height > 130));
    const LaidItem& ahead = words_of(*laid, "6 人");
    const LaidItem& wait = words_of(*laid, "12–20 分钟");
    CHECK(ahead.baseline == wait.baseline);
    CHECK(wait.ink.right() >= 540);
    const LaidItem& phone = item_of(*laid, LaidItem::Kind::code);
    CHECK(phone.ink.right() == 576 - 24);
    CHECK((phone.ink.width >= 185 && phone.ink.width <= 203));
    const LaidItem& bring = words_of(*laid, "要带");
    CHECK(bring.ink.right() < phone.ink.x);
    const LaidItem& frame = item_of(*laid, LaidItem::Kind::frame);
    CHECK(frame.ink.contains(words_of(*laid, "优先").ink));
    CHECK(words_of(*laid, "优先").baseline == words_of(*laid, "高龄津贴申领").baseline);
    CHECK((laid->height_dots > 800 && laid->height_dots < 960));
}

TEST_CASE("on narrow paper the code stands below its words and the number fills the width") {
    const auto with = fonts();
    const auto laid = lay_out(SampleNumber().slip(), *with, 384);
    REQUIRE(laid.has_value());
    const LaidItem& phone = item_of(*laid, LaidItem::Kind::code);
    CHECK(std::abs(phone.ink.x + phone.ink.right() - 384) <= 1);
    CHECK(words_of(*laid, "再叫您").ink.bottom() < phone.ink.y);
    const LaidItem& code = words_of(*laid, "A027");
    CHECK((code.ink.width > 320 && code.ink.width <= 352));
    CHECK(words_of(*laid, "6 人").baseline == words_of(*laid, "12–20 分钟").baseline);
}

TEST_CASE("a longer number is smaller, never cut") {
    const auto with = fonts();
    SampleNumber number;
    number.view.ticket.number = 1234;
    const auto laid = lay_out(number.slip(), *with, 576);
    REQUIRE(laid.has_value());
    CHECK(words_of(*laid, "A1234").ink.width <= 528);
    CHECK(words_of(*laid, "A1234").size_dots < 188);
}

TEST_CASE("many things to bring have the whole width, and the code comes below") {
    const auto with = fonts();
    SampleNumber number;
    number.matter().bring.assign(12, {"近半年的收入情况说明加盖居委会公章原件", "A statement of income"});
    const auto laid = lay_out(number.slip(), *with, 576);
    REQUIRE(laid.has_value());
    const LaidItem& phone = item_of(*laid, LaidItem::Kind::code);
    CHECK(words_of(*laid, "再叫您").ink.bottom() < phone.ink.y);
    int widest = 0;
    for (const LaidItem& item : laid->items)
        if (item.words.find("收入") != std::string::npos) widest = std::max(widest, item.ink.right());
    CHECK(widest > 500);
}

TEST_CASE("a text too long for any code for a phone is refused") {
    const auto with = fonts();
    Slip slip;
    SlipCode code;
    code.payload = std::string(4000, 'x');
    slip.blocks.push_back({0, code});
    const auto laid = lay_out(slip, *with, 576);
    REQUIRE_FALSE(laid.has_value());
    CHECK(laid.error().code == ErrorCode::invalid_input);
    std::get<SlipCode>(slip.blocks[0].what).payload = std::string(1200, 'x');
    CHECK_FALSE(lay_out(slip, *with, 384).has_value());
}
