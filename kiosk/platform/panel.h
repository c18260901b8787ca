// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "hall/base/result.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/draw/fonts.h"
#include "kiosk/platform/display_watch.h"

struct ImDrawList;

namespace linli::kiosk {

/// A frame's pixels, 4 bytes each: red, green, blue, alpha.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
    Status save_png(const std::filesystem::path& file) const;
};

/// The window with its renderer, fonts and ImGui's context: the only owner of SDL. There is one in a process.
class Panel {
public:
    enum class Window : std::uint8_t { windowed, fullscreen, offscreen };
    /// The processor fills a page in some milliseconds and needs a third of the memory, so it is the usual choice.
    enum class Renderer : std::uint8_t { software, graphics_card };
    struct Options {
        int width = 1080, height = 1920;
        Window window = Window::windowed;
        Renderer renderer = Renderer::software;
        int display = -1;  ///< counted from 0 in the system's order; -1 leaves the choice to the system
    };
    /// Errors: io where SDL finds no display, not this one, or no renderer; missing where there is no font.
    static Result<std::unique_ptr<Panel>> open(const Options& options);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    Size size_px() const;
    Projection projection() const;
    const Fonts& fonts() const { return *fonts_; }
    /// Has a display that SDL can sleep on.
    bool sleeps_in_sdl() const { return sleeps_in_sdl_; }
    std::string renderer_name() const;

    using Draw = std::function<void(ImDrawList&)>;
    /// Draws a frame and presents it.
    void frame(float delta_seconds, const Draw& draw);
    /// The same, and gives its pixels.
    Picture picture(float delta_seconds, const Draw& draw);
    void set_size(int width, int height);
    /// The displays that are there now.
    std::vector<DisplayBounds> displays() const;
    /// Puts the window on a display, over all of it where it was opened so, and shows it.
    void show_on(const DisplayBounds& bounds);
    void hide();
    /// Gives back what glyphs have taken that no page shows any more.
    void compact();

private:
    Panel() = default;
    Status start(const Options& options);
    void render(float delta_seconds, const Draw& draw);
    void paint();
    void present();

    struct Sdl;
    std::unique_ptr<Sdl> sdl_;
    std::unique_ptr<Fonts> fonts_;
    std::vector<std::uint32_t> painted_;  // the frame, where there is no graphics card
    Window window_ = Window::windowed;
    bool sleeps_in_sdl_ = false;
};

}  // namespace linli::kiosk
