// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::kiosk::testing {

/// Writes the index of all pictures that tests have saved so far, for people to look at.
void write_pictures_index();

}  // namespace linli::kiosk::testing
