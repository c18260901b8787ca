// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/page_pictures.h"

#include <algorithm>
#include <cmath>

namespace linli::kiosk {
namespace {

constexpr float caption_gap = 14, beside_gap = 28, pad = 36;
constexpr std::size_t kept_max = 4;  // as many as one notice may have

TextStyle caption_style() { return {.role = TextRole::small, .tint = Role::text_muted, .line_height = 1.35F}; }
TextStyle words_style() { return {.role = TextRole::body, .line_height = 1.4F, .heard = Heard::first}; }

std::string words_of(const Ui& ui, const ContentPicture& picture) {
    return ui.t("reading.picture", {{"words", ui.in(picture.description)}});
}

/// How large it stands in this room.
Size shown_size(const ContentPicture& picture, Size room) {
    constexpr float enlarged_max = 2;
    const auto width = static_cast<float>(picture.header.width), height = static_cast<float>(picture.header.height);
    const float scale = std::min({room.width / width, room.height / height, enlarged_max});
    return {std::round(width * scale), std::round(height * scale)};
}

}  // namespace

const PagePictures::Kept* PagePictures::find(const ContentPicture& picture) const {
    const auto found = std::ranges::find(kept_, picture.bytes, &Kept::bytes);
    return found == kept_.end() ? nullptr : &*found;
}

void PagePictures::ask(Ui& ui, const ContentPicture& picture, Canvas::Pixels size) {
    std::erase_if(kept_, [&](const Kept& one) { return one.bytes == picture.bytes; });
    if (kept_.size() >= kept_max) kept_.erase(kept_.begin());
    const PictureSize wanted{std::min(size.width, picture_side_max), std::min(size.height, picture_side_max)};
    kept_.push_back({picture.bytes, size, ui.ask(AskPicture{picture.bytes, wanted})});
}

void PagePictures::on_reply(Ui& ui, const Reply& reply) {
    const auto asked = std::ranges::find(kept_, reply.question, &Kept::question);
    if (asked == kept_.end()) return;
    const auto* value = std::get_if<AnswerValue>(&reply.answer);
    const auto* pixels = value == nullptr ? nullptr : std::get_if<PicturePixels>(value);
    const float radius = ui.theme().length("radius.tile");
    if (pixels != nullptr)
        asked->image = Image(pixels->width, pixels->height, pixels->rgba,
                             static_cast<float>(ui.canvas().pixels({0, 0, radius, radius}).width));
    asked->failed = asked->image.empty();
}

/// Below the picture; where that left much of the width empty, beside it, and the picture is larger.
PagePictures::Plan PagePictures::planned(Ui& ui, const ContentPicture& picture, Size room) {
    constexpr float beside_min = 320;
    const Size alone = shown_size(picture, room);
    if (const float free = room.width - alone.width - beside_gap; free >= beside_min && alone.height >= beside_min) {
        const float caption = ui.canvas().measure(ui.in(picture.head.title), caption_style(), free).height;
        if (caption <= alone.height) return {alone, Caption::beside, alone.height};
    }
    const float caption =
        ui.canvas().measure(ui.in(picture.head.title), caption_style(), room.width).height + caption_gap;
    const Size size = shown_size(picture, {room.width, room.height - caption});
    return {size, Caption::below, size.height + caption};
}

Block PagePictures::block(Ui& ui, const ContentPicture& picture, Size room, float left) {
    Plan plan = planned(ui, picture, room);
    constexpr float smaller_min = 0.7F;  // letters in it must still be read
    if (const Plan here = planned(ui, picture, {room.width, std::min(left, room.height)});
        here.size.height >= plan.size.height * smaller_min)
        plan = here;
    if (const Kept* kept = find(picture); kept != nullptr && kept->failed) {
        const float words = ui.canvas().measure(words_of(ui, picture), words_style(), room.width - 2 * pad).height;
        const float caption = ui.canvas().measure(ui.in(picture.head.title), caption_style(), room.width).height;
        plan = {{room.width, words + 2 * pad}, Caption::below, words + 2 * pad + caption_gap + caption};
    }
    return {plan.height, [this, &picture, plan](Ui& now, const Rect& rect) { draw(now, rect, picture, plan); }};
}

void PagePictures::draw(Ui& ui, Rect rect, const ContentPicture& picture, const Plan& plan) {
    Canvas& canvas = ui.canvas();
    const Rect place{rect.x, rect.y, plan.size.width, plan.size.height};
    if (plan.caption == Caption::beside)
        rect.cut_left(place.width, beside_gap);
    else
        rect.cut_top(place.height, caption_gap);
    const float radius = ui.theme().length("radius.tile");
    const Kept* kept = find(picture);
    if (kept != nullptr && kept->failed) {
        canvas.fill(place, Role::surface_sunk, radius);
        canvas.text(place.inset(pad), words_of(ui, picture), words_style());
    } else {
        if (kept == nullptr || kept->size != canvas.pixels(place)) {
            ask(ui, picture, canvas.pixels(place));
            kept = find(picture);
        }
        if (kept->image.empty()) canvas.fill(place, Role::surface_sunk, radius);
        canvas.image(place, kept->image);
        canvas.edge(place, Role::outline, ui.theme().length("stroke.line"), radius);
        canvas.note_image(place, words_of(ui, picture));
    }
    canvas.text(rect, ui.in(picture.head.title), caption_style());
}

}  // namespace linli::kiosk
