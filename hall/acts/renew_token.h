// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"

namespace linli {

/// A token's replacement, step by step, so that a lost answer or a crash in between locks nobody out: the new one is
/// kept beside the one in use, takes its place with its first use that the district has answered, and is dropped where
/// the district does not know it.
Status keep_next_token(Hall& hall, const std::string& token);
/// The district has answered to this token. With the very first one the code of the enrolment is done with. Where it is
/// the one before, the district was put back: it is used again, and replaced as soon as may be.
Status note_token_used(Hall& hall, const std::string& token);
Status drop_next_token(Hall& hall, const std::string& token);

}  // namespace linli
