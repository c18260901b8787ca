// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/base/clock.h"
#include "hall/queue/refusal.h"
#include "hall/queue/ticket.h"

namespace linli {

/// One call as the board shows it. Called once more, the same ticket is a new call.
struct BoardCall {
    std::string code;
    char line = 'A';
    int counter = 0;
    int calls = 0;  ///< which call of this ticket it is
    WallMs called_ms = 0;
    TicketState state = TicketState::called;  ///< what has become of the ticket since
    bool operator==(const BoardCall&) const = default;
    bool is_same_call(const BoardCall& other) const {
        return code == other.code && counter == other.counter && calls == other.calls && called_ms == other.called_ms;
    }
};

/// How a department line stands.
struct BoardLine {
    char letter = 'A';
    int waiting = 0;
    std::string next;  ///< whose turn comes first of those who wait; empty where nobody does
    bool operator==(const BoardLine&) const = default;
};

/// Why nobody is called and nobody will be for now, and when the doors open next.
struct BoardRest {
    Refusal why = Refusal::closed_today;
    std::optional<WallMs> next_opening_ms;
    bool operator==(const BoardRest&) const = default;
};

/// What the call board draws: the calls of this day, newest first, and the lines in the order of the content.
struct BoardView {
    std::vector<BoardCall> calls;  ///< at most six; the first is the large one
    std::vector<BoardLine> lines;
    int waiting = 0;
    int open_counters = 0;
    std::optional<BoardRest> rest;  ///< the hall is closed, and nobody waits or is at a counter any more
    bool operator==(const BoardView&) const = default;
};

}  // namespace linli
