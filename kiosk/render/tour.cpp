// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/tour.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "hall/text/catalogue.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/platform/panel.h"
#include "kiosk/worker/hall_worker.h"

namespace linli::kiosk {

namespace {

constexpr auto step = std::chrono::milliseconds(10);
constexpr auto page_wait = std::chrono::seconds(5);
constexpr auto call_wait = std::chrono::seconds(90);

/// The kiosk with a finger that finds its targets by name.
class Walk {
public:
    Walk(const TourOrder& order, Panel& panel, const Theme& theme)
        : order_(order),
          panel_(panel),
          hall_(order.database, clock_),
          kiosk_({hall_, narrator_, clock_, theme, panel.fonts(), panel.renderer_name()}, Modes{}) {}

    /// Draws what has changed until the condition holds.
    template <class Holds>
    Status until(const char* what, std::chrono::seconds longest, Holds holds) {
        const auto end = std::chrono::steady_clock::now() + longest;
        while (true) {
            if (kiosk_.update()) draw();
            if (holds()) return {};
            if (std::chrono::steady_clock::now() > end)
                return fail(ErrorCode::io,
                            fmt::format("the tour waited in vain for: {} (page: {})", what, name_of(kiosk_.screen())));
            std::this_thread::sleep_for(step);
        }
    }

    Status page(ScreenId id) {
        LINLI_TRY(until(name_of(id), page_wait, [&] { return kiosk_.screen() == id; }));
        return settle();
    }

    Status tap(const std::string& id) {
        const auto found = [&] {
            const auto* target = kiosk_.shown().target(id);
            return target != nullptr && target->state == LayoutRecord::Target::enabled;
        };
        LINLI_TRY(until(id.c_str(), page_wait, found));
        // The second half of a double tap is not taken for a touch on a page that has just come.
        std::this_thread::sleep_for(std::chrono::milliseconds(Presses::guard_ms + 20));
        const Point centre = kiosk_.shown().target(id)->rect.centre();
        for (const auto kind : {FingerEvent::Kind::down, FingerEvent::Kind::up}) {
            kiosk_.push({kind, centre, clock_.boot_ms()});
            kiosk_.update();
            draw();
        }
        return settle();
    }

    /// Taps a way out until the page is there: the page may have changed by itself just before, and a touch in a new
    /// page's first moment is not taken.
    Status leave_to(ScreenId to, const std::string& id) {
        constexpr int tries = 5;
        for (int i = 0; i < tries && kiosk_.screen() != to; ++i) {
            LINLI_TRY(tap(id));
        }
        return page(to);
    }

    Status tap_first(std::string_view prefix) {
        std::string id;
        LINLI_TRY(until("a choice", page_wait, [&] {
            for (const auto& target : kiosk_.shown().targets)
                if (id.empty() && target.id.starts_with(prefix)) id = target.id;
            return !id.empty();
        }));
        return tap(id);
    }

    Status stop(std::string_view key, std::initializer_list<Catalogue::Argument> arguments = {}) {
        const Catalogue& texts = Catalogue::embedded(order_.language);
        const std::string name = fmt::format("{:02}-{}.png", ++stops_, name_of(kiosk_.screen()));
        LINLI_TRY(panel_.picture(delta_s, [&](ImDrawList& list) { kiosk_.frame(list, panel_.projection(), delta_s); })
                      .save_png(order_.folder / name));
        const std::string said = texts.text(key, arguments);
        fmt::print("{:2}. {}\n    {}\n", stops_, said, (order_.folder / name).string());
        index_ += fmt::format("<figure><img src=\"{}\" width=\"360\"><figcaption>{}. {}</figcaption></figure>\n", name,
                              stops_, said);
        return {};
    }

    Status write_index() {
        std::ofstream page(order_.folder / "index.html");
        page << "<!doctype html><meta charset=\"utf-8\"><title>Linli</title><style>body{font:18px "
                "sans-serif;display:flex;"
                "flex-wrap:wrap;gap:24px}figure{margin:0;width:360px}</style>\n"
             << index_;
        return page.flush() ? Status{} : fail(ErrorCode::io, "index.html cannot be written");
    }

    /// Until nothing moves any more: replies are there, the page stands.
    Status settle() {
        const auto calm = std::chrono::milliseconds(400);
        for (auto quiet_since = std::chrono::steady_clock::now();
             std::chrono::steady_clock::now() - quiet_since < calm;) {
            if (kiosk_.update()) draw();
            std::this_thread::sleep_for(step);
        }
        return {};
    }

    Kiosk& kiosk() { return kiosk_; }

private:
    static constexpr float delta_s = 1.0F / 60;

    void draw() {
        panel_.frame(delta_s, [&](ImDrawList& list) { kiosk_.frame(list, panel_.projection(), delta_s); });
    }

    const TourOrder& order_;
    Panel& panel_;
    SystemClock clock_;
    HallWorker hall_;
    SilentNarrator narrator_;
    Kiosk kiosk_;
    int stops_ = 0;
    std::string index_;
};

Status take_a_number(Walk& walk) {
    LINLI_TRY(walk.page(ScreenId::attract));
    LINLI_TRY(walk.stop("tour.attract"));
    LINLI_TRY(walk.tap("start"));
    LINLI_TRY(walk.page(ScreenId::home));
    LINLI_TRY(walk.stop("tour.home"));
    LINLI_TRY(walk.tap("take_number"));
    LINLI_TRY(walk.page(ScreenId::choose));
    LINLI_TRY(walk.stop("tour.choose"));
    LINLI_TRY(walk.tap_first("matter."));
    LINLI_TRY(walk.page(ScreenId::confirm));
    LINLI_TRY(walk.tap_first("priority."));
    LINLI_TRY(walk.stop("tour.confirm"));
    LINLI_TRY(walk.tap("take"));
    // A quick hall may have called and served it already: then the page shows that.
    LINLI_TRY(walk.until("a number", page_wait, [&] {
        return walk.kiosk().screen() == ScreenId::ticket || walk.kiosk().screen() == ScreenId::ticket_state;
    }));
    LINLI_TRY(walk.settle());
    return walk.stop("tour.ticket", {{"code", walk.kiosk().session().code}});
}

Status wait_for_the_call(Walk& walk) {
    const auto state = [&] {
        const auto& ticket = walk.kiosk().session().ticket;
        return ticket ? ticket->ticket.state : TicketState::left;
    };
    LINLI_TRY(walk.until("a counter to call", call_wait, [&] {
        return state() == TicketState::called || state() == TicketState::serving ||
               walk.kiosk().screen() != ScreenId::ticket;
    }));
    if (walk.kiosk().screen() != ScreenId::ticket) return walk.stop("tour.left_alone");
    return walk.stop("tour.called", {{"code", walk.kiosk().session().code}});
}

Status look_up(Walk& walk) {
    LINLI_TRY(walk.leave_to(ScreenId::home, "bar.home"));
    LINLI_TRY(walk.tap("policy"));
    LINLI_TRY(walk.page(ScreenId::look_up));
    for (const char* key : {"key.g", "key.l", "key.j", "key.t"}) LINLI_TRY(walk.tap(key));
    LINLI_TRY(walk.stop("tour.look_up"));
    LINLI_TRY(walk.tap_first("document."));
    LINLI_TRY(walk.page(ScreenId::policy));
    LINLI_TRY(walk.stop("tour.policy"));
    LINLI_TRY(walk.leave_to(ScreenId::home, "bar.home"));
    LINLI_TRY(walk.tap("notices"));
    LINLI_TRY(walk.page(ScreenId::notices));
    LINLI_TRY(walk.stop("tour.notices"));
    LINLI_TRY(walk.tap("hours"));
    LINLI_TRY(walk.page(ScreenId::hall_hours));
    LINLI_TRY(walk.stop("tour.hours"));
    LINLI_TRY(walk.leave_to(ScreenId::notices, "bar.back"));
    LINLI_TRY(walk.tap("notice.winter-gas-safety"));
    LINLI_TRY(walk.page(ScreenId::public_notice));
    return walk.stop("tour.notice");
}

Status look_around(Walk& walk) {
    LINLI_TRY(walk.leave_to(ScreenId::home, "bar.home"));
    LINLI_TRY(walk.tap("bar.larger"));
    LINLI_TRY(walk.stop("tour.larger"));
    LINLI_TRY(walk.tap("bar.larger"));
    LINLI_TRY(walk.tap("bar.contrast"));
    LINLI_TRY(walk.stop("tour.contrast"));
    LINLI_TRY(walk.tap("bar.contrast"));
    LINLI_TRY(walk.tap("bar.contrast"));
    LINLI_TRY(walk.tap("bar.low"));
    LINLI_TRY(walk.stop("tour.low"));
    LINLI_TRY(walk.tap("bar.low"));
    LINLI_TRY(walk.tap("bar.language"));
    LINLI_TRY(walk.stop("tour.english"));
    LINLI_TRY(walk.tap("bar.language"));
    LINLI_TRY(walk.leave_to(ScreenId::help, "bar.help"));
    // An earlier walk's call may be open still.
    if (walk.kiosk().shown().target("end_help") != nullptr) LINLI_TRY(walk.tap("end_help"));
    LINLI_TRY(walk.tap("call_help"));
    return walk.stop("tour.help");
}

}  // namespace

Status take_tour(const TourOrder& order) {
    std::error_code problem;
    std::filesystem::create_directories(order.folder, problem);
    if (problem) return fail(ErrorCode::read_only, order.folder.string() + ": " + problem.message());
    LINLI_TRY_ASSIGN(const auto theme, Theme::embedded());
    LINLI_TRY_ASSIGN(const auto panel, Panel::open({.width = order.width,
                                                    .height = order.height,
                                                    .window = Panel::Window::offscreen,
                                                    .renderer = Panel::Renderer::software}));
    Walk walk(order, *panel, theme);
    LINLI_TRY(take_a_number(walk));
    LINLI_TRY(wait_for_the_call(walk));
    LINLI_TRY(look_up(walk));
    LINLI_TRY(look_around(walk));
    return walk.write_index();
}

}  // namespace linli::kiosk
