// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace linli::kiosk {

/// A printer's address in the network as it is typed on a number pad: IPv4, and a port where it is not the usual 9100.
class AddressEntry {
public:
    void press(char sign);
    void erase();
    void clear() { text_.clear(); }
    const std::string& text() const { return text_; }
    /// As the setting printer.address has it, "tcp:192.168.1.50:9100"; nothing where what is typed is no address.
    std::optional<std::string> complete() const;

private:
    std::string text_;
};

}  // namespace linli::kiosk
