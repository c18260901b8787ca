// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/voice/samples.h"

namespace linli::kiosk {

/// One recording of a hall's own folder that cannot be used, and why.
struct ClipFault {
    std::string file;  ///< "zh-qing.wav"; the folder itself where that cannot be read
    std::string what;
};

/// The words of which announcements are made: those built in, or a person's recordings from a folder, and for what is
/// not good there the built-in one. Used by the announcer.
class ClipSet {
public:
    static ClipSet built_in();
    /// `faults` get what is missing or wrong in the folder; the set is whole all the same.
    static ClipSet from_folder(const std::filesystem::path& folder, std::vector<ClipFault>& faults);

    /// Empty where there is no clip of this name.
    const Samples& clip(std::string_view name) const;

private:
    std::map<std::string, Samples, std::less<>> clips_;
};

/// Exactly what is missing, unreadable, of the wrong form, silent or too long in a folder of recordings.
std::vector<ClipFault> check_clips(const std::filesystem::path& folder);

}  // namespace linli::kiosk
