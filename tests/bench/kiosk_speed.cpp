// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/kiosk_speed.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/base/utf8.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/platform/panel.h"
#include "kiosk/render/sample_pages.h"
#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

using namespace linli::kiosk;

constexpr int taps_a_page = 24;
constexpr float frame_s = 1.0F / 60;

/// A kiosk with sample data on a panel without a display.
class Bench {
public:
    Bench(Panel& panel, const Theme& theme)
        : panel_(panel), service_(clock_), kiosk_({service_, narrator_, clock_, theme, panel.fonts()}, Modes{}) {}

    void show(ScreenId page) {
        kiosk_.show(page, sample_session(page, service_), Modes{});
        for (int i = 0; i < 4; ++i) draw();
        clock_.advance(1000);
    }

    /// From the finger's touch to the picture with the pressed target, and from its lifting to the next picture.
    void tap(const std::string& id, std::vector<double>& lengths_ms) {
        const auto* target = kiosk_.shown().target(id);
        if (!target) return;
        const Point centre = target->rect.centre();
        for (const auto kind : {FingerEvent::Kind::down, FingerEvent::Kind::up}) {
            const double before = now_seconds();
            kiosk_.push({kind, centre, clock_.boot_ms()});
            draw();
            lengths_ms.push_back((now_seconds() - before) * 1000);
            clock_.advance(40);
        }
    }

    std::vector<std::string> targets() const {
        std::vector<std::string> ids;
        for (const auto& target : kiosk_.shown().targets)
            if (target.state == LayoutRecord::Target::enabled) ids.push_back(target.id);
        return ids;
    }

private:
    void draw() {
        kiosk_.update();
        panel_.frame(frame_s, [&](ImDrawList& list) { kiosk_.frame(list, panel_.projection(), frame_s); });
    }

    Panel& panel_;
    SampleClock clock_;
    SampleService service_;
    SilentNarrator narrator_;
    Kiosk kiosk_;
};

bool bench_taps(Panel& panel, const Theme& theme) {
    bool holds = true;
    for (const ScreenRow& row : screen_table()) {
        if (row.id == ScreenId::out_of_service) continue;  // nothing to touch there
        std::vector<double> lengths_ms;
        Bench bench(panel, theme);
        bench.show(row.id);
        const std::vector<std::string> ids = bench.targets();
        for (int i = 0; i < taps_a_page && !ids.empty(); ++i) {
            bench.show(row.id);
            bench.tap(ids[static_cast<std::size_t>(i) % ids.size()], lengths_ms);
        }
        holds &= print_row(fmt::format("tap to presented picture, {} (95 %)", row.name), percentile(lengths_ms, 0.95),
                           "ms", Budget::at_most, 50);
    }
    return holds;
}

/// 3,500 characters that were never shown come at once, as on a page full of rare names; each frame is timed until all
/// of them stand there.
bool bench_new_characters(Panel& panel, const Theme& theme) {
    constexpr char32_t first = 0x6000;
    constexpr int lines = 70, a_line = 50, frames = 12;
    std::vector<std::string> texts;
    for (int line = 0; line < lines; ++line) {
        std::string text;
        for (int i = 0; i < a_line; ++i) text += utf8_of(first + static_cast<char32_t>(line * a_line + i));
        texts.push_back(std::move(text));
    }
    double longest_ms = 0;
    for (int frame = 0; frame < frames; ++frame) {
        const double before = now_seconds();
        panel.frame(frame_s, [&](ImDrawList& list) {
            LayoutRecord record;
            Canvas canvas(list, theme, panel.fonts(), Contrast::normal, TextSize::normal, panel.projection(), record);
            for (int line = 0; line < lines; ++line)
                canvas.text({0, static_cast<float>(line) * 27, 1920, 40}, texts[static_cast<std::size_t>(line)],
                            {.role = TextRole::small});
        });
        longest_ms = std::max(longest_ms, (now_seconds() - before) * 1000);
    }
    return print_row("3,500 new characters at once: longest frame", longest_ms, "ms", Budget::at_most, 100);
}

}  // namespace

bool bench_kiosk_pages() {
    const auto theme = Theme::embedded();
    const auto panel = Panel::open(
        {.width = 1080, .height = 1920, .window = Panel::Window::offscreen, .renderer = Panel::Renderer::software});
    if (!theme || !panel) return false;
    const bool taps_hold = bench_taps(**panel, *theme);
    return bench_new_characters(**panel, *theme) && taps_hold;
}

}  // namespace linli::bench
