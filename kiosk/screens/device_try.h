// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// One thing that a device is to do, from the button to its outcome: asks the device's program through the hall and
/// follows what comes of it for ten seconds. Pages that offer a test or a paper own one.
class DeviceTry {
public:
    static constexpr std::int64_t patience_ms = 10'000, look_every_ms = 300;
    enum class State : std::uint8_t { untried, running, done, failed, silent, not_asked };

    /// A device's test.
    void start(Ui& ui, Device device) { start(ui, AskDeviceTest{device}); }
    /// Whatever is answered with the row of a request.
    void start(Ui& ui, Question question);
    void on_reply(Ui& ui, const Reply& reply);
    void on_tick(Ui& ui);

    State state() const { return state_; }
    /// Where it failed: a code as in DeviceStatus.
    const std::string& trouble() const { return trouble_; }

private:
    void look(Ui& ui);

    State state_ = State::untried;
    std::string trouble_;
    std::uint64_t question_ = 0;  ///< that is open; 0 for none
    std::int64_t row_ = 0;        ///< 0 until the hall has said it
    std::int64_t asked_ms_ = 0, looked_ms_ = 0;
};

}  // namespace linli::kiosk
