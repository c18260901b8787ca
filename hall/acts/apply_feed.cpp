// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/apply_feed.h"

#include <algorithm>
#include <array>

#include "hall/acts/act.h"
#include "hall/acts/link_steps.h"
#include "hall/acts/restart_programs.h"
#include "hall/acts/set_message.h"
#include "hall/wire/feed_json.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

/// What came of an item: a state of SyncItem, and why it was refused or which program is to be restarted.
struct Outcome {
    std::string state = "done", detail{};
};
Outcome refused_because(std::string reason) { return {"refused", std::move(reason)}; }

Result<Outcome> apply_message(Act& act, const sync::FeedItem& item) {
    const auto order = sync::read_message_order(item.body);
    if (!order || !is_message(order->words)) return refused_because("bad_body");
    if (order->until_ms && *order->until_ms <= act.wall_ms()) return refused_because("too_late");
    LINLI_TRY(put_message(act, order->words, order->until_ms, {}));
    return Outcome{};
}

Result<Outcome> apply_clear(Act& act) {
    LINLI_TRY(take_message_down(act));
    return Outcome{};
}

Result<Outcome> apply_rotate(Act& act) {
    LINLI_TRY_ASSIGN(SyncLink link, act.stores().sync.link());
    link.token_made_steady_ms.reset();
    LINLI_TRY(act.stores().sync.save_link(link));
    return Outcome{};
}

Result<Outcome> apply_restart(const sync::FeedItem& item) {
    const auto program = sync::read_restart_order(item.body);
    if (!program) return refused_because("bad_body");
    if (!may_be_restarted(*program)) return refused_because("no_such_program");
    return Outcome{"asked", *program};
}

Result<Outcome> apply(Act& act, const sync::FeedItem& item) {
    if (item.kind == "message.set") return apply_message(act, item);
    if (item.kind == "message.clear") return apply_clear(act);
    if (item.kind == "token.rotate") return apply_rotate(act);
    if (item.kind == "program.restart") return apply_restart(item);
    return refused_because("unknown_kind");
}

Status record_outcome(Act& act, const sync::FeedItem& item, const Outcome& outcome) {
    const std::string subject = "command:" + item.id;
    if (outcome.state == "done")
        return act.record("command.done", subject, wire::body({{"id", item.id}, {"kind", item.kind}}));
    if (outcome.state == "refused")
        return act.record("command.refused", subject,
                          wire::body({{"id", item.id}, {"kind", item.kind}, {"reason", outcome.detail}}));
    return {};  // a restart is journaled when it has been tried
}

void count(FeedApplied& applied, const Outcome& outcome) {
    if (outcome.state == "done") ++applied.done;
    if (outcome.state == "refused") ++applied.refused;
    if (outcome.state == "asked") ++applied.restarts_asked;
}

}  // namespace

Result<FeedApplied> apply_feed(Hall& hall, const std::string& asked_with, const sync::FeedPage& page) {
    FeedApplied applied;
    if (page.items.empty() && page.cursor == asked_with) return applied;
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    SyncStore& sync = act.stores().sync;
    LINLI_TRY_ASSIGN(const SyncLink before, sync.link());
    if (before.cursor != asked_with) return applied;
    for (const sync::FeedItem& item : page.items) {
        LINLI_TRY_ASSIGN(const auto known, sync.item(item.id));
        if (known) {
            ++applied.known;
            continue;
        }
        LINLI_TRY_ASSIGN(const Outcome outcome, apply(act, item));
        LINLI_TRY(sync.save_item({item.id, item.kind, outcome.state, outcome.detail, act.wall_ms()}));
        LINLI_TRY(record_outcome(act, item, outcome));
        count(applied, outcome);
    }
    LINLI_TRY_ASSIGN(SyncLink link, sync.link());
    link.cursor = page.cursor;
    LINLI_TRY(sync.save_link(link));
    LINLI_TRY(act.commit());
    return applied;
}

Status begin_feed_anew(Hall& hall) {
    return change_link(hall, [](SyncLink& link) -> Status {
        link.cursor.clear();
        return {};
    });
}

}  // namespace linli
