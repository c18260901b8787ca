// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "kiosk/app/kiosk.h"
#include "kiosk/platform/panel.h"
#include "kiosk/worker/hall_worker.h"
#include "tests/kiosk/support/spoken.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk::testing {

/// The whole kiosk over a real hall: a database, its worker's thread, this machine's clock. `hall` is another program
/// over the same database, such as the staff's console is.
class LiveKiosk {
public:
    LiveKiosk();

    support::TempFolder folder;
    SystemClock clock;
    std::unique_ptr<Hall> hall;
    Spoken spoken;

    /// Draws what has changed until it holds; the test fails after ten seconds.
    template <class Holds>
    void until(const char* what, Holds holds) {
        for (int i = 0; i < looks_max; ++i) {
            draw_if_changed();
            if (holds()) return;
            wait();
        }
        FAIL("it never came: " << what);
    }
    void until_shown(const std::string& text) {
        until(text.c_str(), [&] { return shows(text); });
    }
    void until_gone(const std::string& text) {
        until(text.c_str(), [&] { return !shows(text); });
    }
    void until_on(ScreenId page) {
        until(name_of(page), [&] { return kiosk_->screen() == page; });
    }
    /// As soon as the target is there and can be pressed.
    void tap(const std::string& id);
    bool shows(const std::string& text) const;
    Kiosk& kiosk() { return *kiosk_; }
    HallWorker& worker() { return *worker_; }

private:
    static constexpr int looks_max = 1000;
    void draw_if_changed();
    static void wait();

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<HallWorker> worker_;
    std::unique_ptr<Panel> panel_;
    std::unique_ptr<Kiosk> kiosk_;
};

}  // namespace linli::kiosk::testing
