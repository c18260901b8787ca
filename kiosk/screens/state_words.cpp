// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/state_words.h"

namespace linli::kiosk {

StateWords state_words(const Ui& ui, const Ticket& ticket) {
    const std::string counter = ticket.counter ? std::to_string(*ticket.counter) : std::string();
    const std::string key = std::string("ticket_state.") + name_of(ticket.state);
    StateWords words{.title = ui.t(key, {{"counter", counter}}), .note = ui.t(key + "_note", {{"counter", counter}})};
    switch (ticket.state) {
        case TicketState::waiting:
        case TicketState::handed_over:
            words.deed = TicketDeed::give_back;
            break;
        case TicketState::missed:
            if (ticket.rejoins < ui.content().rules.rejoin_times_max) {
                words.note = ui.t("ticket_state.missed_note", {{"n", std::to_string(ui.content().rules.rejoin_after)}});
                words.deed = TicketDeed::rejoin;
            } else {
                words.note = ui.t("ticket_state.missed_again_note");
            }
            break;
        case TicketState::left:
            if (ui.now_ms() - ticket.state_since_ms < undo_ms)
                words.deed = TicketDeed::undo;
            else
                words.note = ui.t("ticket_state.left_late_note");
            break;
        case TicketState::called:
        case TicketState::serving:
        case TicketState::held:
        case TicketState::done:
            break;
    }
    return words;
}

}  // namespace linli::kiosk
