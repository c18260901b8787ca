// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/live_kiosk.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace linli::kiosk::testing {

namespace {

constexpr float step_s = 1.0F / 60;

}  // namespace

LiveKiosk::LiveKiosk() {
    using support::value_of;
    const auto database = folder.file("hall.db");
    hall = value_of(Hall::create(database, clock, Actor{"test"}, support::always_open()));
    theme_ = std::make_unique<Theme>(value_of(Theme::embedded()));
    worker_ = std::make_unique<HallWorker>(database, clock);
    panel_ = value_of(Panel::open(
        {.width = 1080, .height = 1920, .window = Panel::Window::offscreen, .renderer = Panel::Renderer::software}));
    kiosk_ =
        std::make_unique<Kiosk>(Kiosk::Parts{*worker_, spoken, clock, *theme_, panel_->fonts(), "software"}, Modes{});
    until_on(ScreenId::attract);
}

void LiveKiosk::draw_if_changed() {
    if (kiosk_->update())
        panel_->frame(step_s, [&](ImDrawList& list) { kiosk_->frame(list, panel_->projection(), step_s); });
}

void LiveKiosk::wait() { std::this_thread::sleep_for(std::chrono::milliseconds(10)); }

void LiveKiosk::tap(const std::string& id) {
    until(id.c_str(), [&] {
        const auto* target = kiosk_->shown().target(id);
        return target != nullptr && target->state == LayoutRecord::Target::enabled;
    });
    // The first moment of a page takes no touch.
    std::this_thread::sleep_for(std::chrono::milliseconds(Presses::guard_ms + 20));
    const Point centre = kiosk_->shown().target(id)->rect.centre();
    for (const auto kind : {FingerEvent::Kind::down, FingerEvent::Kind::up}) {
        kiosk_->push({.kind = kind, .point = centre, .at_ms = clock.boot_ms()});
        draw_if_changed();
    }
}

bool LiveKiosk::shows(const std::string& text) const {
    return std::ranges::any_of(kiosk_->shown().texts,
                               [&](const auto& one) { return one.text.find(text) != std::string::npos; });
}

}  // namespace linli::kiosk::testing
