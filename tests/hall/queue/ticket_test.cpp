// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/ticket.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "hall/queue/refusal.h"
#include "hall/text/catalogue.h"

using namespace linli;

namespace {

constexpr TicketState all_states[] = {TicketState::waiting, TicketState::called,     TicketState::serving,
                                      TicketState::held,    TicketState::done,       TicketState::missed,
                                      TicketState::left,    TicketState::handed_over};

std::string code_read(std::string_view text) {
    const auto code = parse_ticket_code(text);
    return code ? std::string(1, code->letter) + std::to_string(code->number) : "nothing";
}

}  // namespace

TEST_CASE("a ticket's code has a letter and at least three digits") {
    Ticket ticket;
    ticket.letter = 'K';
    for (const auto& [number, code] :
         {std::pair{1, "K001"}, {27, "K027"}, {999, "K999"}, {1000, "K1000"}, {20'000, "K20000"}}) {
        ticket.number = number;
        CHECK(ticket.code() == code);
        CHECK(code_read(ticket.code()) == "K" + std::to_string(number));
    }
}

TEST_CASE("a code is read as people type it") {
    for (const char* text : {"A027", "a027", "A27", "a 27", " A 0 2 7 ", "A00027"}) {
        INFO(text);
        CHECK(code_read(text) == "A27");
    }
}

TEST_CASE("what cannot be a ticket's code is none") {
    for (const char* text : {"", " ", "A", "27", "A0", "A000", "A-27", "A+27", "A27B", "AA27", "A2 x", "A123456",
                             "4A27", "!027", "[027", "甲027", "A０２７", "A0x1B"}) {
        INFO(text);
        CHECK(code_read(text) == "nothing");
    }
    CHECK_FALSE(parse_ticket_code(std::string("A02\0", 4)).has_value());
    CHECK_FALSE(parse_ticket_code(std::string(5000, 'A')).has_value());
}

TEST_CASE("every state has a name that is read back, and words in both languages") {
    std::set<std::string> names;
    for (const TicketState state : all_states) {
        CHECK(names.insert(name_of(state)).second);
        CHECK(ticket_state_from(name_of(state)) == state);
        for (const char* language : {"zh-CN", "en"})
            CHECK(Catalogue::embedded(language).has(std::string("state.") + name_of(state)));
    }
    CHECK_FALSE(ticket_state_from("gone").has_value());
    CHECK_FALSE(ticket_state_from("").has_value());
}

TEST_CASE("who stands in the line, and whose visit has not ended") {
    for (const TicketState state : all_states) {
        INFO(name_of(state));
        CHECK(stands_in_line(state) == (state == TicketState::waiting || state == TicketState::handed_over));
        CHECK(is_open(state) ==
              (state != TicketState::done && state != TicketState::left && state != TicketState::missed));
    }
}

TEST_CASE("every refusal has a name of its own, and words in both languages") {
    std::set<std::string> names;
    for (int why = 0; why <= static_cast<int>(Refusal::help_called_already); ++why) {
        const std::string name = name_of(static_cast<Refusal>(why));
        CHECK(names.insert(name).second);
        for (const char* language : {"zh-CN", "en"}) {
            INFO(language << " refusal." << name);
            CHECK(Catalogue::embedded(language).has("refusal." + name));
        }
    }
}
