// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/ticket.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace linli {
namespace {

constexpr std::array<const char*, 8> state_names = {"waiting", "called", "serving", "held",
                                                    "done",    "missed", "left",    "handed_over"};

}  // namespace

const char* name_of(TicketState state) { return state_names[static_cast<std::size_t>(state)]; }

std::optional<TicketState> ticket_state_from(std::string_view name) {
    for (std::size_t i = 0; i < state_names.size(); ++i)
        if (name == state_names[i]) return static_cast<TicketState>(i);
    return {};
}

bool stands_in_line(TicketState state) { return state == TicketState::waiting || state == TicketState::handed_over; }

bool is_open(TicketState state) {
    return state != TicketState::done && state != TicketState::left && state != TicketState::missed;
}

std::string Ticket::code() const { return TicketCode{letter, number}.text(); }

std::string TicketCode::text() const { return fmt::format("{}{:03}", letter, number); }

std::optional<TicketCode> parse_ticket_code(std::string_view text) {
    std::string packed;
    for (const char c : text)
        if (c != ' ') packed += c;
    if (packed.size() < 2 || packed.size() > 6) return {};
    const char letter = static_cast<char>(packed[0] & ~0x20);
    if (letter < 'A' || letter > 'Z') return {};
    int number = 0;
    const char* end = packed.data() + packed.size();
    if (packed[1] == '-' || std::from_chars(packed.data() + 1, end, number).ptr != end || number == 0) return {};
    return TicketCode{letter, number};
}

}  // namespace linli
