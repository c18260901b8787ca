// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "kiosk/worker/hall_service.h"

namespace linli::kiosk {

/// Does what a screen asked, in the worker's thread. `place` is the kiosk's name for help calls.
std::variant<AnswerValue, Refused, Error> answer(Hall& hall, const Question& question, const std::string& place);

}  // namespace linli::kiosk
