// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/input_speed.h"

#include <algorithm>
#include <string>
#include <vector>

#include "hall/text/pinyin_input.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/platform/panel.h"
#include "kiosk/render/sample_pages.h"
#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

using namespace linli::kiosk;

constexpr double words_ms_max = 5, picture_ms_max = 50;
constexpr float frame_s = 1.0F / 60;

// What people type, what has the most ways to be read, and what has the most words.
const std::vector<std::string>& typed_lines() {
    static const std::vector<std::string> lines = {"jintie",
                                                   "dibaojintie",
                                                   "gaolingjintie",
                                                   "laobanzoule",
                                                   "shequfuwuzhongxin",
                                                   "woyaobanlicanjirenzheng",
                                                   "yi",
                                                   "yan",
                                                   "lve",
                                                   "gljt",
                                                   "ssssssssssssssssssssssssssssssss",
                                                   "zszszszszszszszszszszszszszszszs",
                                                   "ananananananananananananananananan",
                                                   "xianxianxianxianxianxianxianxianxian",
                                                   "shuangzhuangshuangzhuangshuangzhuang",
                                                   "qwertyuiopasdfghjklzxcvbnm"};
    return lines;
}

/// The time of every key's look-up.
std::vector<double> words_after_each_key(const Fonts& fonts) {
    std::vector<double> lengths_ms;
    for (const std::string& line : typed_lines())
        for (std::size_t letters = 1; letters <= line.size(); ++letters) {
            const double before = now_seconds();
            const PinyinReading reading =
                read_pinyin(std::string_view(line).substr(0, letters), [&](char32_t code) { return fonts.has(code); });
            lengths_ms.push_back((now_seconds() - before) * 1000);
        }
    return lengths_ms;
}

/// The time from every key to the picture with its words and what is found.
std::vector<double> picture_after_each_key(Panel& panel, const Theme& theme) {
    SampleClock clock;
    SampleService service(clock);
    SilentNarrator narrator;
    Kiosk kiosk({service, narrator, clock, theme, panel.fonts()}, Modes{});
    const auto draw = [&] {
        kiosk.update();
        panel.frame(frame_s, [&](ImDrawList& list) { kiosk.frame(list, panel.projection(), frame_s); });
    };
    std::vector<double> lengths_ms;
    for (const std::string& line : typed_lines()) {
        Session session = sample_session(ScreenId::look_up, service);
        session.query.clear();
        kiosk.show(ScreenId::look_up, std::move(session), Modes{});
        for (int i = 0; i < 3; ++i) draw();
        for (const char letter : line) {
            clock.advance(120);
            const double before = now_seconds();
            kiosk.type(std::string_view(&letter, 1));
            draw();
            lengths_ms.push_back((now_seconds() - before) * 1000);
            for (int i = 0; i < 2; ++i) draw();
        }
    }
    return lengths_ms;
}

}  // namespace

bool bench_input() {
    const auto theme = Theme::embedded();
    const auto panel = Panel::open(
        {.width = 1080, .height = 1920, .window = Panel::Window::offscreen, .renderer = Panel::Renderer::software});
    if (!theme || !panel) return false;
    words_after_each_key((*panel)->fonts());  // the table's and the fonts' pages come from the disk
    std::vector<double> words = words_after_each_key((*panel)->fonts());
    std::vector<double> pictures = picture_after_each_key(**panel, *theme);
    print_figure("key to words, half of all", percentile(words, 0.5), "ms");
    print_figure("key to picture with words, half of all", percentile(pictures, 0.5), "ms");
    bool holds = print_row("key to words, the slowest", words.back(), "ms", Budget::at_most, words_ms_max);
    holds &= print_row("key to picture with words (95 %)", percentile(pictures, 0.95), "ms", Budget::at_most,
                       picture_ms_max);
    return holds;
}

}  // namespace linli::bench
