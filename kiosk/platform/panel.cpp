// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/panel.h"

#include <SDL.h>
#include <fmt/format.h>
#include <imgui.h>
#include <imgui_impl_sdlrenderer2.h>

#include <algorithm>
#include <mutex>

#include "kiosk/draw/image.h"
#include "kiosk/draw/line_breaks.h"
#include "kiosk/platform/sdl_lock.h"
#include "kiosk/platform/software_painter.h"

namespace linli::kiosk {

struct Panel::Sdl {
    SDL_Window* window = nullptr;
    SDL_Renderer* renderer = nullptr;  // null where SoftwarePainter draws into the window's own memory
    bool started = false, imgui = false, backend = false;
};

namespace {

constexpr Uint32 window_parts = SDL_INIT_VIDEO | SDL_INIT_EVENTS;

void set_hints(const Panel::Options& options) {
    // Fingers and mouse stay what they are: otherwise SDL reports each of them twice.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (options.window == Panel::Window::offscreen) SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
}

tl::unexpected<Error> sdl_failure(const char* what) {
    return fail(ErrorCode::io, std::string(what) + ": " + SDL_GetError());
}

}  // namespace

Result<std::unique_ptr<Panel>> Panel::open(const Options& options) {
    std::unique_ptr<Panel> panel(new Panel);
    LINLI_TRY(panel->start(options));
    return panel;
}

Status Panel::start(const Options& options) {
    LINLI_TRY_ASSIGN(const FontFiles files, FontFiles::find());
    sdl_ = std::make_unique<Sdl>();
    set_hints(options);
    {
        const std::lock_guard lock(sdl_lock());
        if (SDL_InitSubSystem(window_parts) != 0) return sdl_failure("no display");
        sdl_->started = true;
        // For an installer's keyboard or scanner; by itself SDL does so on some systems only.
        SDL_StartTextInput();
    }
    // Where there is no display SDL takes a driver that draws into nothing: nobody would see that nothing is seen.
    const std::string driver = SDL_GetCurrentVideoDriver();
    sleeps_in_sdl_ = driver != "dummy" && driver != "offscreen";
    if (!sleeps_in_sdl_ && options.window != Window::offscreen && SDL_getenv("SDL_VIDEODRIVER") == nullptr)
        return fail(ErrorCode::io, "no display: set DISPLAY or WAYLAND_DISPLAY, or start from a graphical session");
    window_ = options.window;
    const int displays = SDL_GetNumVideoDisplays();
    if (options.display >= displays)
        return fail(ErrorCode::io, fmt::format("there is no display {}: this machine has {} now, counted from 0",
                                               options.display, displays));
    const int place = options.display < 0 ? SDL_WINDOWPOS_UNDEFINED
                                          : static_cast<int>(SDL_WINDOWPOS_UNDEFINED_DISPLAY(options.display));
    Uint32 flags = 0;
    if (options.window == Window::fullscreen) flags = SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (options.window == Window::windowed) flags = SDL_WINDOW_RESIZABLE;
    sdl_->window = SDL_CreateWindow("Linli", place, place, options.width, options.height, flags);
    if (sdl_->window == nullptr) return sdl_failure("no window");
    // A "software" renderer of SDL's would be slower than our own painter.
    if (options.renderer == Renderer::graphics_card)
        sdl_->renderer = SDL_CreateRenderer(sdl_->window, -1, SDL_RENDERER_ACCELERATED);
    if (sdl_->renderer == nullptr && SDL_GetWindowSurface(sdl_->window) == nullptr) return sdl_failure("no renderer");
    if (options.window == Window::fullscreen) SDL_ShowCursor(SDL_DISABLE);

    prepare_line_breaks();
    ImGui::CreateContext();
    sdl_->imgui = true;
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendPlatformName = "linli";
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    if (sdl_->renderer == nullptr)
        SoftwarePainter::start();
    else if (!ImGui_ImplSDLRenderer2_Init(sdl_->renderer))
        return fail(ErrorCode::io, "ImGui cannot use the renderer");
    sdl_->backend = true;
    LINLI_TRY_ASSIGN(auto fonts, Fonts::load(*io.Fonts, files));
    fonts_ = std::make_unique<Fonts>(fonts);
    return {};
}

Panel::~Panel() {
    if (!sdl_) return;
    if (sdl_->backend && sdl_->renderer != nullptr) ImGui_ImplSDLRenderer2_Shutdown();
    if (sdl_->backend && sdl_->renderer == nullptr) SoftwarePainter::end();
    if (sdl_->backend) Image::sweep();
    if (sdl_->imgui) ImGui::DestroyContext();
    if (sdl_->renderer != nullptr) SDL_DestroyRenderer(sdl_->renderer);
    if (sdl_->window != nullptr) SDL_DestroyWindow(sdl_->window);
    // Not SDL_Quit: the calls go on being spoken where a window is gone.
    const std::lock_guard lock(sdl_lock());
    if (sdl_->started) SDL_QuitSubSystem(window_parts);
}

std::string Panel::renderer_name() const {
    SDL_RendererInfo info{};
    if (sdl_->renderer == nullptr) return "linli";
    return SDL_GetRendererInfo(sdl_->renderer, &info) == 0 ? info.name : "";
}

Size Panel::size_px() const {
    int width = 0, height = 0;
    if (sdl_->renderer == nullptr)
        SDL_GetWindowSize(sdl_->window, &width, &height);
    else
        SDL_GetRendererOutputSize(sdl_->renderer, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

Projection Panel::projection() const {
    const Size size = size_px();
    return Projection::fit(static_cast<int>(size.width), static_cast<int>(size.height));
}

void Panel::render(float delta_seconds, const Draw& draw) {
    ImGuiIO& io = ImGui::GetIO();
    const Size size = size_px();
    io.DisplaySize = {size.width, size.height};
    constexpr float shortest_s = 0.0001F, longest_s = 0.05F;
    io.DeltaTime = std::clamp(delta_seconds, shortest_s, longest_s);
    if (sdl_->renderer != nullptr) ImGui_ImplSDLRenderer2_NewFrame();
    Image::sweep();
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    if (sdl_->renderer == nullptr) {
        paint();
    } else {
        SDL_SetRenderDrawColor(sdl_->renderer, 0, 0, 0, 255);
        SDL_RenderClear(sdl_->renderer);
        ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), sdl_->renderer);
    }
    Image::sweep();
}

void Panel::paint() {
    // The window may have changed its size since the last frame: SDL then gives a new surface.
    SDL_Surface* window = SDL_GetWindowSurface(sdl_->window);
    if (window == nullptr) return;
    const auto width = static_cast<std::size_t>(window->w), height = static_cast<std::size_t>(window->h);
    painted_.assign(width * height, 0);
    SoftwarePainter::paint(*ImGui::GetDrawData(), {painted_.data(), window->w, window->h, window->w});
    SDL_ConvertPixels(window->w, window->h, SDL_PIXELFORMAT_RGB888, painted_.data(), window->w * 4,
                      window->format->format, window->pixels, window->pitch);
}

void Panel::present() {
    if (sdl_->renderer == nullptr)
        SDL_UpdateWindowSurface(sdl_->window);
    else
        SDL_RenderPresent(sdl_->renderer);
}

void Panel::frame(float delta_seconds, const Draw& draw) {
    render(delta_seconds, draw);
    present();
}

Picture Panel::picture(float delta_seconds, const Draw& draw) {
    render(delta_seconds, draw);
    const Size size = size_px();
    Picture picture{static_cast<int>(size.width), static_cast<int>(size.height), {}};
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    int problem = 0;
    if (sdl_->renderer == nullptr)
        problem = painted_.size() * 4 != picture.rgba.size() ||
                  SDL_ConvertPixels(picture.width, picture.height, SDL_PIXELFORMAT_RGB888, painted_.data(),
                                    picture.width * 4, SDL_PIXELFORMAT_RGBA32, picture.rgba.data(), picture.width * 4);
    else
        problem = SDL_RenderReadPixels(sdl_->renderer, nullptr, SDL_PIXELFORMAT_RGBA32, picture.rgba.data(),
                                       picture.width * 4);
    if (problem != 0) picture = {};
    present();
    return picture;
}

void Panel::set_size(int width, int height) {
    SDL_SetWindowSize(sdl_->window, width, height);
    SDL_PumpEvents();
}

std::vector<DisplayBounds> Panel::displays() const {
    std::vector<DisplayBounds> all;
    for (int display = 0; display < SDL_GetNumVideoDisplays(); ++display) {
        SDL_Rect bounds{};
        if (SDL_GetDisplayBounds(display, &bounds) != 0) bounds = {};
        all.push_back({bounds.x, bounds.y, bounds.w, bounds.h});
    }
    return all;
}

void Panel::show_on(const DisplayBounds& bounds) {
    // A fullscreen window only moves to another display by way of a usual one.
    if (window_ == Window::fullscreen) SDL_SetWindowFullscreen(sdl_->window, 0);
    SDL_SetWindowPosition(sdl_->window, bounds.x, bounds.y);
    SDL_ShowWindow(sdl_->window);
    if (window_ == Window::fullscreen) SDL_SetWindowFullscreen(sdl_->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Panel::hide() { SDL_HideWindow(sdl_->window); }

void Panel::compact() { ImGui::GetIO().Fonts->CompactCache(); }

}  // namespace linli::kiosk
