// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "hall/base/time_zone.h"
#include "kiosk/app/guidance.h"
#include "kiosk/app/held_corner.h"
#include "kiosk/app/narrator.h"
#include "kiosk/app/presses.h"
#include "kiosk/app/screen_table.h"
#include "kiosk/app/visit.h"
#include "kiosk/draw/canvas.h"

struct ImDrawList;

namespace linli::kiosk {

/// The kiosk's program without its window: session, pages, modes. It is given fingers and draws frames; everything
/// else, time included, comes from outside. Used by the frame loop, by --render and by tests.
class Kiosk {
public:
    struct Parts {
        HallService& hall;
        Narrator& narrator;
        const Clock& clock;
        const Theme& theme;
        const Fonts& fonts;
        std::string renderer{};  ///< its name, for installers
    };
    /// `defaults` are the modes of every new session.
    Kiosk(const Parts& parts, const Modes& defaults);
    ~Kiosk();

    void push(const FingerEvent& event);
    /// Characters of a keyboard or scanner that is plugged in, '\b' and '\n' among them.
    void type(std::string_view text);
    /// The window was shown anew or changed its size.
    void must_draw() { dirty_ = true; }
    /// Takes what the hall has brought and what time has changed. True where a frame should be drawn.
    bool update();
    /// Draws one frame into the list. A page that is left in it is replaced at once: the frame shows the new one.
    void frame(ImDrawList& list, const Projection& projection, float delta_seconds);
    /// Until update() may say true again without any event; -1 for never.
    std::int64_t next_update_in_ms() const;

    /// Jumps to a page with this session, for --render and tests.
    void show(ScreenId screen, Session session, const Modes& modes);

    ScreenId screen() const { return screen_id_; }
    const LayoutRecord& shown() const { return record_; }
    const Session& session() const { return session_; }
    const Modes& modes() const { return modes_; }
    /// Grows with every page change, for the cross-fade.
    int page_count() const { return page_count_; }

private:
    enum class Again : std::uint8_t { no, yes };
    Ui make_ui(Canvas& canvas);
    void draw_page(Canvas& canvas);
    void draw_warning(Ui& ui);
    void read_aloud(Canvas& canvas);
    void draw_held_corner(Ui& ui);
    /// Where a hold counts now; empty where it does not.
    Rect corner() const;
    void open_for_installer();
    Visit::Patience patience() const;
    bool hall_usable() const;
    /// The page itself where this visit may see it now, else the one that everybody may.
    ScreenId allowed(ScreenId id) const;
    Again apply(Canvas& canvas);
    void leave_page(Canvas& canvas);
    void open_page(ScreenId asked, Canvas& canvas);
    void end_visit();
    void look_at_hall();
    void look_at_time();
    void enter_pending(Canvas& canvas);
    void hand_out_replies(Canvas& canvas);

    Parts parts_;
    Modes defaults_;
    Modes modes_;
    Session session_;
    Wishes wishes_;
    std::string typed_;
    Presses presses_;
    Guidance guidance_;
    Visit visit_;
    HeldCorner held_corner_;
    PanelFacts panel_;
    LayoutRecord record_;
    ScreenId screen_id_ = ScreenId::out_of_service;
    std::unique_ptr<Screen> screen_;
    bool entered_ = false;
    bool picture_is_new_ = false;
    std::vector<ScreenId> history_;
    std::vector<std::uint64_t> questions_;
    std::vector<Reply> replies_;
    std::shared_ptr<const HallPicture> picture_;
    HallContent no_content_;
    std::optional<TimeZone> zone_;
    std::string zone_name_;
    std::int64_t redraw_at_ms_ = -1;
    std::int64_t drawn_minute_ = -1;
    float delta_seconds_ = 0;
    int page_count_ = 0;
    bool dirty_ = true;
};

}  // namespace linli::kiosk
