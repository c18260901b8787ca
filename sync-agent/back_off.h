// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "hall/base/bytes.h"
#include "hall/base/clock.h"

namespace linli::agent {

/// When to try again: full jitter below a ceiling of 5 s that doubles up to 30 min, so that ten thousand halls do not
/// come back at one moment. Measured since boot: nobody's clock, set right or wrong, makes it wait or hurry.
/// After "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
class BackOff {
public:
    static constexpr std::chrono::seconds first_ceiling{5};
    static constexpr std::chrono::seconds last_ceiling{30 * 60};

    using Draw = std::function<std::uint32_t(std::uint32_t limit)>;
    explicit BackOff(const Clock& clock, Draw draw = random_below) : clock_(clock), draw_(std::move(draw)) {}

    bool due() const { return clock_.boot_ms() >= until_boot_ms_; }
    std::int64_t wait_ms() const;
    void succeeded();
    /// `retry_after` is the server's own wish: at least so long, but no longer than the last ceiling and a little.
    void failed(std::optional<std::chrono::seconds> retry_after = {});

private:
    const Clock& clock_;
    Draw draw_;
    int failures_ = 0;
    std::int64_t until_boot_ms_ = 0;
};

}  // namespace linli::agent
