// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"
#include "hall/text/catalogue.h"
#include "kiosk/draw/text_style.h"

namespace linli::kiosk {

/// The board's texts: its large language, and the English that stands small beside Chinese where the hall wants both.
class BoardWords {
public:
    explicit BoardWords(BoardLanguages languages);

    using Arguments = std::initializer_list<Catalogue::Argument>;
    std::string t(std::string_view key, Arguments arguments = {}) const { return large_->text(key, arguments); }
    const std::string& in(const LocalizedText& text) const { return text.in(language_); }
    /// English beside Chinese; empty where only one language is shown.
    std::string small(std::string_view key, Arguments arguments = {}) const;
    std::string small(const LocalizedText& text) const { return both_ ? text.en : std::string(); }
    bool both() const { return both_; }

    /// "9:42".
    static std::string clock(int minute_of_day);
    /// "11月23日 星期一", "Mon 23 Nov".
    std::string date(const LocalTime& time) const;
    std::string weekday(int iso_weekday) const;
    /// "今天 13:30", "明天（星期二）8:30".
    std::string moment(const LocalTime& now, const LocalTime& then) const;
    /// "8:30–12:00  13:30–17:30".
    static std::string hours(const std::vector<OpeningSpan>& spans);

    /// A text of the catalogue with "*…*" in that colour, all of it in one weight.
    static std::vector<Span> coloured(const std::string& marked, Weight weight, Tint tint, Tint marked_tint);

private:
    Language language_;
    bool both_;
    const Catalogue* large_;
};

}  // namespace linli::kiosk
