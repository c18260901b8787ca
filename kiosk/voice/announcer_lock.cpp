// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcer_lock.h"

#include <fcntl.h>
#include <unistd.h>

namespace linli::kiosk {

AnnouncerLock::~AnnouncerLock() {
    if (handle_ >= 0) close(handle_);
}

bool AnnouncerLock::take() {
    if (handle_ >= 0) return true;
    const int handle = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (handle < 0) return false;
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (fcntl(handle, F_OFD_SETLK, &whole) != 0) {
        close(handle);
        return false;
    }
    handle_ = handle;
    return true;
}

}  // namespace linli::kiosk
