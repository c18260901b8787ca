// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/virtual_display.h"

#include <cstdlib>

#include "tests/bench/figures.h"

namespace linli::bench {

VirtualDisplay::VirtualDisplay(const std::string& size)
    : server_({"Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp"}) {
    works_ = server_.heard("\n") >= 0;
    if (works_)
        setenv("DISPLAY", (":" + server_.said().substr(0, server_.said().find('\n'))).c_str(), 1);
    else
        print_row("Xvfb (packaging/dependencies brings it) started", 0, "", Budget::at_least, 1);
}

}  // namespace linli::bench
