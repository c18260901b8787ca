// SPDX-License-Identifier: Apache-2.0
#include "district/ingest/checked_push.h"

#include "district/projections/projection.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/wire/sync_limits.h"

namespace linli::district {
namespace {

tl::unexpected<RefusedPush> refuse(PushRefusal why, std::string detail) {
    return tl::unexpected<RefusedPush>(RefusedPush{why, std::move(detail), {}});
}

bool numbers_fit(const sync::PushHead& head) {
    return head.epoch >= 1 && head.first >= 1 && head.last >= head.first &&
           head.last - head.first < static_cast<std::int64_t>(sync::batch_entries_max);
}

/// Who sent it, and is it what was sent?
PushResult<void> check_sender(const DeviceRow& sender, const sync::PushHead& head, std::string_view body) {
    if (head.device != sender.device_id) return refuse(PushRefusal::not_this_device, "the token is another device's");
    if (body.size() > sync::batch_packed_max) return refuse(PushRefusal::too_large, "the batch is too large");
    if (hex(as_text(blake2b(body))) != head.digest)
        return refuse(PushRefusal::bad_digest, "the body is not the one that Linli-Digest names");
    const auto signature = bytes_of_hex(head.signature);
    if (!signature || !signature_fits(sync::push_text(head), *signature, sender.public_key))
        return refuse(PushRefusal::bad_signature, "the signature is not this device's");
    if (!numbers_fit(head)) return refuse(PushRefusal::bad_batch, "Linli-First and Linli-Last make no batch");
    return {};
}

std::string fault_of(const ReadEntry& entry, const sync::PushHead& head, std::int64_t seq) {
    if (entry.head.seq != seq) return "its number is not its place's";
    if (entry.head.epoch != head.epoch) return "its epoch is not the batch's";
    const ProjectionRule* const rule = rule_for(entry.head.kind);
    return rule ? rule->fault(entry) : "";
}

std::vector<PushedEntry> read_entries(const sync::PushHead& head, const std::vector<std::string_view>& lines) {
    EntryReader reader;
    std::vector<PushedEntry> entries;
    entries.reserve(lines.size());
    for (const std::string_view line : lines) {
        PushedEntry& entry = entries.emplace_back();
        entry.seq = head.first + static_cast<std::int64_t>(entries.size()) - 1;
        entry.bytes = line;
        entry.digest = as_text(blake2b(line));
        entry.read = reader.read(line, entry.fault);
        if (entry.read) entry.fault = fault_of(*entry.read, head, entry.seq);
        if (!entry.fault.empty()) entry.read.reset();
    }
    return entries;
}

}  // namespace

const char* name_of(PushRefusal why) {
    switch (why) {
        case PushRefusal::bad_batch:
            return "bad_batch";
        case PushRefusal::bad_digest:
            return "bad_digest";
        case PushRefusal::bad_signature:
            return "bad_signature";
        case PushRefusal::not_this_device:
            return "not_this_device";
        case PushRefusal::hall_revoked:
            return "hall_revoked";
        case PushRefusal::too_large:
            return "too_large";
        case PushRefusal::gap:
            break;
    }
    return "gap";
}

PushResult<CheckedPush> check_push(const DeviceRow& sender, const sync::PushHead& head, std::string_view body) {
    if (const auto checked = check_sender(sender, head, body); !checked)
        return tl::unexpected<RefusedPush>(checked.error());
    Result<wire::Batch> batch = wire::unpack_batch(body);
    if (!batch) {
        const bool too_large = batch.error().code == ErrorCode::invalid_input;
        return refuse(too_large ? PushRefusal::too_large : PushRefusal::bad_batch, batch.error().message);
    }
    CheckedPush push{std::move(*batch), {}};
    const std::vector<std::string_view> lines = push.batch.entries();
    if (static_cast<std::int64_t>(lines.size()) != head.last - head.first + 1)
        return refuse(PushRefusal::bad_batch, "there are not as many entries as Linli-First and Linli-Last say");
    push.entries = read_entries(head, lines);
    return push;
}

}  // namespace linli::district
