// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/bench/heard_process.h"

namespace linli::bench {

/// A real X server without a screen, which the programs started after it draw on.
class VirtualDisplay {
public:
    /// "1080x1920". Prints a row that fails where there is none to be had.
    explicit VirtualDisplay(const std::string& size);
    bool works() const { return works_; }

private:
    HeardProcess server_;
    bool works_ = false;
};

}  // namespace linli::bench
