// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hall/papers/ticket_slip.h"
#include "kiosk/printer/slip_layout.h"

namespace linli::kiosk::testing {

/// The demo hall, and number A027 of its first matter behind six others; tests change what they are about.
struct SampleNumber {
    HallContent content;
    TicketView view;
    Language language = Language::zh;
    int copy = 1;
    std::optional<LocalTime> printed_local = std::nullopt;

    SampleNumber();
    Matter& matter() { return content.matters.front(); }
    /// Every text as long as content may be: hall, matter, places, counters, twelve things to bring.
    void make_long();
    Slip slip() const;
    Slip test_slip() const;
};

/// Every kind of slip that a hall may print, with what it shows.
struct NamedSlip {
    std::string name;
    Slip slip;
};
std::vector<NamedSlip> all_slips();

/// Sentences about what is clipped, sticks out, stands in another's place or too near a code; empty where all is well.
std::vector<std::string> layout_faults(const LaidSlip& laid);

/// Saves the dots as a picture for people to look at.
void save_bitmap(const Bitmap& bitmap, const std::filesystem::path& file);

}  // namespace linli::kiosk::testing
