// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"
#include "kiosk/screens/state_words.h"

namespace linli::kiosk {

/// The card of a looked-up number: matter, number, how it stands and what to do. `flash` stands instead of the note
/// after something was done.
struct StateCard {
    const TicketView& view;
    StateWords words{};
    std::string flash{};
    enum class Flash : std::uint8_t { good, bad } flash_kind = Flash::good;
    enum class Number : std::uint8_t { shown, left_out } number = Number::shown;
};
float state_card_height(Ui& ui, float width, const StateCard& card);
/// Draws it from the rect's top, as high as it needs. In landscape the words stand beside the number.
void state_card(Ui& ui, const Rect& rect, const StateCard& card);

/// The figures of a number in the line: people ahead, wait, counters. Nothing, and 0 high, for others.
float state_facts_height(Ui& ui, float width, const TicketView& view);
void state_facts(Ui& ui, const Rect& rect, const TicketView& view);

}  // namespace linli::kiosk
