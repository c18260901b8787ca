// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hall/base/clock.h"
#include "hall/base/time_zone.h"
#include "hall/text/catalogue.h"
#include "kiosk/app/narrator.h"
#include "kiosk/app/panel_facts.h"
#include "kiosk/app/presses.h"
#include "kiosk/app/screen_id.h"
#include "kiosk/app/session.h"
#include "kiosk/draw/canvas.h"
#include "kiosk/worker/hall_service.h"

namespace linli::kiosk {

/// What a screen may ask of the kiosk; done after the frame. The last request of a frame counts.
struct Wishes {
    enum class Move : std::uint8_t { stay, go, replace, back, home, finish };
    Move move = Move::stay;
    ScreenId to = ScreenId::home;
    std::int64_t redraw_in_ms = -1;  ///< -1 for never
    bool guidance_button = false;    ///< the bar's button was pressed
};

/// While the time-out dialog shows, what people typed is drawn as dots.
enum class Privacy : std::uint8_t { shown, hidden };

/// Everything a screen or widget works with while it draws one frame: canvas, touches, texts, the hall, the session.
/// The kiosk makes one for each call; screens keep no reference to it.
class Ui {
public:
    struct Parts {
        Canvas& canvas;
        Presses& presses;
        const HallPicture& picture;
        const HallContent& content;
        const TimeZone& zone;
        HallService& hall;
        Narrator& narrator;
        const Clock& clock;
        const PanelFacts& panel;
        Modes& modes;
        Session& session;
        Wishes& wishes;
        std::string& typed;
        std::vector<std::uint64_t>& questions;  ///< that this screen has asked
        ScreenId screen;
        float delta_seconds;
        Privacy privacy;
    };
    explicit Ui(const Parts& parts);

    Canvas& canvas() { return parts_.canvas; }
    const Theme& theme() const { return parts_.canvas.theme(); }
    Modes& modes() { return parts_.modes; }
    const Modes& modes() const { return parts_.modes; }
    Session& session() { return parts_.session; }
    const Session& session() const { return parts_.session; }
    ScreenId screen() const { return parts_.screen; }
    float delta_seconds() const { return parts_.delta_seconds; }
    Privacy privacy() const { return parts_.privacy; }

    /// The catalogue's text in the session's language.
    std::string t(std::string_view key, std::initializer_list<Catalogue::Argument> arguments = {}) const;
    bool has_text(std::string_view key) const;
    /// All texts of the session's language, for words that pages share with papers.
    const Catalogue& texts() const { return catalogue_; }
    /// The content's text in the session's language.
    const std::string& in(const LocalizedText& text) const { return text.in(parts_.modes.language); }

    const HallPicture& picture() const { return parts_.picture; }
    const HallStatus& status() const { return parts_.picture.status; }
    const HallContent& content() const { return parts_.content; }
    const PanelFacts& panel() const { return parts_.panel; }

    /// Sends a question to the hall; the reply comes to the screen's on_reply with this number.
    std::uint64_t ask(Question question);
    WallMs now_ms() const { return parts_.clock.wall_ms(); }
    /// For durations on the screen: never jumps.
    std::int64_t boot_ms() const { return parts_.clock.boot_ms(); }
    LocalTime local(WallMs wall) const { return parts_.zone.at(wall); }
    LocalTime local_now() const { return local(now_ms()); }
    /// "9:42" of the hall's clock.
    std::string clock_text(WallMs wall) const;
    /// "11月23日 星期一", "Mon 23 Nov".
    std::string date_text(WallMs wall) const;
    std::string weekday_text(int iso_weekday) const;
    /// "12–20 分钟", "不到 5 分钟" where low is 0.
    std::string wait_text(const WaitRange& wait) const;

    /// A place that can be touched, recorded and answered: is it pressed now, was it tapped in this frame. Widgets call
    /// it.
    Touch touch(std::string_view id, const Rect& rect, LayoutRecord::Target state = LayoutRecord::Target::enabled,
                LayoutRecord::TargetKind kind = LayoutRecord::TargetKind::button);
    /// What a keyboard or scanner that is plugged in has typed for this frame, once: characters, '\b' and '\n'. What no
    /// page takes is dropped.
    std::string take_typed() { return std::exchange(parts_.typed, {}); }
    /// A finger tapped where there is nothing to touch.
    bool tapped_elsewhere() const { return parts_.presses.tapped_elsewhere(); }
    Point tapped_at() const { return parts_.presses.tapped_at(); }
    /// A place that a finger can drag; takes the press away from targets inside once it has moved 14 units.
    Drag drag(std::string_view id, const Rect& rect);

    /// Shows another page; "back" returns here.
    void go(ScreenId to);
    /// The same, but "back" skips this page (after a number was taken, one must not return to the question).
    void replace(ScreenId to);
    void back();
    void home();
    /// There is a voice that could read pages aloud.
    bool can_read_aloud() const { return parts_.narrator.ready(); }
    /// The bar's button for reading aloud was pressed.
    void guidance_button() { parts_.wishes.guidance_button = true; }
    /// Ends the session: everything is wiped and the attract page comes.
    void finish();
    /// Draw again after that time, though nothing happens (a count-down, "please wait" after 200 ms).
    void redraw_in_ms(std::int64_t milliseconds);

private:
    Parts parts_;
    const Catalogue& catalogue_;
};

}  // namespace linli::kiosk
