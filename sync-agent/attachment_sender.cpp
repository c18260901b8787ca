// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/attachment_sender.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/acts/read_attachments.h"
#include "hall/wire/attachment_json.h"

namespace linli::agent {
namespace {

// A part goes up within a second or two on a slow line: so long does a new record wait for it.
constexpr std::size_t part_bytes_most = 128UL * 1024, part_bytes_least = 16UL * 1024;
constexpr int set_right_max = 3;
constexpr long ok = 200, not_found = 404, conflict = 409;

Trouble not_about_this() {
    return Trouble{SyncTrouble::no_answer, "the answer is not about the attachment that was sent", ok, {}, {}};
}

bool is_refusal(const Trouble& trouble) {
    return !trouble.problem.problem.empty() &&
           (trouble.what == SyncTrouble::not_taken || trouble.what == SyncTrouble::too_large);
}

/// Where it is, it says otherwise: it was put back, or somebody else sends the same.
bool is_elsewhere(const Trouble& trouble) {
    return (trouble.status == conflict && trouble.problem.problem == "wrong_offset") ||
           (trouble.status == not_found && trouble.problem.problem == "not_announced");
}

}  // namespace

AttachmentSender::AttachmentSender(Transport& transport, OnStep on_step, const Clock& clock, BackOff::Draw draw)
    : transport_(&transport),
      on_step_(std::move(on_step)),
      clock_(&clock),
      draw_(std::move(draw)),
      part_bytes_(part_bytes_most) {}

void AttachmentSender::begin_anew() {
    going_.reset();
    refused_.clear();
    refusal_ = {};
    set_right_ = 0;
}

bool AttachmentSender::refused_is_due() const {
    return std::ranges::any_of(refused_, [](const auto& one) { return one.second.due(); });
}

Result<Turn> AttachmentSender::send(Hall& hall, const BoxLink& box) {
    const bool same = going_ && going_->to.hall_id == box.link.hall_id &&
                      going_->to.server_incarnation == box.link.server_incarnation;
    if (same) return send_part(hall, box);
    going_.reset();
    LINLI_TRY_ASSIGN(const auto next, next_one(hall));
    return next ? announce(hall, box, *next) : Turn{};
}

Result<std::optional<Attachment>> AttachmentSender::next_one(Hall& hall) {
    std::int64_t after = 0;
    bool some_wait = false;
    while (true) {
        LINLI_TRY_ASSIGN(auto found, unsent_attachment(hall, after));
        if (!found) break;
        const auto refused = refused_.find(found->digest);
        if (refused == refused_.end() || refused->second.due()) return found;
        some_wait = true;
        after = found->entry_seq;
    }
    if (!some_wait) begin_anew();  // what was refused has gone up by other hands
    return std::optional<Attachment>();
}

Result<Turn> AttachmentSender::announce(Hall& hall, const BoxLink& box, const Attachment& attachment) {
    District district(*transport_, hall, box);
    const sync::AttachmentHead head{attachment.digest, attachment.size, attachment.media_type};
    const auto state = district.ask<sync::AttachmentState>({Method::post, "/v1/attachments", sync::written(head)},
                                                           sync::read_attachment_state);
    on_step_(SyncStep::attachment_announced);
    if (!state) return not_heard(attachment, state.error());
    if (state->digest != attachment.digest || state->offset > attachment.size) return troubled(not_about_this());
    going_ = Going{attachment, {box.link.hall_id, box.link.server_incarnation}, state->offset};
    // With its first part it is one turn: an announcement that is heard is no reason to come back sooner where the
    // parts fail.
    return state->offset < attachment.size ? send_part(hall, box) : go_on(hall);
}

Result<Turn> AttachmentSender::send_part(Hall& hall, const BoxLink& box) {
    const Going going = *going_;
    const Attachment& attachment = going.attachment;
    LINLI_TRY_ASSIGN(std::string bytes, bytes_of_attachment(hall, attachment.digest)(going.offset, part_bytes_));
    if (bytes.empty())
        return refused(attachment, {SyncTrouble::not_taken, "this machine lacks bytes of it", 0, {}, {}});
    const std::int64_t end = going.offset + static_cast<std::int64_t>(bytes.size());
    Call call{Method::post, fmt::format("/v1/attachments/{}?offset={}", attachment.digest, going.offset),
              std::move(bytes), "application/octet-stream"};
    District district(*transport_, hall, box);
    const auto state = district.ask<sync::AttachmentState>(call, sync::read_attachment_state);
    on_step_(SyncStep::part_answered);
    if (!state) return not_heard(attachment, state.error());
    if (state->digest != attachment.digest || state->offset != end) {
        going_.reset();
        return troubled(not_about_this());
    }
    set_right_ = 0;
    part_bytes_ = std::min(part_bytes_ * 2, part_bytes_most);
    going_->offset = end;
    return go_on(hall);
}

/// Where all of it is there, that is noted.
Result<Turn> AttachmentSender::go_on(Hall& hall) {
    if (going_->offset < going_->attachment.size) return Turn{Turn::Came::forward, {}};
    LINLI_TRY(note_attachment_sent(hall, going_->attachment.digest, going_->to));
    on_step_(SyncStep::attachment_noted);
    refused_.erase(going_->attachment.digest);
    if (refused_.empty()) refusal_ = {};
    going_.reset();
    return Turn{Turn::Came::forward, {}};
}

Turn AttachmentSender::not_heard(const Attachment& attachment, const Trouble& trouble) {
    const bool of_a_part = going_.has_value();
    going_.reset();  // after every break it is asked again where to go on
    if (is_elsewhere(trouble) && ++set_right_ <= set_right_max) return Turn{Turn::Came::forward, {}};
    const bool on_the_way = trouble.what == SyncTrouble::cut_off || trouble.what == SyncTrouble::too_large;
    const bool smallest = part_bytes_ == part_bytes_least;
    if (of_a_part && on_the_way) smaller_parts();
    if (is_refusal(trouble)) return refused(attachment, trouble);
    // Somebody between here and there lets only smaller ones through.
    if (of_a_part && trouble.what == SyncTrouble::too_large)
        return smallest ? refused(attachment, trouble) : Turn{Turn::Came::forward, {}};
    return troubled(trouble);
}

Turn AttachmentSender::refused(const Attachment& attachment, const Trouble& trouble) {
    going_.reset();
    set_right_ = 0;
    refused_.try_emplace(attachment.digest, *clock_, draw_).first->second.failed(trouble.retry_after);
    refusal_ = trouble;
    refusal_.detail = fmt::format("attachment {}: {}", attachment.digest, trouble.detail);
    return Turn{Turn::Came::forward, {}};
}

void AttachmentSender::smaller_parts() { part_bytes_ = std::max(part_bytes_ / 2, part_bytes_least); }

}  // namespace linli::agent
