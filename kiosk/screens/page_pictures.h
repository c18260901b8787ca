// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/draw/image.h"
#include "kiosk/widgets/block_pages.h"

namespace linli::kiosk {

/// The pictures of what is being read on one page. The hall's thread decodes each when it is first shown; until it has
/// come a quiet place of the same size stands there, and where it cannot be shown its description. The page owns one,
/// and with the page all pixels go.
class PagePictures {
public:
    /// As wide as the room allows at its true shape, not higher than the room, its caption below or beside. A small one
    /// is enlarged to twice its size at most. Where it need not become much smaller for it, it stands on the page that
    /// was begun, of which `left` is free.
    Block block(Ui& ui, const ContentPicture& picture, Size room, float left);
    void on_reply(Ui& ui, const Reply& reply);

private:
    struct Kept {
        std::shared_ptr<const std::string> bytes;  ///< which picture it is
        Canvas::Pixels size;
        std::uint64_t question = 0;
        Image image{};
        bool failed = false;
    };
    const Kept* find(const ContentPicture& picture) const;
    void ask(Ui& ui, const ContentPicture& picture, Canvas::Pixels size);
    enum class Caption : std::uint8_t { below, beside };
    struct Plan {
        Size size;
        Caption caption = Caption::below;
        float height = 0;  ///< with the caption
    };
    static Plan planned(Ui& ui, const ContentPicture& picture, Size room);
    void draw(Ui& ui, Rect rect, const ContentPicture& picture, const Plan& plan);

    std::vector<Kept> kept_;
};

}  // namespace linli::kiosk
