// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/end_signals.h"

#include <pthread.h>

#include <csignal>

namespace linli::agent {

EndSignals::EndSignals(std::function<void()> end) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    thread_ = std::thread([ends, end = std::move(end)] {
        int which = 0;
        sigwait(&ends, &which);
        end();
    });
}

EndSignals::~EndSignals() {
    // Still waiting, or gone already: a thread that was not joined takes a signal either way.
    pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
}

}  // namespace linli::agent
