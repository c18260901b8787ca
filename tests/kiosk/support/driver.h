// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/app/kiosk.h"
#include "kiosk/platform/panel.h"
#include "kiosk/platform/touch_input.h"
#include "kiosk/platform/typed_input.h"
#include "kiosk/render/sample_pages.h"
#include "tests/kiosk/support/spoken.h"

namespace linli::kiosk::testing {

/// The whole kiosk without a display: SDL's dummy driver, the software renderer, a sample hall, a clock that stands.
/// Fingers travel as SDL events, addressed to targets by their ids.
class Driver {
public:
    struct Options {
        int width = 1080, height = 1920;
        Modes modes{};
        bool starts_empty = false;  ///< the hall's first reading has not come yet
    };
    explicit Driver(const Options& options);
    Driver() : Driver(Options{}) {}

    /// Shows the page as someone would see it who came there with the sample's matter.
    void show(ScreenId screen) { show(screen, sample_session(screen, *service_)); }
    void show(ScreenId screen, Session session) { show(screen, std::move(session), kiosk_->modes()); }
    void show(ScreenId screen, Session session, const Modes& modes);

    /// Down and up in the middle of the target, a frame each, 80 ms apart; then 400 ms pass, as people's hands need.
    void tap(const std::string& id);
    void tap_quickly(const std::string& id, std::int64_t gap_ms);
    /// As a keyboard that is plugged in does; '\n' is its Enter key, '\b' erases.
    void type(const std::string& text);
    void finger_down(Point at, std::int64_t finger = 1);
    void finger_move(Point to, std::int64_t finger = 1);
    void finger_up(Point at, std::int64_t finger = 1);
    /// A finger goes from one point to another in steps of one frame.
    void drag(Point from, Point to, int steps);
    Point middle_of(const std::string& id) const;
    bool has(const std::string& id) const { return record().target(id) != nullptr; }
    bool enabled(const std::string& id) const;
    /// Any text on the screen that contains this.
    bool shows(const std::string& text) const;

    /// Takes events, updates, draws where the kiosk wants to; gives how many frames were drawn of `steps` chances.
    int frames(int steps = 3);
    /// Lets time pass in steps of a second at most, with a chance to draw after each.
    void pass(std::int64_t milliseconds);
    void resize(int width, int height);
    Status save(const std::filesystem::path& file);

    const LayoutRecord& record() const { return kiosk_->shown(); }
    ScreenId screen() const { return kiosk_->screen(); }
    Kiosk& kiosk() { return *kiosk_; }
    SampleService& service() { return *service_; }
    Spoken& spoken() { return spoken_; }
    SampleClock& clock() { return clock_; }
    Panel& panel() { return *panel_; }
    const Theme& theme() const { return *theme_; }

private:
    void push_finger(std::uint32_t type, Point at, std::int64_t finger);
    void take_events();

    SampleClock clock_;
    Spoken spoken_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<SampleService> service_;
    std::unique_ptr<Panel> panel_;
    std::unique_ptr<Kiosk> kiosk_;
    TouchInput touch_;
};

}  // namespace linli::kiosk::testing
