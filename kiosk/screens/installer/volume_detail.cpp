// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <string_view>

#include "hall/acts/device_settings.h"
#include "hall/text/device_words.h"
#include "kiosk/frame/page_head.h"
#include "kiosk/screens/device_try.h"
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/installer/item_state.h"
#include "kiosk/screens/ui_words.h"
#include "kiosk/widgets/button.h"

namespace linli::kiosk {
namespace {

constexpr int volume_max = 100, volume_step = 10;

struct Loudness {
    const char* id;
    const char* setting;
    const char* label_key;
};
constexpr std::array loudnesses{Loudness{"calls", setting::sound_volume, "installer.volume.calls"},
                                Loudness{"guidance", setting::guidance_volume, "installer.volume.guidance"}};

class VolumePage final : public Screen {
public:
    void on_enter(Ui& ui) override { asked_ = ui.ask(AskSettings{}); }

    void on_reply(Ui& ui, const Reply& reply) override {
        test_.on_reply(ui, reply);
        // Whoever presses quickly is ahead of the answers: only the last tells how it is now.
        if (reply.question != asked_) return;
        const auto* answer = std::get_if<AnswerValue>(&reply.answer);
        if (const auto* settings = answer ? std::get_if<DeviceSettings>(answer) : nullptr) {
            settings_ = saved_ = *settings;
            failed_ = Failed::no;
        } else {
            settings_ = saved_;
            failed_ = saving_ ? Failed::yes : Failed::no;
        }
        saving_ = false;
    }

    void on_tick(Ui& ui) override { test_.on_tick(ui); }

    void draw(Ui& ui) override {
        PageAreas areas =
            page_head(ui, {.title = item_title(ui, SetupItem::volume), .icon = "volume_up", .icon_tint = Role::accent});
        const float height = ui.theme().length("button");
        const Notice words = message(ui);
        Rect reading = areas.reading;
        reading.cut_top(8);
        reading.cut_top(notice(ui, reading, words), 32);
        Rect touching = ui.modes().low() ? areas.touching : reading;
        const bool beside = ui.modes().landscape();
        Rect rows = touching;
        for (std::size_t i = 0; i < loudnesses.size(); ++i) {
            const Rect row = beside ? touching.column(static_cast<int>(i), 2, 48) : rows;
            const float used = loudness(ui, row, loudnesses[i]);
            if (!beside || i == 0) rows.cut_top(used, 32);
        }
        const bool running = test_.state() == DeviceTry::State::running;
        if (button(ui, {.id = "test",
                        .rect = rows.cut_top(height),
                        .label = ui.t("installer.sound.test"),
                        .icon = "campaign",
                        .kind = ButtonKind::primary,
                        .state = running ? Button::State::working : Button::State::ready}))
            test_.start(ui, Device::sound);
    }

private:
    enum class Failed : std::uint8_t { no, yes };

    Notice message(const Ui& ui) const {
        if (failed_ == Failed::yes) return {.kind = NoticeKind::danger, .title = ui.t("installer.not_saved")};
        switch (test_.state()) {
            case DeviceTry::State::done:
                return {.kind = NoticeKind::success, .title = ui.t("installer.volume.played")};
            case DeviceTry::State::failed: {
                const DeviceWords words = device_words(texts_of(ui), "sound", test_.trouble());
                return {.kind = NoticeKind::danger, .title = words.what, .text = words.mend};
            }
            case DeviceTry::State::silent:
            case DeviceTry::State::not_asked:
                return {.kind = NoticeKind::danger,
                        .title = ui.t("installer.silent"),
                        .text = ui.t("installer.silent_mend")};
            default:
                return {.title = ui.t("installer.volume.what")};
        }
    }

    // Label over "quieter · 80 % · louder"; gives the height.
    float loudness(Ui& ui, Rect area, const Loudness& one) {
        Canvas& canvas = ui.canvas();
        const float top = area.y, height = ui.theme().length("button");
        const TextStyle label{.role = TextRole::body, .weight = Weight::bold, .heard = Heard::first};
        area.cut_top(canvas.text(area, ui.t(one.label_key), label).height, 8);
        const int percent = percent_of(ui, one);
        Rect row = area.cut_top(height);
        const float side = row.width < 700 ? 120.F : 200.F;
        step_button(ui, one, row.cut_left(side, 24), percent - volume_step, Step::quieter);
        step_button(ui, one, row.cut_right(side, 24), percent + volume_step, Step::louder);
        const std::string words = ui.t("installer.volume.percent", {{"n", std::to_string(percent)}});
        canvas.text(row, words,
                    {.role = TextRole::heading,
                     .weight = Weight::bold,
                     .align = Align::centre,
                     .stand = Stand::middle,
                     .line_height = 1.2F,
                     .heard = Heard::first});
        const Rect track{row.x + 24, row.bottom() - 16, row.width - 48, 12};
        canvas.fill(track, Role::surface_sunk, 6);
        Rect full = track;
        full.width *= static_cast<float>(percent) / volume_max;
        if (percent > 0) canvas.fill(full, Role::accent, 6);
        return row.bottom() - top;
    }

    int percent_of(const Ui& ui, const Loudness& one) const {
        const bool calls = std::string_view(one.setting) == setting::sound_volume;
        const auto made = settings_.made.find(one.setting);
        return percent_setting(made == settings_.made.end() ? std::nullopt : std::optional(made->second),
                               calls ? setting::sound_volume_usual : ui.content().voice.guidance_volume);
    }

    enum class Step : std::uint8_t { quieter, louder };

    void step_button(Ui& ui, const Loudness& one, const Rect& rect, int percent, Step step) {
        const std::string icon = step == Step::louder ? "add" : "remove";
        const char* const spoken = step == Step::louder ? "installer.volume.louder" : "installer.volume.quieter";
        const bool possible = percent >= 0 && percent <= volume_max;
        if (!button(ui, {.id = fmt::format("{}_{}", one.id, icon),
                         .rect = rect,
                         .icon = icon,
                         .state = possible ? Button::State::ready : Button::State::disabled,
                         .spoken = ui.t(spoken, {{"what", ui.t(one.label_key)}})}))
            return;
        // Shown at once; the hall's reply confirms it.
        settings_.made[one.setting] = std::to_string(percent);
        saving_ = true;
        asked_ = ui.ask(AskSetDevice{one.setting, std::to_string(percent)});
        ui.redraw_in_ms(0);
    }

    DeviceSettings settings_{}, saved_{};  ///< as it shows, and as the hall last said
    DeviceTry test_;
    Failed failed_ = Failed::no;
    std::uint64_t asked_ = 0;
    bool saving_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_volume_screen() { return std::make_unique<VolumePage>(); }

}  // namespace linli::kiosk
