// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hall/content/hall_content.h"
#include "kiosk/voice/clip_set.h"

namespace linli::kiosk {

/// What is spoken to everybody, as clips: those of one phrase follow one another without a gap, phrases have a pause
/// between them.
struct Announcement {
    using Phrase = std::vector<std::string>;
    std::vector<Phrase> phrases;
};

/// A call as it is to be announced.
struct SpokenCall {
    std::string_view code;  ///< "A027"
    int counter = 1;        ///< 1 to 99
    int call = 1;           ///< 2 and on: said to be a repeated one
};

/// The call in the plan's languages, as often as it says, behind the chime.
Announcement announcement_of(const SpokenCall& call, const VoicePlan& plan);
/// What an installer hears to try the sound.
Announcement test_announcement(const VoicePlan& plan);

/// Counters as Chinese says them, 12 as "ten two", 20 as "two ten"; as English, 21 as "twenty one".
Announcement::Phrase number_clips(int number, Language language);

/// One piece of sound: within a phrase joined with cross-fades of 10 ms, between two phrases 180 ms of silence (at 100
/// percent of rate). A clip that is not there is left out.
Samples joined(const Announcement& announcement, const ClipSet& clips, int rate_percent);

}  // namespace linli::kiosk
