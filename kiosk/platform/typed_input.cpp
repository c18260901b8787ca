// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/typed_input.h"

#include <SDL.h>

namespace linli::kiosk {

std::string typed_by(const SDL_Event& event) {
    if (event.type == SDL_TEXTINPUT) return event.text.text;
    if (event.type != SDL_KEYDOWN) return {};
    switch (event.key.keysym.sym) {
        case SDLK_BACKSPACE:
            return "\b";
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            return "\n";
        default:
            return {};
    }
}

}  // namespace linli::kiosk
