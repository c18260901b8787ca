// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/content/hall_content.h"

namespace linli {

/// A small sound hall with one document of every kind, in which every field that there is stands at least once and no
/// array is empty.
ContentDocuments whole_hall();

}  // namespace linli
