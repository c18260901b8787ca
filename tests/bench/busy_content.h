// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/content/hall_content.h"

namespace linli::bench {

/// The demo hall's content with the highest daily limit that a hall may set.
ContentDocuments busy_content();
/// The same with so many counters, each of which takes every matter.
ContentDocuments busy_content(int counters);

}  // namespace linli::bench
