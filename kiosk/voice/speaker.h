// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "kiosk/voice/samples.h"

namespace linli::kiosk {

/// One sound card, or none. Used by one thread. SdlSpeaker is the real one; tests have
/// tests/kiosk/support/loudspeaker.h.
class Speaker {
public:
    virtual ~Speaker() = default;
    /// There is a card and it works. Where there was none it looks again, at most every few seconds.
    virtual bool ready() = 0;
    /// Puts the samples behind those that still wait. Nothing where there is no card.
    virtual void play(std::span<const std::int16_t> samples) = 0;
    /// How many samples the card has not taken yet.
    virtual std::size_t queued() = 0;
    /// Silence at once: what waits is thrown away.
    virtual void stop() = 0;
    /// Percent, for what is played from now on.
    virtual void set_volume(int percent) = 0;
};

/// The machine's sound cards, of which the narrator takes one: a headset while there is one. SdlCards are the real
/// ones.
class SoundCards {
public:
    virtual ~SoundCards() = default;
    /// Those that are there now.
    virtual std::vector<std::string> names() = 0;
    /// A speaker on the card of this name; on the system's own choice where it is empty.
    virtual std::unique_ptr<Speaker> speaker(const std::string& card) = 0;
};

}  // namespace linli::kiosk
