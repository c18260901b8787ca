// SPDX-License-Identifier: Apache-2.0
#include "tests/support/printer_peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace linli::support {
namespace {

constexpr std::string_view cut{"\x1dVB\0", 4};
constexpr std::string_view begin{"\x1b@", 2};
constexpr int look_ms = 2;

void must(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(what);
}

void close_one(int& descriptor) {
    if (descriptor >= 0) close(descriptor);
    descriptor = -1;
}

}  // namespace

PrinterPeer::PrinterPeer(Wire wire) : wire_(wire) {
    open_wire();
    thread_ = std::thread([this] { run(); });
}

PrinterPeer::~PrinterPeer() {
    stop_ = true;
    thread_.join();
    close_wire();
}

std::string PrinterPeer::address() const {
    if (wire_ == Wire::tcp) return "tcp:127.0.0.1:" + std::to_string(port_);
    return "serial:" + folder_.file("ttyUSB0").string() + ":115200";
}

void PrinterPeer::open_wire() {
    if (wire_ == Wire::tcp) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        const int on = 1;
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        here.sin_port = htons(static_cast<std::uint16_t>(port_));
        must(bind(listener_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0, "bind");
        must(listen(listener_, 4) == 0, "listen");
        socklen_t size = sizeof here;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size);
        port_ = ntohs(here.sin_port);
        return;
    }
    connection_ = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    must(connection_ >= 0 && grantpt(connection_) == 0 && unlockpt(connection_) == 0, "pty");
    std::array<char, 64> name{};
    must(ptsname_r(connection_, name.data(), name.size()) == 0, "ptsname");
    // Kept open here as well: a line does not hang up because the program at its end was killed.
    other_end_ = open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    termios line{};
    must(other_end_ >= 0 && tcgetattr(other_end_, &line) == 0, "pty's other end");
    cfmakeraw(&line);
    tcsetattr(other_end_, TCSANOW, &line);
    std::filesystem::remove(folder_.file("ttyUSB0"));
    std::filesystem::create_symlink(name.data(), folder_.file("ttyUSB0"));
}

void PrinterPeer::close_wire() {
    close_one(other_end_);
    close_one(connection_);
    close_one(listener_);
    std::error_code ignored;
    if (wire_ == Wire::serial) std::filesystem::remove(folder_.file("ttyUSB0"), ignored);
}

void PrinterPeer::behave(const Behaviour& behaviour) {
    const std::lock_guard lock(mutex_);
    behaviour_ = behaviour;
    printed_ = 0;
}

void PrinterPeer::unplug() {
    const std::lock_guard lock(mutex_);
    tear_off();
    close_wire();
}

void PrinterPeer::plug_in() {
    const std::lock_guard lock(mutex_);
    behaviour_ = {};
    printed_ = 0;
    open_wire();
}

std::vector<PrinterPeer::Paper> PrinterPeer::papers() {
    const std::lock_guard lock(mutex_);
    return papers_;
}

std::vector<PrinterPeer::Paper> PrinterPeer::papers_and_rest() {
    const std::lock_guard lock(mutex_);
    std::vector<Paper> all = papers_;
    if (!current_.empty()) all.push_back({current_, false, legible_});
    return all;
}

std::size_t PrinterPeer::questions() {
    const std::lock_guard lock(mutex_);
    return questions_;
}

void PrinterPeer::accept_one() {
    if (wire_ != Wire::tcp || connection_ >= 0 || listener_ < 0) return;
    connection_ = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

void PrinterPeer::run() {
    while (!stop_) {
        {
            const std::lock_guard lock(mutex_);
            accept_one();
            std::array<unsigned char, 64> bytes{};
            ssize_t count = -1;
            if (connection_ >= 0 && !reached(behaviour_.stands_still_after))
                count = read(connection_, bytes.data(), bytes.size());
            if (count == 0 && wire_ == Wire::tcp) close_one(connection_);
            for (ssize_t i = 0; i < count && connection_ >= 0; ++i) take(bytes.at(static_cast<std::size_t>(i)));
            if (count > 0) continue;
        }
        poll(nullptr, 0, look_ms);
    }
}

void PrinterPeer::take(unsigned char byte) {
    // DLE EOT n is heard wherever it stands, and is no part of a slip.
    if (question_.empty() ? byte == 0x10 : question_.size() == 1 && byte == 0x04) {
        question_.push_back(static_cast<char>(byte));
        return;
    }
    if (question_.size() == 2) {
        question_.clear();
        answer(byte);
        return;
    }
    if (!question_.empty()) print(0x10);
    question_.clear();
    print(byte);
}

void PrinterPeer::answer(unsigned char question) {
    ++questions_;
    const Behaviour& now = behaviour_;
    const bool no_paper = now.paper_out || reached(now.paper_out_after);
    if (now.answers == Answers::nothing || reached(now.silent_after)) return;
    unsigned char byte = 0x12;
    if (question == 1 && (now.offline || no_paper || now.cover_open || now.cutter_stuck)) byte |= 0x08;
    if (question == 2) byte |= static_cast<unsigned char>((now.cover_open ? 0x04 : 0) | (no_paper ? 0x20 : 0));
    if (question == 3 && now.cutter_stuck) byte |= 0x08;
    if (question == 4) byte |= static_cast<unsigned char>((now.near_end ? 0x0C : 0) | (no_paper ? 0x60 : 0));
    if (now.answers == Answers::nonsense) byte = 0xFF;
    constexpr unsigned char xon = 0x11;
    if (now.says_unasked && write(connection_, &xon, 1) != 1) return;
    if (write(connection_, &byte, 1) != 1) return;
}

void PrinterPeer::print(unsigned char byte) {
    if (behaviour_.paper_out || reached(behaviour_.paper_out_after)) {
        tear_off();
        return;
    }
    // Blank bytes that fill up what was cut off are no part of a slip.
    if (byte == 0 && dots_left_ == 0 && current_.empty()) return;
    ++printed_;
    if (reached(behaviour_.goes_away_after)) {
        tear_off();
        close_wire();
        return;
    }
    current_.push_back(static_cast<char>(byte));
    legible_.push_back(dots_left_ > 0 ? '#' : static_cast<char>(byte));
    if (dots_left_ > 0) {
        --dots_left_;
        return;
    }
    begin_picture();
    if (current_.size() > begin.size() && current_.ends_with(begin)) {
        current_.resize(current_.size() - begin.size());
        legible_.resize(current_.size());
        tear_off();
        current_ = legible_ = begin;
    }
    if (!current_.ends_with(cut)) return;
    papers_.push_back({current_, true, legible_});
    current_.clear();
    legible_.clear();
}

// GS v 0 m xL xH yL yH: from here on so many bytes are dots, even where they look like commands.
void PrinterPeer::begin_picture() {
    constexpr std::string_view picture{"\x1dv0", 3};
    constexpr std::size_t length = 8;
    if (current_.size() < length || current_.compare(current_.size() - length, picture.size(), picture) != 0) return;
    const auto at = [&](std::size_t from_end) {
        return static_cast<std::size_t>(static_cast<unsigned char>(current_[current_.size() - from_end]));
    };
    dots_left_ = (at(4) + at(3) * 256) * (at(2) + at(1) * 256);
}

void PrinterPeer::tear_off() {
    if (!current_.empty()) papers_.push_back({current_, false, legible_});
    current_.clear();
    legible_.clear();
}

}  // namespace linli::support
