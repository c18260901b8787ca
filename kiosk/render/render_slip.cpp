// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/render_slip.h"

#include "hall/papers/document_slip.h"
#include "hall/papers/ticket_slip.h"
#include "kiosk/platform/panel.h"
#include "kiosk/printer/paper_picture.h"
#include "kiosk/printer/slip_bytes.h"
#include "kiosk/render/render_content.h"
#include "kiosk/render/sample_service.h"

namespace linli::kiosk {

namespace {

using Paper = SlipPictureOrder::Paper;

Picture picture_of(const Bitmap& paper) {
    constexpr std::uint8_t white = 0xFF, black = 0, opaque = 0xFF;
    Picture picture{paper.width(), paper.height(), {}};
    for (int y = 0; y < paper.height(); ++y)
        for (int x = 0; x < paper.width(); ++x) {
            const std::uint8_t shade = paper.black(x, y) ? black : white;
            picture.rgba.insert(picture.rgba.end(), {shade, shade, shade, opaque});
        }
    return picture;
}

// A027 for the first matter, with priority: the number that the sample pages show.
Slip sample_slip(const SlipPictureOrder& order, const std::shared_ptr<const HallContent>& content,
                 const TimeZone& zone) {
    SampleClock clock;
    const LocalTime now = zone.at(clock.wall_ms());
    if (order.paper == Paper::test) return test_slip(*content, order.language, now);
    // The first of the documents; a hall without any has the test's paper.
    if (order.paper == Paper::document) {
        const auto& policies = content->knowledge.policies;
        const auto paper = policies.empty() ? std::optional<Slip>()
                                            : document_slip(*content, policies.front().head.id, order.language, now);
        return paper ? *paper : test_slip(*content, order.language, now);
    }
    SampleService service(clock, content);
    TicketView view = service.put_ticket(content->matters.front().id, TicketState::waiting);
    if (!content->priorities.empty()) view.ticket.priority = content->priorities.front().id;
    constexpr int reprint_minutes = 23;
    LocalTime later = now;
    later.minute_of_day += reprint_minutes;
    return ticket_slip({*content, view, order.language, now, order.paper == Paper::reprint ? 2 : 1,
                        order.paper == Paper::reprint ? std::optional(later) : std::nullopt});
}

}  // namespace

std::optional<Paper> slip_paper_from(std::string_view name) {
    if (name == "slip") return Paper::ticket;
    if (name == "slip-reprint") return Paper::reprint;
    if (name == "slip-test") return Paper::test;
    if (name == "slip-document") return Paper::document;
    return std::nullopt;
}

Status render_slip(const SlipPictureOrder& order) {
    LINLI_TRY_ASSIGN(const auto content, render_content(order.content));
    LINLI_TRY_ASSIGN(const TimeZone zone, TimeZone::open(content->time_zone));
    LINLI_TRY_ASSIGN(const auto press, SlipPress::open());
    LINLI_TRY_ASSIGN(const std::string bytes,
                     press->bytes(sample_slip(order, content, zone), {order.width_dots, Lettering::drawn}));
    LINLI_TRY_ASSIGN(const Bitmap paper, paper_picture(bytes));
    return picture_of(paper).save_png(order.out);
}

}  // namespace linli::kiosk
