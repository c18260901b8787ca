// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/hold_counter.h"

#include <fmt/format.h>

#include <array>

#include "hall/acts/counter_desk.h"
#include "hall/acts/counter_steps.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

Decision<int> refused_for(Refusal why, const std::optional<HolderRow>& holder) {
    Refused refused{why, {}, {}};
    if (holder) refused.holder = holder->clerk.name;
    return tl::unexpected<Refused>(std::move(refused));
}

Result<std::vector<int>> held_by(HallStores& stores, const std::string& account) {
    LINLI_TRY_ASSIGN(const auto holders, stores.holders.all());
    std::vector<int> counters;
    for (const HolderRow& holder : holders)
        if (holder.clerk.account == account) counters.push_back(holder.counter);
    return counters;
}

}  // namespace

const char* name_of(LetGo why) {
    constexpr std::array names = {"clerk", "sign_out", "idle", "account_off"};
    return names.at(static_cast<std::size_t>(why));
}

ActResult<int> hold_counter(Hall& hall, int counter, const Clerk& clerk, TakeOver take_over) {
    return perform(hall, [&](Act& act) -> ActResult<int> {
        if (!act.content().counter(counter)) return Decision<int>(refuse(Refusal::unknown_counter));
        LINLI_TRY_ASSIGN(const auto before, act.stores().holders.find(counter));
        const bool others = before && before->clerk.account != clerk.account;
        if (others && take_over == TakeOver::no) return refused_for(Refusal::counter_held, before);
        LINLI_TRY_ASSIGN(const CounterRow row, act.stores().counters.find(counter));
        if (row.state == CounterState::closed) LINLI_TRY(open_counter(act, counter));
        if (before && !others) return Decision<int>(counter);
        LINLI_TRY(act.stores().holders.save({counter, clerk, act.wall_ms(), {}}));
        LINLI_TRY(act.record("counter.held", fmt::format("counter:{}", counter),
                             others ? wire::body({{"account", clerk.account}, {"from", before->clerk.account}})
                                    : wire::body({{"account", clerk.account}})));
        return Decision<int>(counter);
    });
}

ActResult<int> release_counter(Hall& hall, int counter, const std::string& account, Whose whose) {
    return perform(hall, [&](Act& act) -> ActResult<int> {
        if (!act.content().counter(counter)) return Decision<int>(refuse(Refusal::unknown_counter));
        LINLI_TRY_ASSIGN(const auto holder, act.stores().holders.find(counter));
        if (whose == Whose::own && (!holder || holder->clerk.account != account))
            return refused_for(Refusal::counter_not_held, holder);
        return close_counter(act, counter, name_of(LetGo::clerk));
    });
}

Result<Released> release_counters_of(Hall& hall, const std::string& account, LetGo why) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const std::vector<int> counters, held_by(act.stores(), account));
    Released released;
    for (const int counter : counters) {
        LINLI_TRY_ASSIGN(const Decision<int> closed, close_counter(act, counter, name_of(why)));
        if (closed)
            released.closed.push_back(counter);
        else if (closed.error().why == Refusal::counter_busy)
            released.kept.push_back(counter);
        else  // the content has it no more
            LINLI_TRY(act.stores().holders.remove(counter));
    }
    LINLI_TRY(act.commit());
    return released;
}

Result<std::vector<int>> counters_of(Hall& hall, const std::string& account) { return held_by(hall.stores(), account); }

}  // namespace linli
