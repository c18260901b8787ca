// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/acts_together.h"

#include "hall/store/hall_stores.h"

namespace linli {

ActsTogether::ActsTogether(Hall& hall) : hall_(&hall) { hall.stores().database->begin_together(); }

ActsTogether::~ActsTogether() {
    if (hall_) hall_->stores().database->undo_together();
}

Status ActsTogether::commit() { return std::exchange(hall_, nullptr)->stores().database->commit_together(); }

}  // namespace linli
