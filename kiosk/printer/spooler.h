// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "kiosk/printer/spooler_work.h"

namespace linli::kiosk {

/// The thread in linli-kiosk that prints: it has a hall of its own, follows what others commit, and is woken when a
/// number was taken. Ends within a second whatever the printer does.
class Spooler {
public:
    explicit Spooler(SpoolerWork::Parts parts);
    ~Spooler() = default;
    Spooler(const Spooler&) = delete;
    Spooler& operator=(const Spooler&) = delete;

    /// There may be a paper to print. From any thread.
    void wake();

private:
    void run(const std::stop_token& stop);

    SpoolerWork work_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool asked_ = false;
    std::jthread thread_;  // last: it starts when everything else is there, and ends first
};

}  // namespace linli::kiosk
