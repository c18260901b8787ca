// SPDX-License-Identifier: Apache-2.0
#include "hall/base/live_mark.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace linli {
namespace {

// A lock of the open file, not of the process: closing another descriptor of the same file does not drop it.
struct flock whole_file(short kind) {
    struct flock lock {};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    return lock;
}

}  // namespace

std::filesystem::path LiveMark::path(const std::filesystem::path& database, std::string_view program) {
    return database.string() + "." + std::string(program);
}

Result<LiveMark> LiveMark::hold(const std::filesystem::path& mark) {
    const int file = ::open(mark.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) return fail(ErrorCode::io, fmt::format("{} cannot be made: {}", mark.string(), std::strerror(errno)));
    LiveMark held(file);
    struct flock lock = whole_file(F_RDLCK);
    if (::fcntl(file, F_OFD_SETLK, &lock) != 0)
        return fail(ErrorCode::io, fmt::format("{} cannot be locked: {}", mark.string(), std::strerror(errno)));
    return held;
}

bool LiveMark::is_held(const std::filesystem::path& mark) {
    const int file = ::open(mark.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    // Asked only, never taken: a program that starts at this moment is not in the way.
    struct flock lock = whole_file(F_WRLCK);
    const bool asked = ::fcntl(file, F_OFD_GETLK, &lock) == 0;
    ::close(file);
    return asked && lock.l_type != F_UNLCK;
}

LiveMark::LiveMark(LiveMark&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

LiveMark& LiveMark::operator=(LiveMark&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

LiveMark::~LiveMark() {
    if (file_ >= 0) ::close(file_);
}

bool program_runs(const std::filesystem::path& database, std::string_view program) {
    return LiveMark::is_held(LiveMark::path(database, program));
}

}  // namespace linli
