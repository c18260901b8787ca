// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/kept_hall.h"

#include <sys/stat.h>

namespace linli {
namespace {

// 0 where there is no file.
std::uint64_t file_number_of(const std::filesystem::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_ino) : 0;
}

}  // namespace

KeptHall::Look KeptHall::look() {
    if (hall_ && file_number_of(parts_.database) == file_number_) return Look::same;
    const std::int64_t now = parts_.clock.boot_ms();
    if (!hall_ && tried_boot_ms_ && now - *tried_boot_ms_ < parts_.retry_ms) return Look::waiting;
    tried_boot_ms_ = now;
    hall_.reset();
    auto opened = Hall::open(parts_.database, parts_.clock, Actor{parts_.place});
    if (!opened) {
        error_ = opened.error();
        return Look::failed;
    }
    hall_ = std::move(*opened);
    file_number_ = file_number_of(parts_.database);
    return Look::opened;
}

void KeptHall::drop() { hall_.reset(); }

}  // namespace linli
