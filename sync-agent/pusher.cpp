// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/pusher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "hall/acts/note_push.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/wire/journal_batch.h"

namespace linli::agent {
namespace {

constexpr int good_ones_until_more = 16;
constexpr long conflict = 409;

Call call_of(const sync::PushHead& head, std::string body) {
    Call call{Method::post, "/v1/push", std::move(body), "application/zstd", {}};
    call.headers = {"Linli-Device: " + head.device,
                    fmt::format("Linli-Epoch: {}", head.epoch),
                    fmt::format("Linli-First: {}", head.first),
                    fmt::format("Linli-Last: {}", head.last),
                    "Linli-Chain: " + head.chain,
                    "Linli-Digest: " + head.digest,
                    "Linli-Signature: " + head.signature};
    return call;
}

sync::PushHead head_of(const BoxLink& box, const Outbox& out, std::string_view body) {
    sync::PushHead head{box.box_id, box.epoch, out.first, out.last, hex(out.chain), hex(as_text(blake2b(body))), {}};
    head.signature = hex(sign(sync::push_text(head), box.link.secret_key));
    return head;
}

Trouble not_about_this(std::string detail) { return Trouble{SyncTrouble::no_answer, std::move(detail), 200, {}, {}}; }

}  // namespace

Result<Turn> Pusher::push(Hall& hall, const BoxLink& box) {
    LINLI_TRY_ASSIGN(const Outbox out, read_outbox(hall, {entries_max_, sync::batch_bytes_max}));
    if (out.entries.empty()) return Turn{};
    const std::string body = wire::pack_batch(out.entries);
    const sync::PushHead head = head_of(box, out, body);
    on_step_(SyncStep::batch_read);
    District district(*transport_, hall, box);
    const auto heard = district.ask<sync::PushAnswer>(call_of(head, body), sync::read_push_answer);
    on_step_(SyncStep::push_answered);
    return hear(hall, head, out.entries.size(), heard);
}

Result<Turn> Pusher::hear(Hall& hall, const sync::PushHead& head, std::size_t entries,
                          const Heard<sync::PushAnswer>& heard) {
    if (!heard) return not_heard(hall, head, entries, heard.error());
    if (heard->digest != head.digest || heard->results.size() != entries)
        return troubled(not_about_this("the answer is not about the entries that were sent"));
    LINLI_TRY_ASSIGN(const PushNoted noted, note_push(hall, {head.first, head.last, heard->acked_through,
                                                             heard->durable_through, heard->server_incarnation}));
    on_step_(SyncStep::push_noted);
    if (noted == PushNoted::look_closely) return Turn{Turn::Came::look_closely, {}};
    if (noted == PushNoted::nothing_new) return troubled(not_about_this("none of the entries sent were taken"));
    cut_off_before_ = false;
    grow();
    const auto quarantined = std::count(heard->results.begin(), heard->results.end(), sync::EntryResult::quarantined);
    Turn turn{Turn::Came::forward, {}};
    if (quarantined > 0) {
        turn.trouble.what = SyncTrouble::records_differ;
        turn.trouble.detail =
            fmt::format("{} of the entries {} to {} were put in quarantine there", quarantined, head.first, head.last);
    }
    return turn;
}

Result<Turn> Pusher::not_heard(Hall& hall, const sync::PushHead& head, std::size_t entries, const Trouble& trouble) {
    if (trouble.what == SyncTrouble::too_large && entries > 1) {
        entries_max_ = entries / 2;
        good_ones_ = 0;
        return Turn{Turn::Came::forward, {}};  // sent again at once: there are nine halvings at most
    }
    // On a line that holds for less time than a batch takes, smaller ones come through.
    if (trouble.what == SyncTrouble::cut_off && std::exchange(cut_off_before_, true)) {
        entries_max_ = std::max<std::size_t>(entries / 2, 1);
        good_ones_ = 0;
    }
    const sync::Problem& problem = trouble.problem;
    if (trouble.status == conflict && problem.problem == "gap" && problem.acked_through &&
        *problem.acked_through < head.first - 1) {
        LINLI_TRY_ASSIGN(const bool back, note_gap(hall, *problem.acked_through));
        on_step_(SyncStep::gap_noted);
        if (back) return Turn{Turn::Came::look_closely, {}};
    }
    return troubled(trouble);
}

void Pusher::grow() {
    if (++good_ones_ < good_ones_until_more) return;
    good_ones_ = 0;
    entries_max_ = std::min(entries_max_ * 2, sync::batch_entries_max);
}

}  // namespace linli::agent
