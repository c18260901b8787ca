// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/agent.h"

namespace linli::agent {

bool Agent::attachments_are_due() const {
    return state_ == LinkState::approved && media_.due() &&
           (media_trouble_.what != SyncTrouble::none || attachments_.refused_is_due());
}

// A part at a time: as soon as anything was written in the hall, or a minute is over, the rest has its turn first.
Status Agent::send_attachments() {
    while (media_.due() && !parts_.transport.stopped()) {
        LINLI_TRY_ASSIGN(const BoxLink box, box_now());
        if (box.link.state != LinkState::approved) return {};
        LINLI_TRY_ASSIGN(const Turn turn, attachments_.send(*hall_, box));
        if (turn.came == Turn::Came::nothing) {
            media_trouble_ = {};
            return {};
        }
        LINLI_TRY(note(turn, media_, media_trouble_));
        if (turn.came == Turn::Came::trouble) return {};
        parts_.transport.rest(std::chrono::milliseconds(0));
        const auto mark = hall_->change_mark();
        if (!mark || *mark != mark_ || parts_.clock.boot_ms() >= next_minute_boot_ms_) {
            look_anyway_ = true;
            return {};
        }
    }
    return {};
}

}  // namespace linli::agent
