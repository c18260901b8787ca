// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/sample_pages.h"

#include "kiosk/app/screen_table.h"
#include "kiosk/screens/installer/touch_marks.h"

namespace linli::kiosk {

namespace {

Session with_matter(SampleService& service) {
    Session session;
    const auto picture = service.picture();
    if (!picture->content || picture->content->matters.empty()) return session;
    const Matter& first = picture->content->matters.front();
    session.line = first.line;
    session.matter = first.id;
    return session;
}

Session installers_session(ScreenId screen) {
    Session session;
    session.setup.right = SetupRight::full;
    session.setup.outcome(SetupItem::touch) = SetupVisit::Outcome::bad;
    // Every touch lands a little too far to the upper right.
    if (screen != ScreenId::touch_test)
        for (const Point mark : touch_marks(Modes{}.page()))
            session.setup.touches.push_back({mark.x + 70, mark.y - 40});
    session.setup.outcome(SetupItem::board) = SetupVisit::Outcome::good;
    return session;
}

}  // namespace

Session sample_session(ScreenId screen, SampleService& service) {
    if (screen_row(screen).gate != Gate::everybody) return installers_session(screen);
    Session session = with_matter(service);
    if (session.matter.empty()) return session;
    switch (screen) {
        case ScreenId::ticket:
        case ScreenId::ticket_state: {
            session.ticket = service.put_ticket(session.matter, TicketState::waiting);
            session.code = session.ticket->ticket.code();
            break;
        }
        case ScreenId::refused:
            session.refused = Refused{Refusal::after_closing, std::nullopt, SampleClock::start_ms + 85'680'000};
            break;
        case ScreenId::not_open_yet:
            session.not_open_tile = "certificate";
            break;
        case ScreenId::search:
            session.query = TypedText({}, "gaoling");
            break;
        case ScreenId::look_up:
            session.query = TypedText("\u9AD8\u9F84", "jintie");
            break;
        case ScreenId::documents:
            session.category = "elder";
            break;
        case ScreenId::policy:
            session.document = "old-age-allowance";
            break;
        case ScreenId::not_issued:
            session.document = "not-kinship";
            break;
        case ScreenId::public_notice:
            session.document = "elder-meal-purchase";
            break;
        case ScreenId::choose:
        case ScreenId::matters:
        case ScreenId::confirm:
            break;
        default:
            session = {};
            break;
    }
    return session;
}

}  // namespace linli::kiosk
