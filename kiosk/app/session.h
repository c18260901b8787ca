// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hall/acts/refusal.h"
#include "hall/acts/show_ticket.h"
#include "hall/acts/take_number.h"
#include "hall/content/hall_content.h"
#include "kiosk/app/setup_visit.h"
#include "kiosk/app/typed_text.h"
#include "kiosk/draw/geometry.h"
#include "kiosk/theme/role.h"

namespace linli::kiosk {

enum class Reach : std::uint8_t { normal, low };
enum class Shape : std::uint8_t { portrait, landscape };
/// Are pages read aloud?
enum class Guided : std::uint8_t { off, on };

/// How this person wants the screen. Back to the defaults when the session ends.
struct Modes {
    Language language = Language::zh;
    TextSize size = TextSize::normal;
    Reach reach = Reach::normal;
    Contrast contrast = Contrast::normal;
    Shape shape = Shape::portrait;  ///< of the panel, not chosen by people
    Guided guidance = Guided::off;

    bool larger() const { return size == TextSize::larger; }
    bool low() const { return reach == Reach::low; }
    bool landscape() const { return shape == Shape::landscape; }
    Size page() const { return landscape() ? Size{1920, 1080} : Size{1080, 1920}; }
    bool guided() const { return guidance == Guided::on; }
    bool english() const { return language == Language::en; }
    bool high_contrast() const { return contrast != Contrast::normal; }
};

/// What one person has chosen and been given, from the first touch to the end; then wiped. Screens hand things over
/// here.
struct Session {
    char line = 0;                       ///< the line whose matters are shown
    std::string matter{};                ///< chosen matter's id
    std::string priority{};              ///< chosen class's id, empty for none
    Paper paper = Paper::wanted;         ///< on paper, unless they would rather not
    TypedText query{};                   ///< what was typed into the search
    std::string category{};              ///< the group whose documents are listed
    std::string document{};              ///< the policy, certificate or notice that is read
    std::vector<std::string> trail{};    ///< documents from which this one was opened, one from another
    std::set<std::string> read{};        ///< documents that were opened, each counted once
    std::string code{};                  ///< of the ticket in hand or looked up, "A027"
    std::optional<TicketView> ticket{};  ///< taken or found
    std::optional<Refused> refused{};    ///< what the refused page explains
    std::string not_open_tile{};         ///< "certificate", "policy", "benefits", "notices" or "feedback"
    SetupVisit setup{};                  ///< an installer's right and what was found
};

}  // namespace linli::kiosk
