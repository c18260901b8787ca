// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kiosk/board/board_scene.h"

namespace linli::kiosk {

namespace {

constexpr float icon = 60, icon_gap = 24;
constexpr const char* between = " · ";

/// What stands on the strip: the large text and, where the hall wants both, the same in English.
struct StripWords {
    std::string large, english;
};

std::vector<LocalizedText> notices_of(const BoardScene& scene) {
    std::vector<LocalizedText> notices;
    for (const BoardNotice& notice : scene.content.board.notices)
        if (!notice.until || scene.now.date <= *notice.until) notices.push_back(notice.text);
    if (notices.empty()) {
        const auto in = [](const char* language) { return Catalogue::embedded(language).text("board.notice"); };
        notices.push_back({in("zh-CN"), in("en")});
    }
    return notices;
}

TextStyle large_style(const BoardScene& scene) {
    return {.role = TextRole::board_text,
            .tint = scene.stale() ? Role::board_warning : Role::board_notice_text,
            .weight = scene.stale() ? Weight::bold : Weight::regular,
            .stand = Stand::middle,
            .line_height = 1.2F};
}

TextStyle english_style(const BoardScene& scene) {
    return {.role = TextRole::caption,
            .tint = scene.stale() ? Role::board_warning : Role::board_notice_muted,
            .line_height = 1.2F};
}

/// As many notices as have room side by side, beginning with another one each minute where they do not all have.
StripWords joined(const Canvas& canvas, const BoardScene& scene, Size size, int lines) {
    const auto notices = notices_of(scene);
    const std::size_t count = notices.size();
    const auto join = [&](std::size_t first, std::size_t many) {
        StripWords words;
        for (std::size_t index = 0; index < many; ++index) {
            const LocalizedText& notice = notices[(first + index) % count];
            words.large += (index > 0 ? between : "") + scene.words.in(notice);
            words.english += (index > 0 ? between : "") + scene.words.small(notice);
        }
        return words;
    };
    const auto fits = [&](const StripWords& words) {
        return board_fits(canvas, words.large, large_style(scene), size, lines);
    };
    // Where two have a line each, neither is broken.
    if (count == 2 && lines == 2) {
        StripWords two{scene.words.in(notices[0]) + "\n" + scene.words.in(notices[1]), {}};
        if (fits(two)) return two;
    }
    StripWords all = join(0, count);
    if (fits(all)) return all;
    const std::size_t first = static_cast<std::size_t>(scene.now.minute_of_day) % count;
    StripWords shown = join(first, 1);
    for (std::size_t many = 2; many < count; ++many) {
        StripWords more = join(first, many);
        if (!fits(more)) break;
        shown = std::move(more);
    }
    return shown;
}

LocalizedText pause_text(const std::string& reason) {
    const auto in = [&](const char* language) {
        const Catalogue& texts = Catalogue::embedded(language);
        return reason.empty() ? texts.text("board.paused") : texts.text("board.paused_why", {{"reason", reason}});
    };
    return {in("zh-CN"), in("en")};
}

LocalizedText together(const LocalizedText& first, const LocalizedText& second) {
    return {first.zh + between + second.zh, first.en + between + second.en};
}

/// What staff want everybody to know, the most of it first: the message, whole; beside it or alone the pause, with its
/// reason or without.
std::vector<LocalizedText> news_texts(const BoardScene& scene) {
    const auto& [message, paused] = scene.news;
    std::vector<LocalizedText> texts;
    if (paused)
        for (const std::string& reason : {*paused, std::string()})
            texts.push_back(message ? together(*message, pause_text(reason)) : pause_text(reason));
    if (message) texts.push_back(*message);
    return texts;
}

/// Such a text is longer than a notice and never waits for its turn: it may take as many lines as the strip has. Where
/// English has no room below it, the strip changes between the two each minute.
StripWords news_words(const Canvas& canvas, const BoardScene& scene, Size size, int lines_max) {
    const std::vector<LocalizedText> texts = news_texts(scene);
    TextStyle style = large_style(scene);
    style.role = TextRole::small;
    const auto has_room = [&](const LocalizedText& text) {
        return board_fits(canvas, scene.words.in(text), style, size, lines_max) &&
               (!scene.words.both() || board_fits(canvas, text.en, style, size, lines_max));
    };
    const auto fitting = std::ranges::find_if(texts, has_room);
    const LocalizedText& shown = fitting == texts.end() ? texts.back() : *fitting;
    StripWords words{scene.words.in(shown), scene.words.small(shown)};
    if (words.english.empty()) return words;
    style.role = TextRole::list;
    if (board_fits(canvas, words.large, style, {size.width, size.height - canvas.line(english_style(scene))}, 1))
        return words;
    if (scene.now.minute_of_day % 2 == 1) words.large = words.english;
    words.english.clear();
    return words;
}

StripWords stale_words(const BoardScene& scene) {
    const std::string time = BoardWords::clock(scene.stopped->minute_of_day);
    return {scene.words.t("board.stale", {{"time", time}}), scene.words.small("board.stale", {{"time", time}})};
}

}  // namespace

void draw_notice_strip(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas) {
    const bool stale = scene.stale();
    canvas.fill(areas.strip, stale ? Role::board_warning_soft : Role::board_notice);
    Rect row = areas.strip.inset(areas.landscape ? 64 : 32, 6);
    canvas.icon(row.cut_left(icon, icon_gap), stale ? "sync_problem" : "campaign",
                stale ? Role::board_warning : Role::board_notice_sign);
    const bool news = !stale && !news_texts(scene).empty();
    const Size room{row.width, row.height};
    // English must have its own line below one of Chinese; portrait has two lines of Chinese instead.
    const int lines = news ? 3 : areas.landscape && scene.words.both() ? 1 : 2;
    StripWords words = stale  ? stale_words(scene)
                       : news ? news_words(canvas, scene, room, lines)
                              : joined(canvas, scene, room, lines);
    TextStyle style = large_style(scene);
    style = board_fitted(canvas, words.large, style, {row.width, row.height},
                         {TextRole::board_text, TextRole::list, TextRole::body, TextRole::small},
                         news && !words.english.empty() ? 1 : lines);
    const float height = canvas.measure(words.large, style, row.width).height;
    const Size english = canvas.measure(words.english, english_style(scene));
    if (words.english.empty() || english.width > row.width || height + english.height > row.height) {
        canvas.text(row, words.large, style);
        return;
    }
    Rect block = row.middle({row.width, height + english.height});
    canvas.text(block.cut_top(height), words.large, style);
    canvas.text(block, words.english, english_style(scene));
}

}  // namespace linli::kiosk
