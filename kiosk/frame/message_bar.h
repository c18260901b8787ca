// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// The staff's message in the session's language; empty while there is none.
std::string message_words(const Ui& ui);

/// The top bar while there is a message: it takes the place of the hall's name, which everybody in the hall knows, so
/// that no page has to give it room. Where the message is too long for that, the clock and the mark give way as well.
/// It is not heard with the page; Guidance says it once to each person.
void message_bar(Ui& ui, const std::string& message);

}  // namespace linli::kiosk
