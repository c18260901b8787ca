// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/awaited_panel.h"

#include <SDL.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <thread>

namespace linli::kiosk {

namespace {

constexpr std::chrono::seconds retry{2};
constexpr std::chrono::milliseconds look_every{100};

/// As soon as the announcer has started SDL's sound, SDL takes the signals to end and makes events of them.
bool told_to_end() {
    if (SDL_WasInit(SDL_INIT_EVENTS) == 0) return false;
    SDL_PumpEvents();
    return SDL_HasEvent(SDL_QUIT) == SDL_TRUE;
}

}  // namespace

Result<std::unique_ptr<Panel>> panel_when_there(const Panel::Options& options) {
    std::string told;
    while (true) {
        auto panel = Panel::open(options);
        if (panel || panel.error().code != ErrorCode::io) return panel;
        if (told != panel.error().message)
            spdlog::warn("{}; the board tries again every {} seconds", panel.error().message, retry.count());
        told = panel.error().message;
        for (auto waited = std::chrono::milliseconds(0); waited < retry; waited += look_every) {
            if (told_to_end()) return std::unique_ptr<Panel>();
            std::this_thread::sleep_for(look_every);
        }
    }
}

}  // namespace linli::kiosk
