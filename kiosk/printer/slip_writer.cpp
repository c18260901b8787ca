// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_writer.h"

#include "hall/papers/document_slip.h"

namespace linli::kiosk {

Result<std::string> PressedSlips::press(const Slip& slip, const PrinterForm& form) {
    if (!press_) {
        LINLI_TRY_ASSIGN(press_, SlipPress::open());
    }
    auto bytes = press_->bytes(slip, form);
    if (bytes || form.lettering == Lettering::printers_own) return bytes;
    return press_->bytes(slip, {form.width_dots, Lettering::printers_own});
}

Result<std::string> PressedSlips::ticket(const SlipOrder& order, const PrinterForm& form) {
    return press(ticket_slip(order), form);
}

Result<std::string> PressedSlips::document(const HallContent& content, const PaperOfDocument& wanted,
                                           const LocalTime& now, const PrinterForm& form) {
    const auto slip = document_slip(content, wanted.id, wanted.language, now);
    if (!slip) return fail(ErrorCode::missing, "no document has this id any more");
    return press(*slip, form);
}

Result<std::string> PressedSlips::test(const HallContent& content, const LocalTime& now, const PrinterForm& form) {
    return press(test_slip(content, Language::zh, now), form);
}

}  // namespace linli::kiosk
