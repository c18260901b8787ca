// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/canvas.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/platform/panel.h"

namespace linli::kiosk {

namespace {

// A panel without a display and one frame drawn into it by the test.
class Sheet {
public:
    Sheet()
        : theme_(*Theme::embedded()),
          panel_(*Panel::open({.window = Panel::Window::offscreen, .renderer = Panel::Renderer::software})) {}

    template <class Draw>
    LayoutRecord draw(Draw draw, TextSize size = TextSize::normal) {
        LayoutRecord record;
        panel_->frame(1.0F / 60, [&](ImDrawList& list) {
            Canvas canvas(list, theme_, panel_->fonts(), Contrast::normal, size, panel_->projection(), record);
            draw(canvas);
        });
        return record;
    }

private:
    Theme theme_;
    std::unique_ptr<Panel> panel_;
};

std::string utf8(char32_t han) {
    return {static_cast<char>(0xE0 | han >> 12), static_cast<char>(0x80 | (han >> 6 & 0x3F)),
            static_cast<char>(0x80 | (han & 0x3F))};
}

}  // namespace

TEST_CASE("text wraps by UAX 14: no line begins with a closing mark") {
    Sheet sheet;
    sheet.draw([](Canvas& canvas) {
        const TextStyle style{.role = TextRole::body};
        const float line = canvas.line(TextRole::body);
        // Five characters wide: the comma must not begin the second line, so its character goes with it.
        CHECK(canvas.measure("一二三四五，六", style, 36 * 5.2F).height == line * 2);
        CHECK(canvas.measure("一二三四五，六", style, 36 * 5.2F).width < 36 * 4.5F);
        CHECK(canvas.measure("one two", style, 75).height == line * 2);
        CHECK(canvas.measure("一\n二", style).height == line * 2);
        CHECK(canvas.measure("", style).width == 0);
    });
}

TEST_CASE("text that does not fit is recorded as sticking out, never clipped") {
    Sheet sheet;
    const auto record = sheet.draw([](Canvas& canvas) {
        canvas.text({100, 100, 60, 40}, "Wunderbarlongword", {.role = TextRole::body});
    });
    REQUIRE(record.texts.size() == 1);
    CHECK(record.texts[0].ink.right() > record.texts[0].box.right() + 50);
}

TEST_CASE("bold spans are wider than plain ones and asterisks are not shown") {
    Sheet sheet;
    const auto record = sheet.draw([](Canvas& canvas) {
        const TextStyle style{.role = TextRole::list};
        CHECK(canvas.measure_marked("约等 *wait* 分钟", style).width > canvas.measure("约等 wait 分钟", style).width);
        canvas.marked({0, 0, 900, 100}, "约等 *12* 分钟", style);
    });
    CHECK(record.texts[0].text == "约等 12 分钟");
}

TEST_CASE("a character that no font has is reported, rare ones of GB 18030 are drawn") {
    Sheet sheet;
    const auto record = sheet.draw([](Canvas& canvas) {
        canvas.text({0, 0, 900, 100}, "𠀀𪚥㐂龘", {.role = TextRole::list});
        canvas.text({0, 200, 900, 100}, "\U000F0000", {.role = TextRole::list});
    });
    CHECK(record.texts[0].missing.empty());
    REQUIRE(record.texts[1].missing.size() == 1);
    CHECK(record.texts[1].missing[0] == U'\U000F0000');
}

TEST_CASE("larger letters are 1.35 as large and their lines as high") {
    Sheet sheet;
    float normal = 0, larger = 0;
    sheet.draw([&](Canvas& canvas) { normal = canvas.line(TextRole::body); });
    sheet.draw([&](Canvas& canvas) { larger = canvas.line(TextRole::body); }, TextSize::larger);
    CHECK(larger > normal * 1.33F);
    CHECK(larger < normal * 1.38F);
}

TEST_CASE("thousands of new characters come over several frames, at the same places") {
    Sheet sheet;
    std::string text;
    for (char32_t han = 0x5000; han < 0x5000 + 2500; ++han) text += utf8(han);
    const auto draw = [&] {
        return sheet.draw([&](Canvas& canvas) { canvas.text({0, 0, 1080, 1900}, text, {.role = TextRole::caption}); });
    };
    const LayoutRecord first = draw();
    CHECK(first.new_glyphs.spent);
    LayoutRecord last = draw();
    for (int i = 0; i < 6 && last.new_glyphs.spent; ++i) last = draw();
    CHECK_FALSE(last.new_glyphs.spent);
    CHECK(last.texts[0].box == first.texts[0].box);
    CHECK(last.texts[0].missing.empty());
}

TEST_CASE("a QR code stands on whole pixels with its quiet zone and says so when the text is too long") {
    Sheet sheet;
    sheet.draw([](Canvas& canvas) {
        const Rect covered = canvas.qr({100, 100, 300, 300}, "A027");
        CHECK(covered.width == covered.height);
        CHECK(static_cast<int>(covered.width) % 29 == 0);  // version 1: 21 modules and 4 on each side
        CHECK(canvas.qr({0, 0, 300, 300}, std::string(4000, 'x')).empty());
    });
}

TEST_CASE("the design's space fits any panel with the rest as letterbox") {
    const Projection same = Projection::fit(1080, 1920);
    CHECK(same.scale == 1);
    const Projection wide = Projection::fit(1366, 768);
    CHECK(wide.space == Size{1920, 1080});
    CHECK(wide.scale * 1080 <= 768.01F);
    const Point back = wide.to_units(wide.offset_x, wide.offset_y);
    CHECK(back == Point{0, 0});
}

}  // namespace linli::kiosk
