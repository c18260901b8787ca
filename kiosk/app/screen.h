// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// One page. Made when it is shown, gone when it is left: what must outlast it stands in the Session. It reads and
/// asks; it never decides. Mode changes (size, language …) happen to a living screen.
class Screen {
public:
    Screen() = default;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    virtual ~Screen() = default;

    /// Once, before the first draw. Ask the hall here.
    virtual void on_enter(Ui&) {}
    /// A reply to one of this screen's own questions.
    virtual void on_reply(Ui&, const Reply&) {}
    /// The hall's picture has a new version.
    virtual void on_picture(Ui&) {}
    /// Before each drawn frame.
    virtual void on_tick(Ui&) {}
    /// True while something is being written for this person: the answer would be lost with the page, so the bar's
    /// back, home and help wait for it.
    virtual bool stays() const { return false; }
    /// The back button. Return true where the screen used it itself (closed its dialog).
    virtual bool on_back(Ui&) { return false; }
    /// Behind the bars, above the plain ground; few pages have something here.
    virtual void draw_ground(Ui&) {}
    /// What is said of the page besides its titles and choices, in the session's language; for pages where something
    /// else matters to somebody who only hears it.
    virtual std::vector<std::string> says(Ui&) { return {}; }
    /// Before it goes, whatever the way: the session is still the person's. What is asked here gets no reply.
    virtual void on_leave(Ui&) {}
    /// Draws everything between the bars: nothing is kept from the last frame. Called only when something changed.
    virtual void draw(Ui&) = 0;
};

}  // namespace linli::kiosk
