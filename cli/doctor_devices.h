// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/doctor.h"

namespace linli::cli {

/// How the hall's printer, board and sound are by their own programs' word, with how to mend them.
std::vector<Finding> examine_devices(const Session& session, Hall& hall);
/// Which Linli this is, with the hall's content and schema.
Finding examine_version(Hall& hall);
/// The box's network, as the system tells; nothing is sent.
Finding examine_network();
/// May this user switch the machine off, as the kiosk's page does?
Finding examine_power();

}  // namespace linli::cli
