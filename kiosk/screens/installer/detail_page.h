// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/frame/page_head.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

/// One line of what is so: "网关 · 192.168.1.1".
struct Fact {
    std::string label{};
    std::string value{};
};

/// What can be done on a detail page.
struct Deed {
    std::string id{};
    std::string label{};
    std::string icon{};
    ButtonKind kind = ButtonKind::secondary;
    Button::State state = Button::State::ready;
};

/// A page of the installer about one thing: what is so and what to do (notice), facts, deeds. Facts that find no room
/// are reached by a deed of the page itself. While all checks are walked through, the step and a way on are added.
struct DetailPage {
    SetupItem item = SetupItem::printer;
    Notice notice{};
    std::vector<Fact> facts{};
    std::vector<Deed> deeds{};
};

/// Keeps which facts show. The screen owns one.
class DetailLayout {
public:
    /// The index of the deed that was tapped, in that frame.
    std::optional<int> draw(Ui& ui, const DetailPage& page);

private:
    struct Areas {
        Rect notice, facts, deeds;
    };
    /// Facts that found no room beside the notice have the page to themselves, some at a time.
    enum class View : std::uint8_t { all, facts };
    Areas areas_of(Ui& ui, const PageAreas& page, const Notice& notice, std::size_t deed_count) const;
    std::size_t first_fact_ = 0;
    View view_ = View::all;
};

/// Buttons in a grid with so few columns as the area's height allows; gives the index tapped.
std::optional<int> deeds_on(Ui& ui, const Rect& area, const std::vector<Deed>& deeds);
float deeds_height(const Ui& ui, float width, std::size_t count);

/// Goes on with the walk, or to its summary.
void walk_on(Ui& ui);

}  // namespace linli::kiosk
