// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "hall/acts/hall.h"
#include "kiosk/worker/hall_service.h"

namespace linli::kiosk {

/// What the worker has at hand to answer with. `hall` is null while it cannot be opened.
struct WorkerDesk {
    Hall* hall = nullptr;
    const std::string& place;  ///< the kiosk's name for help calls
    const std::filesystem::path& database;
    Power& power;
};

/// Decodes; an error where the bytes are no picture.
std::variant<AnswerValue, Refused, Error> picture_answer(const AskPicture& asked);

/// Does what a screen asked, in the worker's thread. Without a hall only what concerns the machine is answered.
std::variant<AnswerValue, Refused, Error> answer(const WorkerDesk& desk, const Question& question);

}  // namespace linli::kiosk
