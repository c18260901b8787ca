// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/narrator.h"

namespace linli::kiosk::testing {

/// A narrator that keeps what it was told to say. It speaks until it is stopped or told that it has ended.
class Spoken final : public Narrator {
public:
    bool ready() const override { return is_ready; }
    void say(const std::vector<std::string>& sentences, Language language) override {
        said.push_back(sentences);
        spoken_in = language;
        is_speaking = true;
    }
    void stop() override { is_speaking = false; }
    bool speaking() const override { return is_speaking; }
    int sentence() const override { return is_speaking ? now : -1; }
    void reset_volume() override { ++volume_resets; }

    bool is_ready = true, is_speaking = false;
    std::vector<std::vector<std::string>> said;
    Language spoken_in = Language::zh;
    int now = -1;  ///< which sentence is heard while it speaks
    int volume_resets = 0;
};

}  // namespace linli::kiosk::testing
