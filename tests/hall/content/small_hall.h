// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/content/hall_content.h"

namespace linli {

/// The documents of a sound hall of two lines, two matters and one counter, which tests spoil in one place each.
ContentDocuments small_hall();

/// The same with `sound` (which must stand there exactly once) replaced in one document.
ContentDocuments small_hall_with(const std::string& file, std::string_view sound, std::string_view spoilt);

}  // namespace linli
