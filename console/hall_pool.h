// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "hall/acts/kept_hall.h"

namespace linli::console {

/// The open halls that the server's lanes borrow, one a request: a connection is used by one thread at a time. There
/// are never more than there are lanes' threads at work together.
class HallPool {
public:
    HallPool(std::filesystem::path database, const Clock& clock) : database_(std::move(database)), clock_(clock) {}

    /// Calls use(Hall&) with an open hall; gives its result, or the error that keeps the hall from being opened. A file
    /// that was replaced is opened anew.
    template <class Use>
    auto with(Use&& use) -> Result<decltype(use(std::declval<Hall&>()))> {
        if (Hall* const shared = shared_hall()) return use(*shared);
        std::unique_ptr<KeptHall> hall = borrow();
        const KeptHall::Look look = hall->look();
        if (!*hall) {
            Error error = look == KeptHall::Look::failed || look == KeptHall::Look::waiting
                              ? hall->error()
                              : Error{ErrorCode::io, "the hall is not open"};
            give_back(std::move(hall));
            return tl::unexpected<Error>(std::move(error));
        }
        auto value = use(**hall);
        give_back(std::move(hall));
        return value;
    }
    /// Calls `use`, and what it does through with() on this thread is made durable together. Error: nothing of it was
    /// kept.
    Status together(const std::function<void()>& use);
    const Clock& clock() const { return clock_; }

private:
    std::unique_ptr<KeptHall> borrow();
    /// The one of together(), on its thread.
    Hall* shared_hall() const;
    void share(Hall* hall);
    void give_back(std::unique_ptr<KeptHall> hall);

    const std::filesystem::path database_;
    const Clock& clock_;
    mutable std::mutex mutex_;
    Hall* shared_ = nullptr;
    std::thread::id shared_by_;
    std::vector<std::unique_ptr<KeptHall>> idle_;
};

}  // namespace linli::console
