// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "hall/base/live_mark.h"

namespace linli::kiosk {

/// At most one announcer speaks in a hall: a lock of the open file on "hall.db.announcer" beside the database, which
/// the kernel takes back however its holder ends. The file itself stays and says nothing. It is the mark of the program
/// "announcer" as well (hall/base/live_mark.h), so that whoever asks sees whether calls are spoken at all.
class AnnouncerLock {
public:
    static constexpr const char* program = "announcer";

    explicit AnnouncerLock(const std::filesystem::path& database) : file_(LiveMark::path(database, program)) {}
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
