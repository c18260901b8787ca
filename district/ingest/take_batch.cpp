// SPDX-License-Identifier: Apache-2.0
#include "district/ingest/take_batch.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <span>

#include "district/projections/projection.h"
#include "district/store/alarms.h"
#include "district/store/fleet.h"
#include "district/store/journal.h"
#include "district/store/quarantine.h"
#include "district/store/settings.h"
#include "district/store/streams.h"
#include "hall/base/bytes.h"

namespace linli::district {
namespace {

constexpr const char* differs_words = "another entry is here under this number";
constexpr const char* same_id_words = "another entry is here under this id";

/// One batch while it is taken, with the stream's row locked.
class Taking {
public:
    Taking(Connection& connection, const HallRow& hall, const sync::PushHead& head,
           std::span<const PushedEntry> entries, std::int64_t now_ms)
        : connection_(connection),
          hall_(hall),
          head_(head),
          entries_(entries),
          now_ms_(now_ms),
          key_{hall.hall_id, head.device, head.epoch} {}

    /// Nothing where the batch begins too far on.
    Result<bool> lock();
    Status take();
    const StreamRow& stream() const { return stream_; }
    const std::vector<sync::EntryResult>& results() const { return results_; }

private:
    /// What is to be done with each: sets the result of those that are here already or cannot be applied.
    Status compare();
    Status insert_and_project();
    Status quarantine(const PushedEntry& entry, QuarantinePlace place, std::string_view reason, AlarmKind kind);
    Status follow_chain();
    Status look_for_clones();
    sync::EntryResult& result_of(const PushedEntry& entry) {
        return results_.at(static_cast<std::size_t>(entry.seq - head_.first));
    }

    Connection& connection_;
    const HallRow& hall_;
    const sync::PushHead& head_;
    const std::span<const PushedEntry> entries_;
    const std::int64_t now_ms_;
    const StreamKey key_;
    StreamRow stream_;
    std::vector<sync::EntryResult> results_;
    std::vector<const PushedEntry*> to_insert_;
    bool differed_ = false;
};

Result<bool> Taking::lock() {
    LINLI_TRY_ASSIGN(stream_, lock_stream(connection_, key_));
    return head_.first <= stream_.acked_through + 1;
}

Status Taking::take() {
    results_.assign(entries_.size(), sync::EntryResult::accepted);
    LINLI_TRY(compare());
    LINLI_TRY(insert_and_project());
    LINLI_TRY(follow_chain());
    LINLI_TRY(look_for_clones());
    return note_contact(connection_, key_.hall_id, key_.device_id, now_ms_);
}

Status Taking::compare() {
    std::map<std::int64_t, std::string> known;
    if (head_.first <= stream_.newest_seq) {
        LINLI_TRY_ASSIGN(auto entries, known_entries(connection_, key_, head_.first, head_.last));
        for (KnownEntry& entry : entries) known.emplace(entry.seq, std::move(entry.digest));
    }
    for (const PushedEntry& entry : entries_) {
        const auto here = known.find(entry.seq);
        if (here != known.end() && here->second == entry.digest)
            result_of(entry) = sync::EntryResult::duplicate;
        else if (here != known.end())
            LINLI_TRY(quarantine(entry, QuarantinePlace::other, differs_words, AlarmKind::entry_differs));
        else if (!entry.read)
            LINLI_TRY(quarantine(entry, QuarantinePlace::own, entry.fault, AlarmKind::entry_quarantined));
        else
            to_insert_.push_back(&entry);
    }
    return {};
}

Status Taking::insert_and_project() {
    if (to_insert_.empty()) return {};
    std::vector<JournalRow> rows;
    for (const PushedEntry* const entry : to_insert_) {
        const JournalEntry& head = entry->read->head;
        rows.push_back({entry->seq, head.id, entry->read->id_ms, head.kind, head.subject, entry->digest, entry->bytes});
    }
    LINLI_TRY_ASSIGN(const auto added, insert_journal(connection_, key_, now_ms_, rows));
    const std::set<std::int64_t> is_new(added.begin(), added.end());
    std::vector<const ReadEntry*> entries;
    for (const PushedEntry* const entry : to_insert_) {
        if (is_new.contains(entry->seq))
            entries.push_back(&*entry->read);
        else
            LINLI_TRY(quarantine(*entry, QuarantinePlace::own, same_id_words, AlarmKind::entry_differs));
    }
    return project(connection_, hall_, key_, entries, now_ms_);
}

Status Taking::quarantine(const PushedEntry& entry, QuarantinePlace place, std::string_view reason, AlarmKind kind) {
    result_of(entry) = sync::EntryResult::quarantined;
    LINLI_TRY_ASSIGN(const bool is_new,
                     insert_quarantined(connection_, {key_, entry.seq, entry.digest, place, std::string(reason),
                                                      std::string(entry.bytes), now_ms_}));
    if (!is_new) return {};  // seen before, and told
    differed_ |= kind == AlarmKind::entry_differs;
    return raise_alarm(connection_, key_, kind, fmt::format("entry {}: {}", entry.seq, reason), now_ms_);
}

Status Taking::follow_chain() {
    for (const PushedEntry& entry : entries_)
        if (entry.seq > stream_.acked_through) stream_.chain = as_text(chain_after(stream_.chain, entry.bytes));
    // A batch that lies behind is checked entry by entry; there is no chain to compare it with.
    const bool comparable = head_.last >= stream_.acked_through;
    if (head_.last > stream_.acked_through) {
        stream_.acked_through = head_.last;
        stream_.newest_seq = std::max(stream_.newest_seq, head_.last);
        LINLI_TRY(save_stream(connection_, key_, stream_));
    }
    if (!comparable || head_.chain.empty() || hex(stream_.chain) == head_.chain) return {};
    return raise_alarm(connection_, key_, AlarmKind::chain_differs,
                       fmt::format("the chain after entry {} is another at the box", head_.last), now_ms_);
}

Status Taking::look_for_clones() {
    std::string why;
    if (differed_) why = fmt::format("entries up to {} have other bytes than before", head_.last);
    if (stream_.newest_epoch > key_.epoch)
        why = fmt::format("epoch {} goes on though epoch {} has begun", key_.epoch, stream_.newest_epoch);
    return why.empty() ? Status() : raise_alarm(connection_, key_, AlarmKind::clone_suspected, why, now_ms_);
}

using Outcome = PushResult<sync::PushAnswer>;

Outcome refuse(PushRefusal why, std::string detail, std::optional<std::int64_t> acked_through = {}) {
    return tl::unexpected<RefusedPush>(RefusedPush{why, std::move(detail), acked_through});
}

/// In one transaction.
Result<Outcome> take_together(Connection& connection, const DeviceRow& sender, const sync::PushHead& head,
                              std::span<const PushedEntry> entries, std::int64_t now_ms, const OnStep& on_step) {
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    LINLI_TRY_ASSIGN(const auto hall, find_hall(connection, sender.hall_id));
    if (!hall) return fail(ErrorCode::corrupt, "a device's hall is not there");
    if (hall->state == HallState::revoked) return refuse(PushRefusal::hall_revoked, "the hall was revoked");
    Taking taking(connection, *hall, head, entries, now_ms);
    LINLI_TRY_ASSIGN(const bool joins, taking.lock());
    if (!joins)
        return refuse(PushRefusal::gap,
                      fmt::format("entries from {} on are missing", taking.stream().acked_through + 1),
                      taking.stream().acked_through);
    LINLI_TRY_ASSIGN(const std::string incarnation, incarnation_of(connection));
    LINLI_TRY(taking.take());
    on_step(ServerStep::push_inserted);
    LINLI_TRY(transaction.commit());
    on_step(ServerStep::push_committed);
    const std::int64_t through = taking.stream().acked_through;
    return Outcome(sync::PushAnswer{head.digest, taking.results(), through, through, incarnation});
}

/// Entry by entry, each in a transaction of its own; the one that the database does not take goes into quarantine.
Result<Outcome> take_singly(Connection& connection, const DeviceRow& sender, const sync::PushHead& head,
                            std::vector<PushedEntry> entries, std::int64_t now_ms, const OnStep& on_step) {
    sync::PushAnswer answer;
    for (PushedEntry& entry : entries) {
        sync::PushHead one = head;
        one.first = one.last = entry.seq;
        if (entry.seq != head.last) one.chain.clear();  // the box told only the last one's
        auto taken = take_together(connection, sender, one, {&entry, 1}, now_ms, on_step);
        if (!taken && taken.error().code == ErrorCode::invalid_input) {
            entry.read.reset();
            entry.fault = "the database does not take it";
            taken = take_together(connection, sender, one, {&entry, 1}, now_ms, on_step);
        }
        if (!taken || !*taken) return taken;
        answer.results.push_back((*taken)->results.front());
        (*taken)->results = answer.results;
        answer = **taken;
    }
    return Outcome(std::move(answer));
}

}  // namespace

Result<Outcome> take_batch(Connection& connection, const DeviceRow& sender, const sync::PushHead& head,
                           std::string_view body, std::int64_t now_ms, const OnStep& on_step) {
    PushResult<CheckedPush> checked = check_push(sender, head, body);
    if (!checked) return Outcome(tl::unexpected<RefusedPush>(std::move(checked.error())));
    on_step(ServerStep::push_checked);
    auto taken = take_together(connection, sender, head, checked->entries, now_ms, on_step);
    // What an entry's shape lets through and the database does not must not hold up the others.
    if (taken || taken.error().code != ErrorCode::invalid_input) return taken;
    return take_singly(connection, sender, head, std::move(checked->entries), now_ms, on_step);
}

}  // namespace linli::district
