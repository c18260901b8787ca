// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli::kiosk {

/// The way to one printer and back, whatever wire it is. Nothing here waits longer than it is told to. The spooler owns
/// one while it lasts; a link that failed is thrown away and another opened.
class PrinterLink {
public:
    virtual ~PrinterLink() = default;
    /// Hands over as much as the other end takes now, waiting up to `wait_ms` for it to take any. Gives how many bytes
    /// it took, 0 for none. Error: io where the link is lost.
    virtual Result<std::size_t> write_some(std::string_view bytes, int wait_ms) = 0;
    /// What came back within `wait_ms`, at most 256 bytes; empty for nothing. Error: io where the link is lost.
    virtual Result<std::string> read_some(int wait_ms) = 0;
    /// Bytes that were taken from us and have not left this machine, or not arrived: 0 where the wire cannot tell.
    virtual std::size_t under_way() const = 0;
    /// Throws away what is under way, as far as the wire can: closed the usual way, it would still be printed.
    virtual void abandon() = 0;
};

/// A link over a file descriptor that does not block: a USB printer's device file, a serial line, a TCP connection, and
/// in tests a pty. What differs between them is how they are opened (open_link.h).
class DescriptorLink final : public PrinterLink {
public:
    enum class Wire : std::uint8_t { usb, serial, tcp };
    /// Takes the descriptor over.
    DescriptorLink(int descriptor, Wire wire) : descriptor_(descriptor), wire_(wire) {}
    ~DescriptorLink() override;
    DescriptorLink(const DescriptorLink&) = delete;
    DescriptorLink& operator=(const DescriptorLink&) = delete;

    Result<std::size_t> write_some(std::string_view bytes, int wait_ms) override;
    Result<std::string> read_some(int wait_ms) override;
    std::size_t under_way() const override;
    void abandon() override;

private:
    int descriptor_;
    Wire wire_;
};

}  // namespace linli::kiosk
