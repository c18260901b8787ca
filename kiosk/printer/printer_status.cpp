// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/printer_status.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace linli::kiosk {
namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr std::array state_names = {"ready", "paper_near_end", "paper_out", "cover_open", "offline",     "cutter_stuck",
                                    "error", "no_answer",      "unplugged", "not_found",  "switched_off"};
static_assert(state_names.size() == static_cast<std::size_t>(PrinterState::switched_off) + 1);

constexpr int probe_ms = 250;
constexpr std::uint8_t fixed_mask = 0x93, fixed_bits = 0x12;

constexpr std::uint8_t offline_bit = 0x08;        // answer 1
constexpr std::uint8_t cover_bit = 0x04;          // answer 2
constexpr std::uint8_t paper_end_bit = 0x20;      // answer 2
constexpr std::uint8_t error_bit = 0x40;          // answer 2
constexpr std::uint8_t cutter_bit = 0x08;         // answer 3
constexpr std::uint8_t unrecoverable_bit = 0x20;  // answer 3
constexpr std::uint8_t near_end_bits = 0x0C;      // answer 4
constexpr std::uint8_t no_paper_bits = 0x60;      // answer 4

int until(Moment deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

/// What still lies there from an earlier question, or was said unasked, is no answer.
Status forget_old_answers(PrinterLink& link) {
    constexpr int reads_max = 16;
    for (int i = 0; i < reads_max; ++i) {
        LINLI_TRY_ASSIGN(const std::string old, link.read_some(0));
        if (old.empty()) return {};
    }
    return {};
}

/// The answer to one question: the first byte that can be one; what some printers say unasked is passed over. Nothing
/// where none comes.
Result<std::optional<std::uint8_t>> ask(PrinterLink& link, char question, int wait_ms) {
    const Moment deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(wait_ms);
    LINLI_TRY(forget_old_answers(link));
    const std::string bytes{'\x10', '\x04', question};
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        LINLI_TRY_ASSIGN(const std::size_t taken,
                         link.write_some(std::string_view(bytes).substr(sent), until(deadline)));
        sent += taken;
        if (sent < bytes.size() && until(deadline) == 0) return std::optional<std::uint8_t>();
    }
    while (true) {
        LINLI_TRY_ASSIGN(const std::string answer, link.read_some(until(deadline)));
        for (const char byte : answer)
            if (has_fixed_bits(static_cast<std::uint8_t>(byte))) return std::optional(static_cast<std::uint8_t>(byte));
        if (until(deadline) == 0) return std::optional<std::uint8_t>();
    }
}

}  // namespace

const char* name_of(PrinterState state) { return state_names.at(static_cast<std::size_t>(state)); }

DeviceHealth health_of(PrinterState state) {
    switch (state) {
        case PrinterState::ready:
            return DeviceHealth::good;
        case PrinterState::paper_near_end:
        case PrinterState::no_answer:
            return DeviceHealth::warning;
        case PrinterState::not_found:
        case PrinterState::switched_off:
            return DeviceHealth::absent;
        default:
            return DeviceHealth::bad;
    }
}

bool takes_slips(PrinterState state) {
    return health_of(state) == DeviceHealth::good || health_of(state) == DeviceHealth::warning;
}

bool has_fixed_bits(std::uint8_t answer) { return (answer & fixed_mask) == fixed_bits; }

std::optional<PrinterState> read_status(const std::array<std::uint8_t, 4>& answers) {
    if (!std::ranges::all_of(answers, has_fixed_bits)) return {};
    const auto [online, cause, trouble, paper] = answers;
    // The cause that somebody can see and mend comes before what follows from it.
    if ((cause & cover_bit) != 0) return PrinterState::cover_open;
    if ((cause & paper_end_bit) != 0 || (paper & no_paper_bits) == no_paper_bits) return PrinterState::paper_out;
    if ((trouble & cutter_bit) != 0) return PrinterState::cutter_stuck;
    if ((trouble & unrecoverable_bit) != 0 || (cause & error_bit) != 0) return PrinterState::error;
    if ((online & offline_bit) != 0) return PrinterState::offline;
    if ((paper & near_end_bits) == near_end_bits) return PrinterState::paper_near_end;
    return PrinterState::ready;
}

Result<std::optional<PrinterState>> ask_status(PrinterLink& link, int wait_ms) {
    std::array<std::uint8_t, 4> answers{};
    for (std::size_t i = 0; i < answers.size(); ++i) {
        LINLI_TRY_ASSIGN(const auto answer, ask(link, static_cast<char>(i + 1), wait_ms));
        if (!answer) return std::optional<PrinterState>();
        answers.at(i) = *answer;
    }
    return read_status(answers);
}

bool answers_as_printer(PrinterLink& link) {
    const auto answer = ask(link, 1, probe_ms);
    return answer && *answer && has_fixed_bits(**answer);
}

}  // namespace linli::kiosk
