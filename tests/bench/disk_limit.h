// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace linli::bench {

/// The disk's own limit, measured beside what Linli does with it.
class DiskLimit {
public:
    explicit DiskLimit(const std::filesystem::path& file);
    ~DiskLimit();
    DiskLimit(const DiskLimit&) = delete;
    DiskLimit& operator=(const DiskLimit&) = delete;
    /// How often a second 4 KiB are overwritten in place and made durable; 0 where the file cannot be written.
    double fdatasync_rate(double seconds) const;

private:
    int file_ = -1;
};

}  // namespace linli::bench
