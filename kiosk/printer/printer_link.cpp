// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/printer_link.h"

#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace linli::kiosk {
namespace {

constexpr std::size_t read_bytes_max = 256;
constexpr int busy_pause_ms = 20;

tl::unexpected<Error> lost(const char* what, int problem) {
    return fail(ErrorCode::io,
                std::string("the printer's link is lost (") + what + ": " + std::strerror(problem) + ")");
}

// Asking at once again would only heat the processor.
void rest(int wait_ms) { poll(nullptr, 0, wait_ms < busy_pause_ms ? wait_ms : busy_pause_ms); }

// Not now: try later. A USB printer without paper answers a write with "no space".
bool only_busy(int problem) { return problem == EAGAIN || problem == EINTR || problem == ENOSPC; }

enum class Ready : std::uint8_t { yes, no };

Result<Ready> wait_for(int descriptor, short events, int wait_ms) {
    pollfd watched{descriptor, events, 0};
    const int ready = poll(&watched, 1, wait_ms);
    if (ready < 0) return errno == EINTR ? Result<Ready>(Ready::no) : lost("poll", errno);
    if (ready == 0) return Ready::no;
    if ((watched.revents & events) != 0) return Ready::yes;
    return lost("poll", (watched.revents & POLLHUP) != 0 ? EPIPE : EIO);
}

}  // namespace

DescriptorLink::~DescriptorLink() {
    if (wire_ == Wire::serial) ioctl(descriptor_, TIOCNXCL);
    close(descriptor_);
}

Result<std::size_t> DescriptorLink::write_some(std::string_view bytes, int wait_ms) {
    LINLI_TRY_ASSIGN(const Ready ready, wait_for(descriptor_, POLLOUT, wait_ms));
    if (ready == Ready::no || bytes.empty()) return std::size_t{0};
    const ssize_t written = wire_ == Wire::tcp ? send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL)
                                               : write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) return static_cast<std::size_t>(written);
    if (!only_busy(errno)) return lost("write", errno);
    rest(wait_ms);  // ready, and yet it took nothing: a printer without paper
    return std::size_t{0};
}

Result<std::string> DescriptorLink::read_some(int wait_ms) {
    LINLI_TRY_ASSIGN(const Ready ready, wait_for(descriptor_, POLLIN, wait_ms));
    if (ready == Ready::no) return std::string();
    std::array<char, read_bytes_max> bytes{};
    const ssize_t count = read(descriptor_, bytes.data(), bytes.size());
    if (count > 0) return std::string(bytes.data(), static_cast<std::size_t>(count));
    // A USB printer's file says "end" where it has nothing to say; the others are gone then.
    const bool nothing = count == 0 ? wire_ == Wire::usb : only_busy(errno);
    if (!nothing) return lost("read", count == 0 ? EPIPE : errno);
    rest(wait_ms);
    return std::string();
}

std::size_t DescriptorLink::under_way() const {
    int bytes = 0;
    if (wire_ == Wire::usb) return 0;
    // One number by two names in Linux: what a socket has not been told arrived, what a line has not sent.
    static_assert(SIOCOUTQ == TIOCOUTQ);
    const int asked = ioctl(descriptor_, TIOCOUTQ, &bytes);
    return asked == 0 && bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
}

void DescriptorLink::abandon() {
    if (wire_ == Wire::serial) tcflush(descriptor_, TCOFLUSH);
    const linger at_once{1, 0};
    if (wire_ == Wire::tcp) setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace linli::kiosk
