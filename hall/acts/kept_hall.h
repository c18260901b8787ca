// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "hall/acts/hall.h"

namespace linli {

/// The hall that a thread of a long-running program keeps open: the kiosk's and the board's workers, the spooler, the
/// announcer. It is opened anew where its file was replaced (a backup put back) and where it could not be opened or
/// read, at most once in `retry_ms` of the clock since boot.
class KeptHall {
public:
    struct Parts {
        std::filesystem::path database;
        const Clock& clock;
        std::string place;  ///< the actor in the journal: "kiosk", "board"
        std::int64_t retry_ms = 2'000;
    };
    enum class Look {
        same,     ///< it is open as it was
        opened,   ///< it is open, and nothing read before counts any more
        failed,   ///< it cannot be opened; error() says why
        waiting,  ///< it could not be, and it is not yet time to try again
    };

    explicit KeptHall(Parts parts) : parts_(std::move(parts)) {}

    /// To be asked before each round of work; costs one look at the file.
    Look look();
    const Error& error() const { return *error_; }
    /// It is open, but cannot be used: the next look opens it again.
    void drop();

    explicit operator bool() const { return hall_ != nullptr; }
    Hall* get() const { return hall_.get(); }
    Hall& operator*() const { return *hall_; }
    Hall* operator->() const { return hall_.get(); }

private:
    Parts parts_;
    std::unique_ptr<Hall> hall_;
    std::uint64_t file_number_ = 0;
    std::optional<std::int64_t> tried_boot_ms_;
    std::optional<Error> error_;
};

}  // namespace linli
