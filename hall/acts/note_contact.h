// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"

namespace linli {

/// What keeps a box from its district. Each has a text "sync.trouble.<name>" in every language: what happened, what is
/// safe, what to do.
enum class SyncTrouble {
    none,
    unreachable,     ///< no connection
    name_unknown,    ///< the address's name is not found
    not_trusted,     ///< another key than the pairing string's, or no valid certificate
    cut_off,         ///< the connection ended too early or stood still
    no_answer,       ///< an answer came that is none of the district's, a network's sign-in page perhaps
    busy,            ///< 429, 503: later
    server_fault,    ///< another 5xx
    not_taken,       ///< the district refuses this request, by a name of the protocol's
    too_large,       ///< one single entry is more than somebody on the way lets through
    records_differ,  ///< the district holds other bytes under this box's numbers
    box_behind,      ///< the district knows more of this journal than the box: its database was put back
    token_unknown,   ///< sending has stopped
    hall_revoked,    ///< likewise
    code_unknown,    ///< the enrolment's end, as the next four
    code_expired,
    code_used,
    bad_proof,
    enrolment_refused,
};
const char* name_of(SyncTrouble trouble);
SyncTrouble trouble_from(std::string_view name);

enum class Contact { answered, none };

/// Keeps when the district was last heard and what is in the way now. `detail` is one English sentence for who looks
/// after the box; never a token or code. Written where something is new, and once a minute otherwise.
Status note_contact(Hall& hall, Contact contact, SyncTrouble trouble, const std::string& detail);
/// The district no longer takes anything: sending stops, all is kept. Where the token of an enrolment was never good,
/// the enrolment goes on instead.
Status note_revoked(Hall& hall, SyncTrouble trouble, const std::string& detail);
/// It does again.
Status note_taken_back(Hall& hall);

}  // namespace linli
