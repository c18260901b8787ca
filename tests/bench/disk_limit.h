// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace linli::bench {

/// What the disk itself allows: 4 KiB overwritten in place and made durable, again and again, in a file beside the
/// databases that are measured.
class DiskLimit {
public:
    explicit DiskLimit(const std::filesystem::path& file);
    ~DiskLimit();
    DiskLimit(const DiskLimit&) = delete;
    DiskLimit& operator=(const DiskLimit&) = delete;

    /// As often a second as it could in so many; 0 where it cannot be written.
    double rate(double seconds);

private:
    int file_ = -1;
};

}  // namespace linli::bench
