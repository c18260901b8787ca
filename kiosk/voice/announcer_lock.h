// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace linli::kiosk {

/// At most one announcer speaks in a hall: an advisory lock on "hall.db.announcer" beside the database, which the
/// kernel takes back however its holder ends. The file itself stays and says nothing.
class AnnouncerLock {
public:
    explicit AnnouncerLock(const std::filesystem::path& database) : file_(database.string() + ".announcer") {}
    ~AnnouncerLock();
    AnnouncerLock(const AnnouncerLock&) = delete;
    AnnouncerLock& operator=(const AnnouncerLock&) = delete;

    /// True while it is held; tries to take it where it is not. Where the file cannot be made (a full disk, a folder
    /// that cannot be written) nobody could hold it: it counts as not held.
    bool take();

private:
    std::filesystem::path file_;
    int handle_ = -1;
};

}  // namespace linli::kiosk
