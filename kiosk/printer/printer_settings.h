// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/queue/printer_address.h"
#include "kiosk/printer/slip_bytes.h"

namespace linli::kiosk {

/// What this box's printer was set to (hall/acts/device_settings.md).
struct PrinterSettings {
    PrinterAddress address;
    int width_dots = 576;
    /// Nothing is automatic: drawn, unless the line is a serial one, on which a picture takes half a minute.
    std::optional<Lettering> lettering;
    enum class Paper : std::uint8_t { on, off } paper = Paper::on;

    PrinterForm form_for(const PrinterAddress& used) const;
    bool operator==(const PrinterSettings&) const = default;
};

/// A value that nobody understands counts as not set.
Result<PrinterSettings> read_printer_settings(Hall& hall);

}  // namespace linli::kiosk
