// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace linli::kiosk {

AnnouncerLock::~AnnouncerLock() {
    if (handle_ >= 0) close(handle_);
}

bool AnnouncerLock::take() {
    if (handle_ >= 0) return true;
    const int handle = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (handle < 0) return false;
    if (flock(handle, LOCK_EX | LOCK_NB) != 0) {
        close(handle);
        return false;
    }
    handle_ = handle;
    return true;
}

}  // namespace linli::kiosk
