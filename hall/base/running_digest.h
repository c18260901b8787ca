// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "hall/base/bytes.h"

namespace linli {

/// BLAKE2b-256 of bytes that come piece by piece, and are never in memory all at once.
class RunningDigest {
public:
    RunningDigest();
    ~RunningDigest();
    RunningDigest(const RunningDigest&) = delete;
    RunningDigest& operator=(const RunningDigest&) = delete;

    void add(std::string_view bytes);
    /// Of all that was added; afterwards nothing more may be.
    Digest end();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace linli
