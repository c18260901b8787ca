// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/wake.h"

#include <SDL.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "kiosk/platform/panel.h"

namespace linli::kiosk {

namespace {

/// Takes all events, as the frame loop does; gives how many there were.
int take_events() {
    int taken = 0;
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) ++taken;
    return taken;
}

std::unique_ptr<Panel> a_panel() {
    auto panel = Panel::open({.width = 320, .height = 240, .window = Panel::Window::offscreen});
    REQUIRE(panel);
    take_events();
    return std::move(*panel);
}

bool returns_at_once(Wake& wake) {
    const auto begin = std::chrono::steady_clock::now();
    wake.wait(5'000);
    return std::chrono::steady_clock::now() - begin < std::chrono::seconds(2);
}

}  // namespace

TEST_CASE("much news is one event in the queue") {
    const auto panel = a_panel();
    Wake wake(Wake::Sleep::in_sdl);
    for (int i = 0; i < 100; ++i) wake.wake();
    CHECK(take_events() == 1);
}

TEST_CASE("news wakes the loop also after other news that came while it took its events") {
    const auto panel = a_panel();
    Wake wake(Wake::Sleep::in_sdl);
    wake.clear();
    wake.wake();
    CHECK(take_events() == 1);
    // The loop has looked, found nothing to draw, and is about to sleep.
    wake.wake();
    CHECK(returns_at_once(wake));
}

TEST_CASE("without a display news that comes before the sleep ends it") {
    const auto panel = a_panel();
    Wake wake(Wake::Sleep::here);
    wake.clear();
    wake.wake();
    CHECK(returns_at_once(wake));
}

}  // namespace linli::kiosk
