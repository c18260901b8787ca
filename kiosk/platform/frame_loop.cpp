// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/frame_loop.h"

#include <SDL.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "kiosk/platform/touch_input.h"
#include "kiosk/platform/typed_input.h"

namespace linli::kiosk {

namespace {

enum class Goes : std::uint8_t { on, out };

class FrameLoop {
public:
    FrameLoop(Panel& panel, Kiosk& kiosk, Wake& wake, const Clock& clock)
        : panel_(panel), kiosk_(kiosk), wake_(wake), clock_(clock) {}

    void run() {
        while (take_events() == Goes::on) {
            if (kiosk_.update())
                draw();
            else
                wake_.wait(kiosk_.next_update_in_ms());
        }
    }

private:
    Goes take_events() {
        wake_.clear();
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0) {
            if (event.type == SDL_QUIT) return Goes::out;
            const bool must_draw = event.type == SDL_WINDOWEVENT || event.type == SDL_RENDER_TARGETS_RESET ||
                                   event.type == SDL_RENDER_DEVICE_RESET;
            if (must_draw) kiosk_.must_draw();
            kiosk_.type(typed_by(event));
            if (auto finger = touch_.read(event, panel_.projection(), panel_.size_px(), clock_.boot_ms()))
                kiosk_.push(*finger);
        }
        return Goes::on;
    }

    void draw() {
        const std::int64_t now = clock_.boot_ms();
        // After a sleep nothing has moved meanwhile: one usual step.
        constexpr float usual_s = 1.0F / 60, longest_s = 0.05F;
        const float passed = static_cast<float>(now - drawn_ms_) / 1000;
        const float delta = passed > longest_s ? usual_s : std::max(passed, 0.001F);
        drawn_ms_ = now;
        panel_.frame(delta, [&](ImDrawList& list) { kiosk_.frame(list, panel_.projection(), delta); });
        if (!shown_ && kiosk_.screen() != ScreenId::out_of_service) spdlog::info("first picture of the hall is shown");
        shown_ = shown_ || kiosk_.screen() != ScreenId::out_of_service;
        hold_pace(now);
    }

    // Without vsync a gliding list would draw as fast as it can.
    void hold_pace(std::int64_t began_ms) const {
        constexpr std::int64_t frame_ms = 15;
        const std::int64_t took = clock_.boot_ms() - began_ms;
        if (kiosk_.next_update_in_ms() == 0 && took < frame_ms) SDL_Delay(static_cast<Uint32>(frame_ms - took));
    }

    Panel& panel_;
    Kiosk& kiosk_;
    Wake& wake_;
    const Clock& clock_;
    TouchInput touch_;
    std::int64_t drawn_ms_ = 0;
    bool shown_ = false;
};

}  // namespace

void run_frames(Panel& panel, Kiosk& kiosk, Wake& wake, const Clock& clock) {
    FrameLoop(panel, kiosk, wake, clock).run();
}

}  // namespace linli::kiosk
