// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/pause.h"

#include <algorithm>

namespace linli::kiosk {
namespace {

constexpr float padding_x = 32, padding_y = 4, icon_gap = 20;
constexpr float icon_em = 56;

TextStyle title_style() {
    return {.role = TextRole::list,
            .weight = Weight::bold,
            .stand = Stand::middle,
            .line_height = 1.2F,
            .heard = Heard::first};
}

std::vector<Span> spans_of_words(const std::string& title, const std::string& more) {
    std::vector<Span> spans{{title, Weight::bold, Role::text}};
    if (!more.empty()) spans.push_back({more, Weight::regular, Role::text});
    return spans;
}

bool fit(const Canvas& canvas, const std::vector<Span>& spans, const TextStyle& style, Size room) {
    const Size size = canvas.measure(spans, style, room.width);
    return size.width <= room.width + 0.5F && size.height <= room.height + 0.5F;
}

}  // namespace

std::optional<Refused> pause_of_issuing(const Ui& ui) {
    const auto& issuing = ui.status().issuing;
    return issuing && issuing->why == Refusal::issuing_paused ? issuing : std::nullopt;
}

std::optional<Refused> pause_of_matter(const Ui& ui, std::string_view matter) {
    const auto& paused = ui.status().paused_matters;
    const auto found = std::ranges::find(paused, matter, &MatterPause::matter);
    if (found == paused.end()) return {};
    Refused refused{Refusal::matter_paused, {}, {}};
    refused.reason = found->pause.reason;
    return refused;
}

std::string reason_of(const Refused& refused) { return refused.reason.value_or(std::string()); }

std::string paused_words(const Ui& ui, const Refused& refused) {
    const std::string reason = reason_of(refused);
    return reason.empty() ? ui.t("matters.paused") : ui.t("matters.paused_why", {{"reason", reason}});
}

void pause_banner(Ui& ui, const Rect& rect, const Refused& refused) {
    Canvas& canvas = ui.canvas();
    canvas.panel(rect, Role::warning_soft, Role::warning, canvas.length("stroke.line"), canvas.length("radius.tile"));
    Rect inner = rect.inset(padding_x, padding_y);
    const float icon = std::min(canvas.icon_em(icon_em), inner.height);
    canvas.icon(inner.cut_left(icon, icon_gap), "hourglass_top", Role::warning);
    const Size room{inner.width, inner.height};
    const std::string title = ui.t("refused.issuing_paused"), reason = reason_of(refused);
    TextStyle style = title_style();
    // The reason whole or not at all; where it has no room, the page that explains it is one touch away.
    for (const std::string& more :
         {reason.empty() ? ui.t("pause.later") : ui.t("pause.because", {{"reason", reason}}), ui.t("pause.see_why")}) {
        const std::vector<Span> spans = spans_of_words(title, more);
        for (const TextRole role : {TextRole::list, TextRole::body, TextRole::small, TextRole::caption}) {
            style.role = role;
            if (!fit(canvas, spans, style, room)) continue;
            canvas.text(inner, spans, style);
            return;
        }
    }
    canvas.text(inner, title, title_style());
}

void explain_pause(Ui& ui, const Refused& refused) {
    ui.session().matter.clear();
    ui.session().refused = refused;
    ui.replace(ScreenId::refused);
}

}  // namespace linli::kiosk
