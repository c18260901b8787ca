// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/disk_limit.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <string>

#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

constexpr int page_bytes = 4096;
constexpr int pages = 256;

}  // namespace

DiskLimit::DiskLimit(const std::filesystem::path& file) : file_(open(file.c_str(), O_RDWR | O_CREAT, 0600)) {
    // Its place on the disk is given to it before: finding one takes the file system longer than overwriting.
    const std::string all(std::size_t{page_bytes} * pages, 'a');
    if (file_ >= 0 && pwrite(file_, all.data(), all.size(), 0) == static_cast<ssize_t>(all.size()) && fsync(file_) == 0)
        return;
    if (file_ >= 0) close(file_);
    file_ = -1;
}

DiskLimit::~DiskLimit() {
    if (file_ >= 0) close(file_);
}

double DiskLimit::fdatasync_rate(double seconds) const {
    const std::array<char, page_bytes> page{};
    int count = 0;
    const double begin = now_seconds();
    while (now_seconds() - begin < seconds) {
        if (pwrite(file_, page.data(), page.size(), page_bytes * (count % pages)) < 0 || fdatasync(file_) != 0)
            return 0;
        ++count;
    }
    return count / (now_seconds() - begin);
}

}  // namespace linli::bench
