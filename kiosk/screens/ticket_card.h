// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/acts/show_ticket.h"
#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// One figure of a ticket: "前面还有 / 6 人".
struct TicketFact {
    std::string label{};
    std::string value{};
};

/// People ahead, the wait and the time of the call. The last two are missing where no counter is open.
std::vector<TicketFact> ticket_facts(Ui& ui, const TicketView& view);
/// The facts side by side over the area's width, as much apart as there is room for.
void facts_across(Ui& ui, const Rect& area, const std::vector<TicketFact>& facts);
bool facts_fit_across(Ui& ui, float width, const std::vector<TicketFact>& facts);
/// The facts one below the other.
void facts_down(Ui& ui, const Rect& area, const std::vector<TicketFact>& facts);
float fact_height(Ui& ui);

/// Badge and matter, the pill where it goes earlier, and the number as large as numbers are. Gives the height it took.
float ticket_number(Ui& ui, const Rect& area, const TicketView& view);
/// The whole card of a number that waits: the above, the code for a phone, the facts.
float ticket_card_height(const Ui& ui);
void ticket_card(Ui& ui, const Rect& rect, const TicketView& view);
/// The card of a number that is called: where to go, as large as the area allows, from its top. Gives the height.
float called_card(Ui& ui, const Rect& area, const TicketView& view);

/// What the counter will want to see for the ticket's matter; nothing where the content names nothing or there is no
/// room.
void bring_list(Ui& ui, const Rect& area, const TicketView& view);

}  // namespace linli::kiosk
