// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/base/result.h"
#include "hall/queue/desk_order.h"

namespace linli::wire {

/// The answer to an order: the schema OrderDone of console/openapi.yaml.
std::string order_done_json(const DeskOrderDone& done);

/// What only the hall itself reads again stands in arrays without names: it is written with every order, and short rows
/// make few pages.

/// The answer as it is kept for repetitions, without its request id. Of a ticket what the page is shown comes back.
std::string kept_answer(const DeskOrderDone& done);
/// Error: corrupt.
Result<DeskOrderDone> read_kept_answer(std::string_view kept);

/// How an order is taken back.
std::string order_undo_json(const OrderUndo& undo);
/// Error: corrupt.
Result<OrderUndo> read_order_undo(std::string_view json);

}  // namespace linli::wire
