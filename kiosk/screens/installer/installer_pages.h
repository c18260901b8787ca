// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// The pages for whoever sets the box up. All but the first need the right that the code gives.

/// Asks for the code of `linli setup-code`. Opened by holding the corner.
std::unique_ptr<Screen> make_setup_code_screen();
/// Everything an installer looks after, with its state; the way to each.
std::unique_ptr<Screen> make_installer_screen();
/// One device each: how it is, its test, what to do.
std::unique_ptr<Screen> make_printer_screen();
std::unique_ptr<Screen> make_board_screen();
std::unique_ptr<Screen> make_sound_screen();
/// Where the printer is: found by itself, or at an address of the network; how wide its paper is.
std::unique_ptr<Screen> make_printer_address_screen();
/// What the touch test found.
std::unique_ptr<Screen> make_touch_screen();
/// Five marks to touch, without anything else on the screen.
std::unique_ptr<Screen> make_touch_test_screen();
/// The screen's size and the way to its test pictures.
std::unique_ptr<Screen> make_panel_screen();
/// Full pictures: edges, grey steps, plain colours. A touch shows the next.
std::unique_ptr<Screen> make_screen_picture_screen();
/// Addresses, links, the way out, who keeps the clock.
std::unique_ptr<Screen> make_network_screen();
/// How the box stands with its district.
std::unique_ptr<Screen> make_district_screen();
/// Takes the district's pairing string, typed here or by a keyboard or scanner that is plugged in.
std::unique_ptr<Screen> make_pairing_screen();
/// How loud calls and guidance are.
std::unique_ptr<Screen> make_volume_screen();
/// Versions and amounts, for whoever is on the phone.
std::unique_ptr<Screen> make_version_screen();
/// Start again, or shut down.
std::unique_ptr<Screen> make_power_screen();
/// The end of a walk through all checks: what is good, and what is to be done.
std::unique_ptr<Screen> make_setup_summary_screen();

}  // namespace linli::kiosk
