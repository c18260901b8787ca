// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "hall/papers/ticket_slip.h"
#include "hall/text/catalogue.h"

namespace linli {

/// What the placeholders of a slip stand for, for one number in one language. ticket_slip makes one per slip.
class SlipWords {
public:
    explicit SlipWords(const SlipOrder& order);

    /// The words with their placeholders filled; nothing where one of them has nothing to say.
    std::optional<std::string> fill(const LocalizedText& words) const;
    const Catalogue& texts() const { return texts_; }

private:
    void say_ticket(const SlipOrder& order);
    void say_line(const SlipOrder& order);

    Language language_;
    const Catalogue& texts_;
    std::map<std::string_view, std::string> values_;  // an empty one has nothing to say
};

/// The texts built into the programs, in this language.
const Catalogue& paper_texts(Language language);
/// "2026年11月23日 星期一"
std::string date_words(const Catalogue& texts, const LocalDate& date, int weekday);

}  // namespace linli
