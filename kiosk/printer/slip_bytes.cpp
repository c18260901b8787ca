// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_bytes.h"

#include <fmt/format.h>

#include "hall/papers/slip_words.h"
#include "kiosk/draw/font_files.h"
#include "kiosk/printer/escpos.h"
#include "kiosk/printer/own_letters.h"
#include "kiosk/printer/raster.h"

namespace linli::kiosk {

namespace {

constexpr int width_least_dots = 256, width_most_dots = 1024;

// The demo hall's own slips: their sizes and the words that every slip has.
void warm_up(SlipFonts& fonts) {
    const auto content = parse_hall_content(embedded_content());
    if (!content || content->matters.empty()) return;
    TicketView view;
    view.ticket.matter = content->matters.front().id;
    view.ticket.priority = "any";
    view.ticket.check_code = "0123456789";
    view.people_ahead = 1;
    view.wait = WaitRange{12, 20};
    for (const CounterPlan& counter : content->counters) view.counters.push_back(counter.number);
    for (const Language language : {Language::zh, Language::en}) {
        const Slip slip = ticket_slip({*content, view, language, LocalTime{}, 1, {}});
        for (const int width_dots : {576, 384})
            if (const auto laid = lay_out(slip, fonts, width_dots)) static_cast<void>(raster_of(*laid, fonts));
    }
    for (const SlipRow& row : content->slip.rows)
        if (const auto* number = std::get_if<SlipNumberRow>(&row.what))
            fonts.warm_up("ABCDEFGHJK0123456789", SlipWeight::bold, number->size_dots);
}

}  // namespace

SlipPress::SlipPress(std::unique_ptr<SlipFonts> fonts) : fonts_(std::move(fonts)) {}
SlipPress::~SlipPress() = default;

Result<std::unique_ptr<SlipPress>> SlipPress::open() {
    LINLI_TRY_ASSIGN(const FontFiles files, FontFiles::find());
    LINLI_TRY_ASSIGN(auto fonts, SlipFonts::open(files));
    warm_up(*fonts);
    return std::unique_ptr<SlipPress>(new SlipPress(std::move(fonts)));
}

Result<std::string> SlipPress::bytes(const Slip& slip, const PrinterForm& form) const {
    if (form.width_dots < width_least_dots || form.width_dots > width_most_dots || form.width_dots % 8 != 0)
        return fail(ErrorCode::invalid_input, fmt::format("no paper is {} dots wide", form.width_dots));
    if (form.lettering == Lettering::printers_own) return own_letters(slip, *fonts_, form.width_dots);
    LINLI_TRY_ASSIGN(const LaidSlip laid, lay_out(slip, *fonts_, form.width_dots));
    Escpos out;
    out.picture(raster_of(laid, *fonts_));
    out.cut();
    return std::move(out).done();
}

}  // namespace linli::kiosk
