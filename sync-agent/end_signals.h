// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <thread>

namespace linli::agent {

/// While it lives, SIGTERM and SIGINT are heard by a thread of their own, which calls `end`: a handler could do next to
/// nothing. To be made before any other thread.
class EndSignals {
public:
    explicit EndSignals(std::function<void()> end);
    ~EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;

private:
    std::thread thread_;
};

}  // namespace linli::agent
