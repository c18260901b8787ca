// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/hall_words.h"
#include "hall/papers/slip_words.h"
#include "hall/papers/ticket_slip.h"

namespace linli {
namespace {

constexpr SlipStyle centred{26, 140, SlipWeight::regular, SlipAlign::centre};
constexpr SlipStyle small{24, 140};
constexpr int letter_sizes_dots[] = {24, 28, 34, 48};
// Of Ext A, B, C and E; no printer has letters for the last three.
constexpr const char* rare_characters = "\u4DAE \u36C3 \U00020BB7 \U0002B7F9 \U0002CB4E";

}  // namespace

Slip test_slip(const HallContent& content, Language language, const LocalTime& now) {
    const Catalogue& texts = paper_texts(language);
    const std::string date = date_words(texts, now.date, now.weekday), time = clock_words(now.minute_of_day);
    Slip slip;
    const auto add = [&](int above_dots, auto what) { slip.blocks.push_back({above_dots, std::move(what)}); };
    const SlipText title{texts.text("slip.test_title"), {40, 130, SlipWeight::bold, SlipAlign::centre}};
    add(0, SlipMarked{{"", title.style}, title.words, title.style.size_dots});
    add(12, SlipText{content.hall_name.in(language), {36, 130, SlipWeight::bold, SlipAlign::centre}});
    add(0, SlipText{date + " " + time, centred});
    add(16, SlipText{texts.text("slip.test_width"), small});
    add(4, SlipRuler{});
    add(16, SlipText{texts.text("slip.test_head"), small});
    add(4, SlipGrey{});
    add(16, SlipRule{2});
    for (const int size : letter_sizes_dots) {
        add(8, SlipText{texts.text("slip.test_letters"), {size, 130}});
        add(0, SlipText{texts.text("slip.test_letters"), {size, 130, SlipWeight::bold}});
    }
    add(12, SlipRule{2});
    add(12, SlipText{texts.text("slip.test_rare", {{"characters", rare_characters}}), {34, 140}});
    add(4, SlipNumber{"A027", 120, 112});
    SlipCode code;
    code.payload = content.hall_short_name.in(language) + " " + now.date.text() + " " + now.hour_minute();
    code.beside = {{texts.text("slip.test_code"), {28, 145}}};
    add(8, std::move(code));
    add(14, SlipRule{4});
    add(12, SlipText{texts.text("slip.test_end"), centred});
    return slip;
}

}  // namespace linli
