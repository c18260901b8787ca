// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/agent.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/acts/show_sync.h"

namespace linli::agent {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t late_ms = 5 * minute_ms;  // however many records wait, the district hears this often how it is
constexpr std::int64_t waiting_ms = 15'000;
constexpr std::int64_t revoked_ms = 30 * minute_ms;
constexpr Milliseconds look_every{1'000};
constexpr int looks_max = 3;

bool ends_sending(SyncTrouble what) { return what == SyncTrouble::token_unknown || what == SyncTrouble::hall_revoked; }

/// The district is there, and only this one question failed.
bool is_of_this_question(const Trouble& trouble) {
    return trouble.status != 0 && trouble.what != SyncTrouble::busy && !ends_sending(trouble.what);
}

}  // namespace

Agent::Agent(Parts parts)
    : parts_(std::move(parts)),
      hall_({.database = parts_.database, .clock = parts_.clock, .place = sync_program}),
      pusher_(parts_.transport, parts_.on_step),
      stream_check_(parts_.transport, parts_.on_step),
      puller_(parts_.transport, parts_.on_step),
      health_(parts_.transport),
      enroller_(parts_.transport, parts_.on_step),
      token_(parts_.transport, parts_.on_step),
      attachments_(parts_.transport, parts_.on_step, parts_.clock, parts_.draw),
      local_(parts_.clock, parts_.draw),
      records_(parts_.clock, parts_.draw),
      stream_(parts_.clock, parts_.draw),
      rest_(parts_.clock, parts_.draw),
      media_(parts_.clock, parts_.draw),
      enrolment_(parts_.clock, parts_.draw) {}

void Agent::run() {
    while (!parts_.transport.stopped() && !begins_anew_) {
        look();
        if (!begins_anew_) parts_.transport.rest(rest_time());
    }
}

Milliseconds Agent::rest_time() const { return look_anyway_ ? Milliseconds(0) : look_every; }

void Agent::look() {
    const KeptHall::Look found = hall_.look();
    if (found == KeptHall::Look::failed) say_local_fault(hall_.error());
    if (!hall_) {
        look_anyway_ = false;
        return;
    }
    if (found == KeptHall::Look::opened) {
        look_anyway_ = check_stream_ = true;
        mark_ = -1;
        attachments_.begin_anew();
        if (const Status ended = end_interrupted_restarts(); !ended) say_local_fault(ended.error());
    }
    // A full disk here is no reason to send the district the same batch every two seconds.
    const bool may = local_.due() && is_something_due();
    look_anyway_ = false;
    if (!may) return;
    if (const Status worked = work(); !worked) {
        local_.failed();
        say_local_fault(worked.error());
        look_anyway_ = false;
        hall_.drop();
        return;
    }
    local_.succeeded();
    local_fault_.clear();
}

void Agent::say_local_fault(const Error& error) {
    if (std::exchange(local_fault_, error.message) != error.message)
        parts_.say("the hall's records cannot be used: " + error.message);
}

bool Agent::is_something_due() {
    const auto mark = hall_->change_mark();
    const bool changed = !mark || *mark != mark_;
    mark_ = mark.value_or(-1);
    const std::int64_t now = parts_.clock.boot_ms();
    const bool trouble = records_trouble_.what != SyncTrouble::none;
    const bool retry = state_ == LinkState::approved && records_.due() && (trouble || (check_stream_ && stream_.due()));
    return changed || look_anyway_ || retry || attachments_are_due() ||
           now >= std::min(next_minute_boot_ms_, ask_again_boot_ms_);
}

Status Agent::work() {
    LINLI_TRY_ASSIGN(const BoxLink box, box_now());
    const std::int64_t now = parts_.clock.boot_ms();
    if (box.link.state != state_) begin_state(box.link.state);
    switch (state_) {
        case LinkState::none:
            next_minute_boot_ms_ = ask_again_boot_ms_ = now + minute_ms;
            return {};
        case LinkState::waiting:
            return ask_enrolment(box);
        case LinkState::revoked:
            return ask_taken_back(box);
        case LinkState::approved:
            break;
    }
    ask_again_boot_ms_ = now + minute_ms;
    if (next_minute_boot_ms_ == 0) next_minute_boot_ms_ = now;
    LINLI_TRY(do_restarts());
    if (begins_anew_) return {};
    LINLI_TRY_ASSIGN(const bool all_sent, send_records(box));
    LINLI_TRY_ASSIGN(BoxLink after, box_now());
    if (after.link.state != LinkState::approved || parts_.transport.stopped()) return {};
    if (now >= next_minute_boot_ms_) {
        next_minute_boot_ms_ = parts_.clock.boot_ms() + minute_ms;
        LINLI_TRY(tell_and_ask(std::move(after)));
        LINLI_TRY(do_restarts());
    }
    return all_sent && !look_anyway_ && !begins_anew_ ? send_attachments() : Status{};
}

void Agent::begin_state(LinkState state) {
    // A district that has just said no is not asked at once whether it meant it; by an agent that begins it is, since
    // somebody may have mended it.
    const bool just_refused = state_ == LinkState::approved && state != LinkState::none;
    const std::int64_t pause_ms = state == LinkState::revoked ? revoked_ms : waiting_ms;
    state_ = state;
    records_trouble_ = rest_trouble_ = media_trouble_ = difference_ = {};
    for (BackOff* back_off : {&records_, &stream_, &rest_, &media_, &enrolment_}) back_off->succeeded();
    attachments_.begin_anew();
    next_minute_boot_ms_ = ask_again_boot_ms_ = just_refused ? parts_.clock.boot_ms() + pause_ms : 0;
    check_stream_ = true;
}

Status Agent::ask_enrolment(const BoxLink& box) {
    const std::int64_t now = parts_.clock.boot_ms();
    if (now < ask_again_boot_ms_) return {};
    next_minute_boot_ms_ = ask_again_boot_ms_ = now + waiting_ms;
    LINLI_TRY_ASSIGN(const Turn turn, enroller_.ask(*hall_, box));
    if (turn.came == Turn::Came::trouble) {
        LINLI_TRY(note(turn, enrolment_, rest_trouble_));
        next_minute_boot_ms_ = ask_again_boot_ms_ = now + std::max<std::int64_t>(enrolment_.wait_ms(), 1);
        return {};
    }
    enrolment_.succeeded();
    LINLI_TRY_ASSIGN(const BoxLink after, box_now());
    if (after.link.state != LinkState::approved) return {};
    parts_.say("the district has taken this hall in");
    look_anyway_ = true;
    return {};
}

// An administrator may take back what was meant for another box: a question that carries no record finds out.
Status Agent::ask_taken_back(const BoxLink& box) {
    const std::int64_t now = parts_.clock.boot_ms();
    if (now < ask_again_boot_ms_) return {};
    next_minute_boot_ms_ = ask_again_boot_ms_ = now + revoked_ms;
    LINLI_TRY_ASSIGN(const Turn turn, stream_check_.check(*hall_, box));
    if (turn.came == Turn::Came::trouble) return {};
    LINLI_TRY(note_taken_back(*hall_));
    parts_.say("the district takes this hall's records again");
    look_anyway_ = true;
    return {};
}

Result<Turn> Agent::next_turn(const BoxLink& box) {
    if (!check_stream_ || !stream_.due()) return pusher_.push(*hall_, box);
    LINLI_TRY_ASSIGN(Turn turn, stream_check_.check(*hall_, box));
    if (turn.came == Turn::Came::trouble) {
        stream_.failed(turn.trouble.retry_after);
        // Records go up all the same: a push finds out by itself where the district is.
        if (!is_of_this_question(turn.trouble)) return turn;
        difference_ = std::move(turn.trouble);
        return pusher_.push(*hall_, box);
    }
    check_stream_ = false;
    stream_.succeeded();
    difference_ = std::exchange(turn.trouble, {});
    return turn;
}

Result<bool> Agent::send_records(const BoxLink& first) {
    BoxLink box = first;
    int looks = 0;
    while (records_.due() && !parts_.transport.stopped()) {
        LINLI_TRY_ASSIGN(Turn turn, next_turn(box));
        if (turn.came == Turn::Came::nothing) return true;
        if (turn.came == Turn::Came::look_closely) {
            check_stream_ = true;
            // Two servers that contradict each other would be asked in a loop.
            if (++looks > looks_max)
                turn = troubled({SyncTrouble::no_answer, "the district contradicts itself", 200, {}, {}});
        }
        if (turn.came == Turn::Came::forward && turn.trouble.what != SyncTrouble::none)
            difference_ = std::exchange(turn.trouble, {});
        LINLI_TRY(note(turn, records_, records_trouble_));
        if (turn.came == Turn::Came::trouble) return false;
        LINLI_TRY_ASSIGN(box, box_now());
        if (parts_.clock.boot_ms() - next_minute_boot_ms_ >= late_ms) {
            look_anyway_ = true;
            return false;
        }
        parts_.transport.rest(Milliseconds(0));
    }
    return false;
}

Status Agent::tell_and_ask(BoxLink box) {
    if (!rest_.due()) return {};
    LINLI_TRY_ASSIGN(const Turn told, health_.report(*hall_, box));
    if (told.came == Turn::Came::look_closely) look_anyway_ = check_stream_ = true;
    LINLI_TRY(note(told, rest_, rest_trouble_));
    if (told.came == Turn::Came::trouble) return {};
    LINLI_TRY_ASSIGN(box, box_now());
    const std::int64_t newest = box.journal_seq;
    LINLI_TRY_ASSIGN(const Turn asked, puller_.pull(*hall_, box));
    LINLI_TRY(note(asked, rest_, rest_trouble_));
    if (asked.came == Turn::Came::trouble) return {};
    LINLI_TRY_ASSIGN(box, box_now());
    look_anyway_ = look_anyway_ || box.journal_seq != newest;  // what came of it goes up at once
    if (!TokenRenewer::due(box)) return {};
    LINLI_TRY_ASSIGN(const Turn renewed, token_.renew(*hall_, box));
    return note(renewed, rest_, rest_trouble_);
}

Status Agent::note(const Turn& turn, BackOff& back_off, Trouble& kept) {
    if (parts_.transport.stopped()) return {};
    const bool failed = turn.came == Turn::Came::trouble;
    if (failed && ends_sending(turn.trouble.what)) return stop_for_good(turn.trouble);
    const SyncTrouble before = kept.what;
    if (failed)
        back_off.failed(turn.trouble.retry_after);
    else
        heard(back_off);
    kept = turn.trouble;
    if (kept.what != before && kept.what != SyncTrouble::none)
        parts_.say(fmt::format("{}: {}", name_of(kept.what), kept.detail));
    if (kept.what == SyncTrouble::none && before != SyncTrouble::none) parts_.say("the district is heard again");
    const Trouble* shown = &attachments_.refusal();
    for (const Trouble* const worse : {&difference_, &media_trouble_, &rest_trouble_, &records_trouble_})
        if (worse->what != SyncTrouble::none) shown = worse;
    return note_contact(*hall_, failed && turn.trouble.problem.problem.empty() ? Contact::none : Contact::answered,
                        shown->what, shown->detail);
}

// Where one way is open, a connection that failed is no reason for the other to wait on.
void Agent::heard(BackOff& back_off) {
    back_off.succeeded();
    const auto open = [](Trouble& trouble, BackOff& other) {
        if (trouble.what == SyncTrouble::none || trouble.status != 0 || trouble.what == SyncTrouble::cut_off) return;
        trouble = {};
        other.succeeded();
    };
    open(records_trouble_, records_);
    if (difference_.status == 0) stream_.succeeded();
    open(rest_trouble_, rest_);
    open(media_trouble_, media_);
}

Status Agent::stop_for_good(const Trouble& trouble) {
    parts_.say(fmt::format("{}: nothing more is sent, and everything is kept", trouble.detail));
    look_anyway_ = true;
    return note_revoked(*hall_, trouble.what, trouble.detail);
}

}  // namespace linli::agent
