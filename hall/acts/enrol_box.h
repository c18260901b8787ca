// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/wire/sync_json.h"

namespace linli {

/// What is to be asked of which district until it has decided.
struct Enrolment {
    std::string address, pin;
    sync::EnrolRequest request;
};

/// Begins to join a district, or goes on with the same code: the box makes a key of its own once and keeps it while it
/// waits. Another code takes the place of one that waits. Refuses: enrolled_already. Error: invalid_input for an
/// address that is neither https nor on loopback, and for a pin that is none.
ActResult<Enrolment> begin_enrolment(Hall& hall, const sync::Pairing& pairing);
/// The same with the string that a district gives out. Error: invalid_input also where it is none.
ActResult<Enrolment> begin_enrolment(Hall& hall, std::string_view pairing);
/// The one that waits; nothing where there is none.
Result<std::optional<Enrolment>> running_enrolment(Hall& hall);
/// Keeps what the district answered to the enrolment with this code. Gives false, and keeps nothing, where that one is
/// no longer running. Error: corrupt where the answer names another key's fingerprint.
Result<bool> keep_enrolment(Hall& hall, const std::string& code, const sync::EnrolAnswer& answer);
/// The district has said no: the box belongs to none again. Trouble as in note_contact.
Status drop_enrolment(Hall& hall, const std::string& code, const std::string& trouble, const std::string& detail);

/// Whether records may be sent there: "https://…", or "http://" and this very machine.
bool is_district_address(std::string_view address);

}  // namespace linli
