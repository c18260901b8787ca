// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "hall/base/result.h"
#include "hall/papers/slip.h"

namespace linli::kiosk {

/// Whose letters stand on the paper. `drawn`: everything is a picture, as designed, 63 kB a slip. `printers_own`: the
/// printer's own letters, for a serial line on which a picture takes too long; what it has no letter for is drawn.
enum class Lettering : std::uint8_t { drawn, printers_own };

/// The printer that the bytes are for: 576 dots for paper of 80 mm, 384 for 58 mm.
struct PrinterForm {
    int width_dots = 576;
    Lettering lettering = Lettering::drawn;
};

class SlipFonts;

/// Makes of a slip the bytes that an ESC/POS printer is sent. Made once by the program that prints: its fonts stay
/// mapped and the letters that slips have most are drawn already. For one thread.
class SlipPress {
public:
    /// Error: missing where no Chinese font is installed, corrupt where one cannot be read.
    static Result<std::unique_ptr<SlipPress>> open();
    ~SlipPress();
    SlipPress(const SlipPress&) = delete;
    SlipPress& operator=(const SlipPress&) = delete;

    /// Error: invalid_input for a width that no printer has (less than 256 or more than 1,024 dots, or no multiple
    /// of 8), and for a code for a phone that is too long.
    Result<std::string> bytes(const Slip& slip, const PrinterForm& form) const;

private:
    explicit SlipPress(std::unique_ptr<SlipFonts> fonts);
    std::unique_ptr<SlipFonts> fonts_;
};

}  // namespace linli::kiosk
