// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "hall/acts/print_document.h"
#include "hall/papers/ticket_slip.h"
#include "kiosk/printer/slip_bytes.h"

namespace linli::kiosk {

/// Makes the bytes that the spooler sends. The real one presses slips; tests write short ones that their printer can
/// tell apart.
class SlipWriter {
public:
    virtual ~SlipWriter() = default;
    virtual Result<std::string> ticket(const SlipOrder& order, const PrinterForm& form) = 0;
    /// A document to be taken home. Error: missing where there is none of this id.
    virtual Result<std::string> document(const HallContent& content, const PaperOfDocument& wanted,
                                         const LocalTime& now, const PrinterForm& form) = 0;
    virtual Result<std::string> test(const HallContent& content, const LocalTime& now, const PrinterForm& form) = 0;
};

/// The real one. Its fonts are opened when the first slip is wanted: a hall without a printer needs none. Where no
/// picture can be made, the printer's own letters are better than no paper.
class PressedSlips final : public SlipWriter {
public:
    Result<std::string> ticket(const SlipOrder& order, const PrinterForm& form) override;
    Result<std::string> document(const HallContent& content, const PaperOfDocument& wanted, const LocalTime& now,
                                 const PrinterForm& form) override;
    Result<std::string> test(const HallContent& content, const LocalTime& now, const PrinterForm& form) override;

private:
    Result<std::string> press(const Slip& slip, const PrinterForm& form);
    std::unique_ptr<SlipPress> press_;
};

}  // namespace linli::kiosk
