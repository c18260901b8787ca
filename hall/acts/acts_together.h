// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"

namespace linli {

/// Acts that wait for the disk once, together: the console's work thread, when several people's requests are waiting.
/// Each is still an act of its own, refused or done without the others. None may be told to anybody before commit().
class ActsTogether {
public:
    explicit ActsTogether(Hall& hall);
    /// Undoes them all unless committed.
    ~ActsTogether();
    ActsTogether(const ActsTogether&) = delete;
    ActsTogether& operator=(const ActsTogether&) = delete;

    /// Error: none of them was done, whatever they answered; and the hall, which has counted them, is to be opened
    /// anew.
    Status commit();

private:
    Hall* hall_;
};

}  // namespace linli
