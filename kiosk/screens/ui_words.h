// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/ui.h"
#include "kiosk/screens/hall_words.h"

namespace linli::kiosk {

inline const Catalogue& texts_of(const Ui& ui) { return Catalogue::embedded(ui.modes().english() ? "en" : "zh-CN"); }

/// hall_words in the language of this session and by this hall's clock.
inline std::string counters_words(const Ui& ui, const std::vector<int>& counters) {
    return counters_words(texts_of(ui), counters);
}
inline std::string call_time_words(const Ui& ui, const WaitRange& wait) {
    return call_time_words(texts_of(ui), ui.local_now(), wait);
}
inline std::string place_words(const Ui& ui, const std::vector<int>& counters) {
    return place_words(ui.content(), counters, ui.modes().language);
}
inline std::string day_words(const Ui& ui, WallMs then) {
    return day_words(texts_of(ui), ui.local_now(), ui.local(then));
}

}  // namespace linli::kiosk
