// SPDX-License-Identifier: Apache-2.0
#include "hall/base/file_parts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "hall/base/running_digest.h"

namespace linli {
namespace {

constexpr std::size_t part_bytes = 256UL * 1024;

/// A file descriptor, closed at the end.
struct OpenFile {
    explicit OpenFile(int of) : descriptor(of) {}
    ~OpenFile() {
        if (descriptor >= 0) ::close(descriptor);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int descriptor;
};

tl::unexpected<Error> failure(const std::filesystem::path& path, int fault) {
    const ErrorCode code = fault == ENOENT                      ? ErrorCode::missing
                           : fault == ENOSPC || fault == EDQUOT ? ErrorCode::disk_full
                                                                : ErrorCode::io;
    return fail(code, fmt::format("{}: {}", path.string(), std::strerror(fault)));
}

Status write_all(const std::filesystem::path& path, int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Status write_parts(const std::filesystem::path& path, const ReadBytes& read, std::int64_t size,
                   std::string_view digest) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.descriptor < 0) return failure(path, errno);
    RunningDigest running;
    std::int64_t at = 0;
    while (at < size) {
        LINLI_TRY_ASSIGN(const std::string bytes, read(at, part_bytes));
        if (bytes.empty()) break;
        running.add(bytes);
        LINLI_TRY(write_all(path, file.descriptor, bytes));
        at += static_cast<std::int64_t>(bytes.size());
    }
    if (at != size || hex(as_text(running.end())) != digest)
        return fail(ErrorCode::corrupt, fmt::format("the bytes of {} are not what they were", digest));
    return ::fsync(file.descriptor) == 0 ? Status{} : failure(path, errno);
}

}  // namespace

Result<ReadBytes> bytes_of_file(const std::filesystem::path& path) {
    // Without O_NONBLOCK a named pipe would be waited for.
    const auto file = std::make_shared<OpenFile>(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (file->descriptor < 0) return failure(path, errno);
    struct stat facts {};
    if (::fstat(file->descriptor, &facts) != 0) return failure(path, errno);
    if (!S_ISREG(facts.st_mode)) return fail(ErrorCode::invalid_input, path.string() + " is no plain file");
    return ReadBytes([file, path](std::int64_t at, std::size_t most) -> Result<std::string> {
        std::string bytes(most, '\0');
        const ssize_t count = ::pread(file->descriptor, bytes.data(), bytes.size(), at);
        if (count < 0) return failure(path, errno);
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    });
}

Status write_file_of(const std::filesystem::path& path, const ReadBytes& read, std::int64_t size,
                     std::string_view digest) {
    std::filesystem::path part = path;
    part += ".part";
    const Status written = write_parts(part, read, size, digest);
    if (written && ::rename(part.c_str(), path.c_str()) == 0) return {};
    const int fault = errno;
    ::unlink(part.c_str());
    return written ? Status(failure(path, fault)) : written;
}

}  // namespace linli
