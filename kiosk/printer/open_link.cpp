// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/open_link.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "kiosk/printer/host_lookup.h"
#include "kiosk/printer/ieee1284_id.h"
#include "kiosk/printer/printer_status.h"

namespace linli::kiosk {
namespace {

using Wire = DescriptorLink::Wire;

constexpr int connect_ms_max = 3000;
constexpr int slice_ms = 50;
// What the other end has not confirmed for so long is lost: the cable was pulled, the printer is off.
constexpr unsigned unconfirmed_ms_max = 10'000;
constexpr int usb_printers_max = 16;
constexpr std::array<int, 4> usual_rates{115200, 9600, 38400, 19200};

tl::unexpected<Error> cannot(const std::string& what, int problem) {
    return fail(problem == ENOENT || problem == ENODEV || problem == ENXIO ? ErrorCode::missing : ErrorCode::io,
                what + ": " + std::strerror(problem));
}

Result<int> open_file(const std::string& path) {
    const int descriptor = open(path.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return cannot(path, errno);
    return descriptor;
}

speed_t speed_of(int bits_per_second) {
    switch (bits_per_second) {
        case 1200:
            return B1200;
        case 2400:
            return B2400;
        case 4800:
            return B4800;
        case 9600:
            return B9600;
        case 19200:
            return B19200;
        case 38400:
            return B38400;
        case 57600:
            return B57600;
        case 230400:
            return B230400;
        default:
            return B115200;
    }
}

/// Eight bits, no parity, one stop bit, nothing translated.
Result<std::unique_ptr<PrinterLink>> open_serial(const std::string& path, int bits_per_second) {
    LINLI_TRY_ASSIGN(const int descriptor, open_file(path));
    auto link = std::make_unique<DescriptorLink>(descriptor, Wire::serial);
    termios line{};
    if (tcgetattr(descriptor, &line) != 0) return cannot(path, errno);
    cfmakeraw(&line);
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    cfsetispeed(&line, speed_of(bits_per_second));
    cfsetospeed(&line, speed_of(bits_per_second));
    if (tcsetattr(descriptor, TCSANOW, &line) != 0) return cannot(path, errno);
    // Nobody else may open it meanwhile, such as a modem's manager that tries every line.
    ioctl(descriptor, TIOCEXCL);
    tcflush(descriptor, TCIOFLUSH);
    return link;
}

/// Waits until the connection stands; gives the errno that it failed with, 0 where it stands.
int connected(int descriptor, const std::stop_token& stop) {
    for (int waited = 0; waited < connect_ms_max && !stop.stop_requested(); waited += slice_ms) {
        pollfd watched{descriptor, POLLOUT, 0};
        if (poll(&watched, 1, slice_ms) <= 0) continue;
        int problem = 0;
        socklen_t size = sizeof problem;
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &size) == 0 ? problem : errno;
    }
    return ETIMEDOUT;
}

Result<std::unique_ptr<PrinterLink>> connect_to(const SocketAddress& to, const std::string& name,
                                                const std::stop_token& stop) {
    const int descriptor = socket(to.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return cannot(name, errno);
    auto link = std::make_unique<DescriptorLink>(descriptor, Wire::tcp);
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &unconfirmed_ms_max, sizeof unconfirmed_ms_max);
    int problem = 0;
    if (connect(descriptor, reinterpret_cast<const sockaddr*>(&to.storage), to.size) != 0)
        problem = errno == EINPROGRESS ? connected(descriptor, stop) : errno;
    if (problem != 0) return fail(ErrorCode::io, name + ": " + std::strerror(problem));
    return link;
}

// A name may stand for several addresses, and not all of them need lead there.
Result<std::unique_ptr<PrinterLink>> open_tcp(const PrinterAddress& address, const std::stop_token& stop) {
    LINLI_TRY_ASSIGN(const auto places,
                     look_up_host(address.place, static_cast<std::uint16_t>(address.number), connect_ms_max, stop));
    Result<std::unique_ptr<PrinterLink>> link = fail(ErrorCode::missing, address.text() + ": no address");
    for (const SocketAddress& place : places) {
        link = connect_to(place, address.text(), stop);
        if (link || stop.stop_requested()) break;
    }
    return link;
}

/// The serial lines that a machine has, plugged ones first.
std::vector<std::string> serial_files(const std::filesystem::path& devices) {
    std::vector<std::string> files;
    for (const char* prefix : {"ttyUSB", "ttyACM", "ttyS"})
        for (int number = 0; number < 4; ++number) {
            const auto file = devices / (prefix + std::to_string(number));
            std::error_code ignored;
            if (std::filesystem::exists(file, ignored)) files.push_back(file.string());
        }
    return files;
}

}  // namespace

Result<std::unique_ptr<PrinterLink>> open_link(const PrinterAddress& address, const std::stop_token& stop) {
    switch (address.kind) {
        case PrinterAddress::Kind::usb: {
            LINLI_TRY_ASSIGN(const int descriptor, open_file(address.place));
            return std::make_unique<DescriptorLink>(descriptor, Wire::usb);
        }
        case PrinterAddress::Kind::serial:
            return open_serial(address.place, address.number);
        case PrinterAddress::Kind::tcp:
            return open_tcp(address, stop);
        case PrinterAddress::Kind::looked_for:
        case PrinterAddress::Kind::none:
            break;
    }
    return fail(ErrorCode::missing, "no printer is named");
}

Result<FoundPrinter> find_printer(const std::filesystem::path& devices, const std::stop_token& stop) {
    for (int number = 0; number < usb_printers_max && !stop.stop_requested(); ++number) {
        const PrinterAddress address{PrinterAddress::Kind::usb,
                                     (devices / "usb" / ("lp" + std::to_string(number))).string(), 0};
        const auto descriptor = open_file(address.place);
        if (!descriptor) continue;
        auto link = std::make_unique<DescriptorLink>(*descriptor, Wire::usb);
        // The office's printer would write a slip's bytes out as letters, page after page.
        if (!is_page_printer(read_ieee1284_id(*descriptor))) return FoundPrinter{address, std::move(link)};
    }
    for (const std::string& file : serial_files(devices))
        for (const int rate : usual_rates) {
            if (stop.stop_requested()) break;
            const PrinterAddress address{PrinterAddress::Kind::serial, file, rate};
            auto link = open_link(address, stop);
            // One that cannot be opened at one speed cannot at another.
            if (!link) break;
            if (answers_as_printer(**link)) return FoundPrinter{address, std::move(*link)};
        }
    return fail(ErrorCode::missing, "no printer is found by itself");
}

}  // namespace linli::kiosk
