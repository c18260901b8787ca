// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/desk_order.h"

#include <array>

namespace linli {
namespace {

constexpr std::array order_names = {"next", "call",      "recall", "serve",       "miss",
                                    "hold", "hand_over", "finish", "finish_next", "undo"};
static_assert(order_names.size() == static_cast<std::size_t>(Order::undo) + 1);

}  // namespace

const char* name_of(Order order) { return order_names[static_cast<std::size_t>(order)]; }

std::optional<Order> order_from(std::string_view name) {
    for (std::size_t i = 0; i < order_names.size(); ++i)
        if (name == order_names[i]) return static_cast<Order>(i);
    return {};
}

}  // namespace linli
