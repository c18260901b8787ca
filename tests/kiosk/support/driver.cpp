// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/driver.h"

#include <SDL.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "hall/base/utf8.h"

namespace linli::kiosk::testing {

namespace {

constexpr float step_s = 1.0F / 60;
constexpr std::int64_t step_ms = 16;

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

}  // namespace

Driver::Driver(const Options& options) {
    theme_ = std::make_unique<Theme>(must(Theme::embedded()));
    service_ = options.starts_empty ? std::make_unique<SampleService>(clock_, nullptr)
                                    : std::make_unique<SampleService>(clock_);
    panel_ = must(Panel::open({.width = options.width,
                               .height = options.height,
                               .window = Panel::Window::offscreen,
                               .renderer = Panel::Renderer::software}));
    kiosk_ = std::make_unique<Kiosk>(
        Kiosk::Parts{*service_, spoken_, clock_, *theme_, panel_->fonts(), panel_->renderer_name()}, options.modes);
    frames();
}

void Driver::show(ScreenId screen, Session session, const Modes& modes) {
    clock_.advance(1000);
    kiosk_->show(screen, std::move(session), modes);
    frames();
}

void Driver::push_finger(std::uint32_t type, Point at, std::int64_t finger) {
    const Projection projection = panel_->projection();
    const Size size = panel_->size_px();
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = finger;
    event.tfinger.x = (at.x * projection.scale + projection.offset_x) / size.width;
    event.tfinger.y = (at.y * projection.scale + projection.offset_y) / size.height;
    SDL_PushEvent(&event);
}

void Driver::take_events() {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        if (event.type == SDL_WINDOWEVENT) kiosk_->must_draw();
        kiosk_->type(typed_by(event));
        if (const auto one = touch_.read(event, panel_->projection(), panel_->size_px(), clock_.boot_ms()))
            kiosk_->push(*one);
    }
}

void Driver::type(const std::string& text) {
    for (const Character& sign : characters(text)) {
        SDL_Event event{};
        if (sign.code == U'\n' || sign.code == U'\b') {
            event.type = SDL_KEYDOWN;
            event.key.keysym.sym = sign.code == U'\n' ? SDLK_RETURN : SDLK_BACKSPACE;
        } else {
            event.type = SDL_TEXTINPUT;
            text.copy(event.text.text, sign.end - sign.begin, sign.begin);
        }
        SDL_PushEvent(&event);
    }
    frames();
}

void Driver::finger_down(Point at, std::int64_t finger) {
    push_finger(SDL_FINGERDOWN, at, finger);
    frames(1);
}

void Driver::finger_move(Point to, std::int64_t finger) {
    push_finger(SDL_FINGERMOTION, to, finger);
    frames(1);
}

void Driver::finger_up(Point at, std::int64_t finger) {
    push_finger(SDL_FINGERUP, at, finger);
    frames(1);
}

void Driver::tap_quickly(const std::string& id, std::int64_t gap_ms) {
    const Point at = middle_of(id);
    finger_down(at);
    clock_.advance(gap_ms / 2);
    finger_up(at);
    clock_.advance(gap_ms / 2);
    frames(2);
}

void Driver::tap(const std::string& id) {
    INFO("tap " << id);
    REQUIRE(has(id));
    tap_quickly(id, 80);
    clock_.advance(400);
    frames();
}

void Driver::drag(Point from, Point to, int steps) {
    finger_down(from);
    for (int i = 1; i <= steps; ++i) {
        const float part = static_cast<float>(i) / static_cast<float>(steps);
        clock_.advance(step_ms);
        finger_move({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    finger_up(to);
}

Point Driver::middle_of(const std::string& id) const {
    const auto* target = record().target(id);
    if (target == nullptr) throw std::runtime_error("no target " + id);
    return target->rect.centre();
}

bool Driver::enabled(const std::string& id) const {
    const auto* target = record().target(id);
    return target != nullptr && target->state == LayoutRecord::Target::enabled;
}

bool Driver::shows(const std::string& text) const {
    return std::ranges::any_of(record().texts,
                               [&](const auto& one) { return one.text.find(text) != std::string::npos; });
}

int Driver::frames(int steps) {
    int drawn = 0;
    for (int i = 0; i < steps; ++i) {
        take_events();
        if (!kiosk_->update()) continue;
        panel_->frame(step_s, [&](ImDrawList& list) { kiosk_->frame(list, panel_->projection(), step_s); });
        clock_.advance(step_ms);
        ++drawn;
    }
    return drawn;
}

void Driver::pass(std::int64_t milliseconds) {
    while (milliseconds > 0) {
        const std::int64_t step = std::min<std::int64_t>(milliseconds, 1000);
        clock_.advance(step);
        milliseconds -= step;
        frames(1);
    }
}

void Driver::resize(int width, int height) {
    panel_->set_size(width, height);
    kiosk_->must_draw();
    frames();
}

Status Driver::save(const std::filesystem::path& file) {
    std::filesystem::create_directories(file.parent_path());
    kiosk_->must_draw();
    return panel_->picture(step_s, [&](ImDrawList& list) { kiosk_->frame(list, panel_->projection(), step_s); })
        .save_png(file);
}

}  // namespace linli::kiosk::testing
