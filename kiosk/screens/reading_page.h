// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/device_try.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/screens/reading_blocks.h"
#include "kiosk/widgets/button.h"

namespace linli::kiosk {

/// What can be done with what one has read.
struct ReadingAct {
    std::string id{};
    std::string label{};
    std::string icon{};
    ButtonKind kind = ButtonKind::secondary;
    Button::State state = Button::State::ready;
};

/// A page to read: head, blocks, acts below them. Reading aloud and keeping it on a phone are offered on each.
class ReadingPage {
public:
    struct Text {
        PageHead head{};
        std::vector<ReadingAct> acts{};  ///< the page's own, the main one last
        std::string for_phone{};         ///< plain words for the code; empty for none
        std::string phone_title{};
        std::string document{};  ///< its id, to be printed
    };
    /// Makes the blocks for a width, none of them higher than `height_max` where that can be helped.
    using MakeBlocks = std::function<std::vector<Block>(Ui& ui, float width, float height_max)>;
    /// The id of the page's own act that was tapped.
    std::optional<std::string> draw(Ui& ui, const Text& text, const MakeBlocks& make_blocks);
    /// What a printed copy needs; the screen passes them on.
    void on_reply(Ui& ui, const Reply& reply) { printing_.on_reply(ui, reply); }
    void on_tick(Ui& ui) { printing_.on_tick(ui); }
    /// The back button while the phone's code shows.
    bool on_back(Ui& ui);

private:
    enum class View : std::uint8_t { text, phone };
    void draw_phone(Ui& ui, const Text& text);
    /// Does what every such page does by itself; false for the page's own acts.
    bool own(Ui& ui, const Text& text, const std::string& id);

    ReadingAct print_act(const Ui& ui) const;
    std::vector<ReadingAct> all_acts(Ui& ui, const Text& text) const;

    BlockPages pages_;
    DeviceTry printing_;
    View view_ = View::text;
};

/// In the place of a document that new content has taken away: says so, and offers the way on. True where it was taken.
bool document_gone(Ui& ui, const char* title_key, const MessagePage::Way& way);

}  // namespace linli::kiosk
