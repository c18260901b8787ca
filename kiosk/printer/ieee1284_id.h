// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace linli::kiosk {

/// What a USB printer says of itself (IEEE 1284-2000, 7.6): "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;CLS:PRINTER;". Empty
/// where the file is no USB printer's or the printer says nothing.
std::string read_ieee1284_id(int descriptor);

/// Does it name a language of printers that print pages, and none of slip printers? Whoever says nothing does not.
bool is_page_printer(std::string_view id);

}  // namespace linli::kiosk
