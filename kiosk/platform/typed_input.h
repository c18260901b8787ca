// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

union SDL_Event;

namespace linli::kiosk {

/// What an event of a keyboard, or of a scanner that types as one, has typed: characters in UTF-8, '\b' for the key
/// that erases and '\n' for Enter; empty for every other event.
std::string typed_by(const SDL_Event& event);

}  // namespace linli::kiosk
