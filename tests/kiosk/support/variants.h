// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/session.h"

namespace linli::kiosk::testing {

/// One way in which a page can be wanted: shape, size, reach, language, contrast.
struct Variant {
    Shape shape;
    Modes modes;
    std::string name() const;  ///< "landscape-larger-low-en"
};

/// Every shape, size, reach and language together, and each contrast once.
std::vector<Variant> all_variants();

}  // namespace linli::kiosk::testing
