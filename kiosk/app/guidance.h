// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/app/narrator.h"
#include "kiosk/app/session.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/draw/layout_record.h"
#include "kiosk/draw/reading_order.h"

namespace linli::kiosk {

/// Decides what of a page is read aloud, and when: each page when it opens, again where the person asks, no more once
/// they touch the screen. The staff's message comes before the first page that a person hears, and when it is new: on
/// every page it would keep them from what they came for. Used by the kiosk, which tells it of every frame and finger.
class Guidance {
public:
    /// The page that a frame has shown.
    struct Page {
        int count = 0;  ///< of page changes
        Language language = Language::zh;
        std::vector<std::string> more{};  ///< what the screen says besides, behind what is heard first
        std::string message{};            ///< of the staff to everybody, as it is spoken; empty for none
    };

    explicit Guidance(Narrator& narrator) : narrator_(narrator) {}

    /// Silence in the same frame, except where the finger is on the bar's own button, which decides for itself.
    void finger_down(const LayoutRecord& shown, Point at);
    /// The bar's button while it is on: reads once more, or where it was speaking, ends the mode.
    void button_pressed(Modes& modes);
    /// After each drawn frame.
    void drawn(const LayoutRecord& record, const Page& page, const Modes& modes, std::int64_t now_ms);
    /// The person has gone: silence, and the usual volume for the next.
    void person_gone();
    /// A ring around the control that is being read.
    void ring(Canvas& canvas) const;

private:
    void say(std::vector<ReadingPart> parts, Language language);
    struct Seen {
        int count = -1;
        Language language = Language::zh;
        bool covered = false;  ///< a dialog lies over it
        bool operator==(const Seen&) const = default;
    };

    Narrator& narrator_;
    bool on_ = false;
    bool again_ = false;
    bool touched_ = false;
    Seen seen_;
    std::int64_t opened_ms_ = 0;
    std::vector<ReadingPart> read_;  ///< of the page
    std::vector<ReadingPart> said_;  ///< the same with the message before it, or the message alone
    std::string told_;               ///< the message that this person has heard
    int told_on_ = -1;               ///< and the page before which they did
};

}  // namespace linli::kiosk
