// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/board_loop.h"

#include <SDL.h>
#include <spdlog/spdlog.h>

#include <fstream>

namespace linli::kiosk {

namespace {

enum class Goes : std::uint8_t { on, out };
// Nothing glides on the board: every frame is one step.
constexpr float step_s = 1.0F / 60;

class BoardLoop {
public:
    explicit BoardLoop(const BoardRun& run) : run_(run), watch_(run.display) {
        watch_.look(run_.panel.displays());
        run_.on_seen(watch_.shown() ? BoardRun::Seen::yes : BoardRun::Seen::no);
    }

    void run() {
        while (take_events() == Goes::on) {
            look_at_displays();
            if (run_.board.update() && watch_.shown())
                draw_frame();
            else
                run_.wake.wait(watch_.shown() ? run_.board.next_update_in_ms() : hidden_look_ms);
        }
    }

private:
    // A new display tells itself by an event; this is for systems that forget to.
    static constexpr std::int64_t hidden_look_ms = 2000;

    Goes take_events() {
        run_.wake.clear();
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0) {
            if (event.type == SDL_QUIT) return Goes::out;
            if (event.type == SDL_WINDOWEVENT || event.type == SDL_RENDER_TARGETS_RESET ||
                event.type == SDL_RENDER_DEVICE_RESET)
                run_.board.must_draw();
        }
        return Goes::on;
    }

    void look_at_displays() {
        switch (watch_.look(run_.panel.displays())) {
            case DisplayWatch::Deed::stay:
                return;
            case DisplayWatch::Deed::show:
                spdlog::info("the board's display is there");
                run_.panel.show_on(watch_.bounds());
                run_.board.must_draw();
                run_.on_seen(BoardRun::Seen::yes);
                return;
            case DisplayWatch::Deed::hide:
                spdlog::warn("the board's display is gone; it comes back by itself");
                run_.panel.hide();
                run_.on_seen(BoardRun::Seen::no);
                return;
        }
    }

    void draw_frame() {
        const auto draw = [&](ImDrawList& list) {
            run_.board.frame(list, run_.panel.fonts(), run_.panel.projection());
        };
        if (run_.picture.empty())
            run_.panel.frame(step_s, draw);
        else
            save(run_.panel.picture(step_s, draw));
        if (!told_ && run_.board.has_hall()) spdlog::info("the board's first picture of the hall is shown");
        told_ = told_ || run_.board.has_hall();
    }

    /// Whole or not at all: whoever reads it never meets half a file.
    void save(const Picture& picture) const {
        const std::filesystem::path words = run_.picture.string() + ".txt", unfinished = run_.picture.string() + ".new";
        std::error_code problem;
        if (picture.save_png(unfinished)) std::filesystem::rename(unfinished, run_.picture, problem);
        {
            std::ofstream file(unfinished);
            for (const auto& text : run_.board.shown().texts) file << text.text << '\n';
        }
        std::filesystem::rename(unfinished, words, problem);
        if (problem) spdlog::warn("the board's picture cannot be saved: {}", problem.message());
    }

    const BoardRun& run_;
    DisplayWatch watch_;
    bool told_ = false;
};

}  // namespace

void run_board(const BoardRun& run) { BoardLoop(run).run(); }

}  // namespace linli::kiosk
