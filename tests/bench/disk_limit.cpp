// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/disk_limit.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include "tests/bench/figures.h"

namespace linli::bench {
namespace {
constexpr int pages = 256;
}

DiskLimit::DiskLimit(const std::filesystem::path& file) : file_(open(file.c_str(), O_RDWR | O_CREAT, 0600)) {
    if (file_ >= 0 && ftruncate(file_, 4096L * pages) == 0) return;
    if (file_ >= 0) close(file_);
    file_ = -1;
}

DiskLimit::~DiskLimit() {
    if (file_ >= 0) close(file_);
}

double DiskLimit::rate(double seconds) {
    if (file_ < 0) return 0;
    const std::array<char, 4096> page{};
    int count = 0;
    const double begin = now_seconds();
    while (now_seconds() - begin < seconds) {
        if (pwrite(file_, page.data(), page.size(), 4096L * (count % pages)) < 0 || fdatasync(file_) != 0) return 0;
        ++count;
    }
    return count / (now_seconds() - begin);
}

}  // namespace linli::bench
