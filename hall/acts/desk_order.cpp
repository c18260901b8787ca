// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/desk_order.h"

#include "hall/acts/asked_before.h"
#include "hall/acts/counter_desk.h"
#include "hall/acts/counter_steps.h"
#include "hall/acts/desk_tickets.h"
#include "hall/acts/undo_order.h"
#include "hall/base/utf8.h"
#include "hall/queue/outcome.h"
#include "hall/wire/desk_order_json.h"

namespace linli {
namespace {

constexpr std::size_t note_characters_max = 500;

/// What an order did, before it is put into words.
struct Deed {
    std::vector<TicketMove> moves;
    bool nobody_waits = false;
};

Status check(const DeskOrder& order) {
    LINLI_TRY(check_request_id(order.request_id));
    if (order.order != Order::finish && order.order != Order::finish_next) return {};
    if (!is_outcome(order.outcome)) return fail(ErrorCode::invalid_input, "there is no such outcome");
    if (characters(order.note, note_characters_max + 1).size() > note_characters_max)
        return fail(ErrorCode::invalid_input, "a note has at most 500 characters");
    return {};
}

std::string asked_for(const DeskOrder& order) {
    return request_hash({name_of(order.order), std::to_string(order.counter), order.clerk.account, order.in_hand,
                         order.code, order.outcome, order.note, std::to_string(order.to_counter.value_or(0)),
                         order.to_matter.value_or("")});
}

/// The clerk holds the counter, and sees in hand what is in hand. Gives who holds it, or why not.
ActResult<HolderRow> check_desk(Act& act, const DeskOrder& order) {
    if (!act.content().counter(order.counter)) return Decision<HolderRow>(refuse(Refusal::unknown_counter));
    LINLI_TRY_ASSIGN(const auto holder, act.stores().holders.find(order.counter));
    if (!holder || holder->clerk.account != order.clerk.account) {
        Refused refused{Refusal::counter_not_held, {}, {}};
        if (holder) refused.holder = holder->clerk.name;
        return Decision<HolderRow>(tl::unexpected<Refused>(std::move(refused)));
    }
    LINLI_TRY_ASSIGN(const auto held, in_hand(act, order.counter));
    const std::string really = held ? held->ticket.code() : "";
    if (order.in_hand == really) return Decision<HolderRow>(*holder);
    Refused refused{Refusal::in_hand_changed, {}, {}};
    if (held) refused.ticket = held->ticket;
    refused.in_hand = really;
    return Decision<HolderRow>(tl::unexpected<Refused>(std::move(refused)));
}

ActResult<Deed> deed_of(ActResult<TicketMove> moved) {
    LINLI_TRY_ASSIGN(Decision<TicketMove> move, std::move(moved));
    if (!move) return Decision<Deed>(tl::unexpected<Refused>(move.error()));
    Deed deed;
    deed.moves.push_back(std::move(*move));
    return Decision<Deed>(std::move(deed));
}

/// Finished and the next called, or finished and nobody there. A refusal after the finish would leave half of it: the
/// counter is open and its hands are empty by then, so there is none but that nobody waits.
ActResult<Deed> finish_and_call(Act& act, const DeskOrder& order, const Clerk& by) {
    LINLI_TRY_ASSIGN(const Decision<const CounterPlan*> plan, open_counter_plan(act, order.counter));
    if (!plan) return Decision<Deed>(tl::unexpected<Refused>(plan.error()));
    LINLI_TRY_ASSIGN(Decision<Deed> deed, deed_of(finish(act, order.counter, {order.outcome, order.note}, by)));
    if (!deed) return deed;
    LINLI_TRY_ASSIGN(Decision<TicketMove> called, call_next(act, order.counter));
    if (called)
        deed->moves.push_back(std::move(*called));
    else if (called.error().why == Refusal::nobody_waiting)
        deed->nobody_waits = true;
    else
        return fail(ErrorCode::corrupt,
                    std::string("a counter that has finished cannot call: ") + name_of(called.error().why));
    return deed;
}

ActResult<Deed> do_order(Act& act, const DeskOrder& order, const HolderRow& holder) {
    const int counter = order.counter;
    switch (order.order) {
        case Order::next:
            return deed_of(call_next(act, counter));
        case Order::call:
            return deed_of(call_ticket(act, counter, order.code));
        case Order::recall:
            return deed_of(recall(act, counter));
        case Order::serve:
            return deed_of(serve(act, counter));
        case Order::miss:
            return deed_of(miss(act, counter, holder.clerk));
        case Order::hold:
            return deed_of(hold(act, counter));
        case Order::hand_over:
            return deed_of(hand_over(act, counter, {order.to_counter, order.to_matter}));
        case Order::finish:
            return deed_of(finish(act, counter, {order.outcome, order.note}, holder.clerk));
        case Order::finish_next:
            return finish_and_call(act, order, holder.clerk);
        case Order::undo: {
            LINLI_TRY_ASSIGN(const auto refused, undo_newest_order(act, holder));
            if (refused) return Decision<Deed>(tl::unexpected<Refused>(*refused));
            return Decision<Deed>(Deed{});
        }
    }
    return fail(ErrorCode::invalid_input, "there is no such order");
}

Result<DeskOrderDone> answer_to(Act& act, const DeskOrder& order, const Deed& deed) {
    DeskOrderDone done;
    done.request_id = order.request_id;
    done.order = order.order;
    done.nobody_waits = deed.nobody_waits;
    LINLI_TRY_ASSIGN(const auto held, in_hand(act, order.counter));
    if (held) done.in_hand = desk_ticket(*held, act.steady_ms());
    // What has left the counter's hand; a call puts somebody into it.
    for (const TicketMove& move : deed.moves)
        if (!held || move.after.row != held->row) done.ended = desk_ticket(move.after, act.steady_ms());
    if (can_be_undone(order.order)) done.undo_until_ms = act.wall_ms() + order_undo_ms_max;
    return done;
}

/// The answer and the way back are kept in the transaction of the deed, so that no crash parts them.
Status keep(Act& act, const DeskOrder& order, const DeskOrderDone& done, const Deed& deed) {
    LINLI_TRY(
        act.stores().orders.add({order.request_id, act.service_day(), asked_for(order), wire::kept_answer(done)}));
    std::optional<std::string> undo;
    if (can_be_undone(order.order)) {
        OrderUndo way_back = undo_of(deed.moves);
        way_back.order = order.order;
        way_back.code = deed.moves.front().after.ticket.code();
        way_back.steady_ms = act.steady_ms();
        undo = wire::order_undo_json(way_back);
    }
    return act.stores().holders.set_undo(order.counter, undo);
}

ActResult<DeskOrderDone> decide(Act& act, const DeskOrder& order) {
    LINLI_TRY_ASSIGN(const auto before, asked_before(act, order.request_id, asked_for(order)));
    if (!before) return Decision<DeskOrderDone>(tl::unexpected<Refused>(before.error()));
    if (*before) {
        LINLI_TRY_ASSIGN(DeskOrderDone done, wire::read_kept_answer(**before));
        done.request_id = order.request_id;
        done.repeated = true;
        return Decision<DeskOrderDone>(std::move(done));
    }
    LINLI_TRY_ASSIGN(const Decision<HolderRow> holder, check_desk(act, order));
    if (!holder) return Decision<DeskOrderDone>(tl::unexpected<Refused>(holder.error()));
    LINLI_TRY_ASSIGN(const Decision<Deed> deed, do_order(act, order, *holder));
    if (!deed) return Decision<DeskOrderDone>(tl::unexpected<Refused>(deed.error()));
    LINLI_TRY_ASSIGN(DeskOrderDone done, answer_to(act, order, *deed));
    LINLI_TRY(keep(act, order, done, *deed));
    return Decision<DeskOrderDone>(std::move(done));
}

}  // namespace

ActResult<DeskOrderDone> give_order(Hall& hall, const DeskOrder& order) {
    LINLI_TRY(check(order));
    return perform(hall, [&](Act& act) { return decide(act, order); });
}

}  // namespace linli
