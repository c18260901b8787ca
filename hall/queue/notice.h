// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/base/clock.h"
#include "hall/content/localized_text.h"

namespace linli {

/// No numbers are given for now, because staff said so.
struct Pause {
    std::string reason;  ///< in the words of who paused it, at most 100 characters; may be empty
    std::string by;      ///< the name of who did, empty from the command line
    WallMs since_ms = 0;
};

/// The same for one matter alone.
struct MatterPause {
    std::string matter;
    Pause pause;
};

/// A sentence of the staff to everybody in the hall. One of the two texts may be empty.
struct HallMessage {
    LocalizedText words;
    std::string by;
    WallMs since_ms = 0;
    std::optional<WallMs> until_ms;  ///< from then on it is no longer shown; nothing: until it is taken down
};

/// What staff have set for the whole hall.
struct HallNotices {
    std::optional<Pause> issuing;
    std::vector<MatterPause> matters;  ///< in the order of their ids
    std::optional<HallMessage> message;
};

}  // namespace linli
