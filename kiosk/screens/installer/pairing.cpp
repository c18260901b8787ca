// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/letter_keyboard.h"
#include "kiosk/widgets/field.h"

namespace linli::kiosk {
namespace {

/// As hall/wire/sync_protocol.md has it.
constexpr std::size_t pairing_length_max = 600;
constexpr const char* pairing_begin = "linli1:";

bool is_pairing_sign(char sign) {
    const bool letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    return letter || (sign >= '0' && sign <= '9') || sign == '-' || sign == '_' || sign == ':';
}

/// Some two hundred signs: a scanner that reads the district's code types them in a second, a keyboard that is plugged
/// in takes a minute, and the keys on the screen are there where neither is.
class PairingPage final : public Screen {
public:
    void on_tick(Ui& ui) override {
        for (const char sign : ui.take_typed()) {
            if (sign == '\n')
                handle(ui, {KeyTap::Kind::action, 0});
            else if (sign == '\b')
                handle(ui, {KeyTap::Kind::erase, 0});
            else
                handle(ui, {KeyTap::Kind::sign, sign});
        }
    }

    void on_reply(Ui& ui, const Reply& reply) override {
        if (reply.question != question_) return;
        asking_ = Asking::no;
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (answer != nullptr && std::holds_alternative<EnrolBegun>(*answer)) return ui.back();
        const auto* error = std::get_if<Error>(&reply.answer);
        const bool wrong = error != nullptr && error->code == ErrorCode::invalid_input;
        const bool joined = std::holds_alternative<Refused>(reply.answer);
        wrong_ = ui.t(wrong ? "pairing.wrong" : joined ? "pairing.joined" : "installer.not_saved");
    }

    bool stays() const override { return asking_ == Asking::yes; }

    void draw(Ui& ui) override {
        PageAreas areas = page_head(ui, {.title = ui.t("pairing.title"),
                                         .under = ui.t(ui.modes().landscape() ? "" : "pairing.what"),
                                         .icon = "apartment",
                                         .icon_tint = Role::accent});
        Rect reading = areas.whole;
        reading.cut_top(8);
        field(ui, {.id = "pairing_entry",
                   .rect = reading.cut_top(ui.theme().length("field"), 10),
                   .text = text_,
                   .hint = ui.t("pairing.hint"),
                   .state = wrong_.empty() ? Field::State::active : Field::State::wrong});
        const Rect tray = LetterKeyboard::tray(ui);
        reading.height = tray.y - reading.y;
        const std::string typed = ui.t("pairing.typed", {{"n", std::to_string(text_.size())}});
        const float said = field_message(ui, reading, wrong_.empty() ? Field::State::rest : Field::State::wrong,
                                         wrong_.empty() ? typed : wrong_);
        reading.cut_top(said, 24);
        draw_groups(ui, reading);
        const bool ready = text_.size() > std::string_view(pairing_begin).size();
        keyboard_.set_action(asking_ == Asking::yes ? Keypad::Action::working
                             : ready                ? Keypad::Action::ready
                                                    : Keypad::Action::disabled);
        handle(ui, keyboard_.draw(ui, tray));
    }

private:
    enum class Asking : std::uint8_t { no, yes };

    // All of it in groups of four, to be compared with the district's; the last lines where there is little room.
    void draw_groups(Ui& ui, const Rect& area) const {
        Canvas& canvas = ui.canvas();
        const TextStyle style{.role = TextRole::body, .tint = Role::text_muted};
        const auto lines = static_cast<std::size_t>(std::max(area.height / canvas.line(style), 0.0F));
        if (lines == 0 || ui.privacy() == Privacy::hidden) return;
        constexpr std::size_t group = 4;
        const float wide = canvas.measure("WWWW ", style).width;
        const std::size_t on_line = group * static_cast<std::size_t>(std::max(area.width / wide, 1.0F));
        std::size_t first = std::string_view(pairing_begin).size();
        while (text_.size() > first && (text_.size() - first + on_line - 1) / on_line > lines) first += on_line;
        std::string shown;
        for (std::size_t i = first; i < text_.size(); ++i) {
            const std::size_t at = i - first;
            if (at > 0 && at % group == 0) shown += at % on_line == 0 ? '\n' : ' ';
            shown += text_[i];
        }
        canvas.text(area, shown, style);
    }

    void handle(Ui& ui, const KeyTap& tap) {
        if (tap.kind == KeyTap::Kind::none || asking_ == Asking::yes) return;
        wrong_.clear();
        if (tap.kind == KeyTap::Kind::sign) add(tap.sign);
        if (tap.kind == KeyTap::Kind::erase && !text_.empty()) text_.pop_back();
        if (tap.kind == KeyTap::Kind::clear) text_ = pairing_begin;
        if (tap.kind == KeyTap::Kind::action) {
            question_ = ui.ask(AskEnrol{text_});
            asking_ = Asking::yes;
        }
        ui.redraw_in_ms(0);
    }

    // A scanner begins with the beginning that stands there already.
    void add(char sign) {
        if (!is_pairing_sign(sign) || text_.size() >= pairing_length_max) return;
        text_.push_back(sign);
        const std::string twice = std::string(pairing_begin) + pairing_begin;
        if (text_ == twice) text_ = pairing_begin;
    }

    LetterKeyboard keyboard_{{.signs = LetterKeyboard::Signs::exact, .action = "pairing.join", .icon = "check"}};
    std::string text_ = pairing_begin;
    std::string wrong_;
    Asking asking_ = Asking::no;
    std::uint64_t question_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_pairing_screen() { return std::make_unique<PairingPage>(); }

}  // namespace linli::kiosk
