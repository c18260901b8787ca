// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "hall/acts/unsent_attachment.h"
#include "sync-agent/back_off.h"
#include "sync-agent/turn.h"

namespace linli::agent {

/// Brings attachments up, one part at a time, so that records can go between two of them. An attachment
/// counts as received only by an answer that names its digest and all of its bytes. One that the district refuses holds
/// up no other: it is tried again later.
class AttachmentSender {
public:
    AttachmentSender(Transport& transport, OnStep on_step, const Clock& clock, BackOff::Draw draw);

    /// nothing: none waits, but for those that were refused lately.
    Result<Turn> send(Hall& hall, const BoxLink& box);
    /// A refused one is to be tried again.
    bool refused_is_due() const;
    /// Why the newest of those was refused that are to be tried again; what is none where there is none.
    const Trouble& refusal() const { return refusal_; }
    /// Another district, or another hall: what was learnt of the last one is of no use.
    void begin_anew();

private:
    /// What is under way, and to whom.
    struct Going {
        Attachment attachment;
        SentTo to;
        std::int64_t offset = 0;
    };
    Result<std::optional<Attachment>> next_one(Hall& hall);
    Result<Turn> announce(Hall& hall, const BoxLink& box, const Attachment& attachment);
    Result<Turn> send_part(Hall& hall, const BoxLink& box);
    Result<Turn> go_on(Hall& hall);
    Turn not_heard(const Attachment& attachment, const Trouble& trouble);
    Turn refused(const Attachment& attachment, const Trouble& trouble);
    void smaller_parts();

    Transport* transport_;
    OnStep on_step_;
    const Clock* clock_;
    BackOff::Draw draw_;
    std::optional<Going> going_;
    std::map<std::string, BackOff> refused_;  ///< by digest
    Trouble refusal_;
    std::size_t part_bytes_;
    int set_right_ = 0;  ///< how often the district said that it is elsewhere, since the last part it took
};

}  // namespace linli::agent
