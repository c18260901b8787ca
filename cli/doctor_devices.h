// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/doctor.h"
#include "hall/text/catalogue.h"

namespace linli::cli {

/// How the hall's board and sound are by their own programs' word, with how to mend them.
std::vector<Finding> examine_devices(Hall& hall, const Catalogue& texts);
/// Which Linli this is, with the hall's content and schema.
Finding examine_version(Hall& hall);
/// The box's network, as the system tells; nothing is sent.
Finding examine_network();

}  // namespace linli::cli
