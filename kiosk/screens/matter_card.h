// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/acts/show_ticket.h"
#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// The flat card of a chosen matter: its line and name, where it is done, who stands before and how long that takes.
class MatterCard {
public:
    enum class Change : std::uint8_t { beside, elsewhere };  ///< does the button for another matter stand in the card
    struct Content {
        const Matter& matter;
        const std::optional<MatterOutlook>& outlook;  ///< nothing until the hall has answered
        bool late = false;                            ///< the answer takes long enough to show blanks
        Change change = Change::elsewhere;
    };
    MatterCard(Ui& ui, const Content& content, float width);

    float height() const { return height_; }
    /// Draws it from the rect's top. True when "change" was tapped.
    bool draw(Ui& ui, const Rect& rect) const;

private:
    static constexpr float change_width_units = 168;
    std::string place(const Ui& ui) const;
    void facts(Ui& ui, Rect area) const;
    static void fact(Ui& ui, const Rect& rect, const char* icon, const std::string& marked);

    Content content_;
    float width_ = 0;
    float head_height_ = 0;
    float name_height_ = 0;
    float facts_height_ = 0;
    float height_ = 0;
    std::string place_;
    std::string ahead_, wait_;  ///< marked texts; wait_ empty where there is nothing to say
    bool facts_in_row_ = true;
    bool place_below_ = false;
};

}  // namespace linli::kiosk
