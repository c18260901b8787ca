// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/base/result.h"
#include "hall/queue/desk_order.h"

namespace linli::wire {

/// The answer to an order, the schema OrderDone of console/openapi.yaml; kept with the order, so that a repetition gets
/// it again.
std::string order_done_json(const DeskOrderDone& done);
/// Of a ticket only what stands in it comes back. Error: corrupt.
Result<DeskOrderDone> read_order_done(std::string_view json);

/// How an order is taken back: nothing but what the hall itself reads again, so fields stand in arrays without names.
std::string order_undo_json(const OrderUndo& undo);
/// Error: corrupt.
Result<OrderUndo> read_order_undo(std::string_view json);

}  // namespace linli::wire
