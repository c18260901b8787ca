// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/phone_code.h"

#include <qrencode.h>

#include <memory>

namespace linli::kiosk {

Result<PhoneCode> phone_code(std::string_view text) {
    constexpr int smallest_version = 0, utf8_eci = 26;
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(smallest_version, QR_ECLEVEL_M),
                                                                  QRinput_free);
    const bool taken = input && !text.empty() && QRinput_appendECIheader(input.get(), utf8_eci) == 0 &&
                       QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()),
                                      reinterpret_cast<const unsigned char*>(text.data())) == 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(taken ? QRcode_encodeInput(input.get()) : nullptr,
                                                               QRcode_free);
    if (!code) return fail(ErrorCode::invalid_input, "a text for a phone is empty or too long for a code");
    PhoneCode read;
    read.modules = code->width;
    const std::size_t count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < count; ++i) read.black.push_back(code->data[i] & 1);
    return read;
}

}  // namespace linli::kiosk
