// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/device_try.h"

namespace linli::kiosk {

void DeviceTry::start(Ui& ui, Question question) {
    if (state_ == State::running) return;
    state_ = State::running;
    trouble_.clear();
    row_ = 0;
    asked_ms_ = looked_ms_ = ui.boot_ms();
    question_ = ui.ask(std::move(question));
    ui.redraw_in_ms(look_every_ms);
}

void DeviceTry::on_reply(Ui& ui, const Reply& reply) {
    if (state_ != State::running || reply.question != question_) return;
    question_ = 0;
    const auto* answer = std::get_if<AnswerValue>(&reply.answer);
    if (answer == nullptr) {
        // Asked once it may still be done, though nobody can look; not asked it never will be.
        state_ = row_ == 0 ? State::not_asked : State::silent;
        return;
    }
    if (const auto* asked = std::get_if<DeviceTestAsked>(answer)) {
        row_ = asked->row;
        return look(ui);
    }
    const auto* request = std::get_if<DeviceRequest>(answer);
    if (request == nullptr) return;
    if (request->state == DeviceRequest::State::done) state_ = State::done;
    if (request->state == DeviceRequest::State::failed) {
        state_ = State::failed;
        trouble_ = request->detail;
    }
}

void DeviceTry::on_tick(Ui& ui) {
    if (state_ != State::running) return;
    const std::int64_t now = ui.boot_ms();
    if (now - asked_ms_ >= patience_ms) {
        state_ = State::silent;
        return;
    }
    if (row_ != 0 && question_ == 0 && now - looked_ms_ >= look_every_ms) look(ui);
    ui.redraw_in_ms(look_every_ms);
}

void DeviceTry::look(Ui& ui) {
    looked_ms_ = ui.boot_ms();
    question_ = ui.ask(AskDeviceRequest{row_});
}

}  // namespace linli::kiosk
