// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/order.h"

namespace linli {

std::int64_t order_key_of_arrival(std::int64_t steady_ms, int head_start_minutes) {
    return (steady_ms - static_cast<std::int64_t>(head_start_minutes) * 60'000) * 1000;
}

}  // namespace linli
