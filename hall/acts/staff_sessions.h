// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/staff/staff_member.h"
#include "hall/staff/staff_session.h"

namespace linli {

/// A session that has not ended, with whom it belongs to.
struct LiveSession {
    StaffSession session;
    StaffMember member;
    std::int64_t idle_ms = 0;  ///< since somebody last did something there, as far as it was written down
};

/// The sessions that are in force now, so that a restarted console keeps people signed in, and sees what other programs
/// ended (linli staff reset) when the hall's change_mark moves. One from before a restart of the machine is locked: how
/// long it was off is known by a clock only that anybody can set. Writes nothing.
Result<std::vector<LiveSession>> live_sessions(Hall& hall);
/// Somebody did something in these sessions `idle_ms` ago. Not journaled; to be called now and then, not at each
/// request.
struct SeenSession {
    std::string key;
    std::int64_t idle_ms = 0;
};
Status note_seen(Hall& hall, const std::vector<SeenSession>& seen);
/// Nobody did anything for session_idle_ms_max. Gives false where it had ended or was locked already.
Result<bool> lock_session(Hall& hall, const std::string& key);
/// Gives false where it had ended already.
Result<bool> sign_out(Hall& hall, const std::string& key);
/// Ends those that are older than session_ms_max, with an entry each; gives how many. To be called every minute or so.
Result<int> end_old_sessions(Hall& hall);

}  // namespace linli
