// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "hall/queue/printer_address.h"
#include "kiosk/printer/printer_link.h"

namespace linli::kiosk {

/// Opens the link to a printer whose address is known. A host's name and a TCP connection are waited for three seconds
/// each at most, and no longer than `stop` allows. Error: missing where nothing is there, io where it cannot be used
/// (busy, no right).
Result<std::unique_ptr<PrinterLink>> open_link(const PrinterAddress& address, const std::stop_token& stop);

/// A printer that nobody named.
struct FoundPrinter {
    PrinterAddress address;
    std::unique_ptr<PrinterLink> link;
};
/// Looks for one: first USB printers' files (usb/lp0 …), then serial lines that answer the status question as a printer
/// does. `devices` is /dev; tests have a folder of their own. Error: missing where there is none.
Result<FoundPrinter> find_printer(const std::filesystem::path& devices, const std::stop_token& stop);

}  // namespace linli::kiosk
