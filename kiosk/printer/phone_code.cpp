// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/phone_code.h"

#include <qrencode.h>

#include <memory>

namespace linli::kiosk {

Result<PhoneCode> phone_code(std::string_view text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                          QR_ECLEVEL_M),
        QRcode_free);
    if (!code) return fail(ErrorCode::invalid_input, "a text for a phone is empty or too long for a code");
    PhoneCode read;
    read.modules = code->width;
    const std::size_t count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < count; ++i) read.black.push_back(code->data[i] & 1);
    return read;
}

}  // namespace linli::kiosk
