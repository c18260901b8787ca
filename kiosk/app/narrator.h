// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/content/localized_text.h"

namespace linli::kiosk {

/// Reads pages aloud for the person at the screen. Nothing here waits: speaking happens elsewhere.
class Narrator {
public:
    virtual ~Narrator() = default;
    /// There is a sound card and a voice. The bar's button is off where there is none.
    virtual bool ready() const = 0;
    /// Speaks the sentences in order. What was being said is cut off.
    virtual void say(const std::vector<std::string>& sentences, Language language) = 0;
    /// Silence at once.
    virtual void stop() = 0;
    virtual bool speaking() const = 0;
    /// Which of the sentences is being spoken, from 0; -1 for none, or where that is not known.
    virtual int sentence() const { return -1; }
    /// Back to the usual volume: the next person's ears are not those of the last.
    virtual void reset_volume() = 0;
};

/// Where there is no voice: a kiosk without a sound card, pictures drawn without a hall.
class SilentNarrator final : public Narrator {
public:
    bool ready() const override { return false; }
    void say(const std::vector<std::string>&, Language) override {}
    void stop() override {}
    bool speaking() const override { return false; }
    void reset_volume() override {}
};

}  // namespace linli::kiosk
