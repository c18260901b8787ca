// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/pushing_box.h"

#include <fmt/format.h>

#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/base/uuid.h"
#include "hall/wire/journal_batch.h"
#include "hall/wire/journal_json.h"

namespace linli::bench {
namespace {

using namespace linli::district;

constexpr std::int64_t begin_ms = pushing_begin_ms;

JournalEntry entry_of(std::int64_t seq, const std::string& ticket, TicketStep step) {
    JournalEntry entry;
    entry.seq = seq;
    entry.id = new_uuid(begin_ms + seq);
    entry.wall_ms = begin_ms + seq;
    entry.steady_ms = 5'000'000 + seq;
    entry.actor = "staff:clerk1";
    entry.kind = std::move(step.kind);
    entry.subject = ticket;
    entry.body = std::move(step.body);
    return entry;
}

}  // namespace

TicketStep ticket_step(int entry) {
    constexpr const char* kinds[] = {"ticket.taken", "ticket.called", "ticket.serving", "ticket.finished"};
    constexpr const char* states[] = {"waiting", "called", "serving", "done"};
    const int number = entry / ticket_steps + 1, step = entry % ticket_steps;
    return {
        kinds[step],
        fmt::format(
            R"({{"code":"A{:03}","service_day":1,"matter":"old-age-allowance","state":"{}","counter":3,"call":1,"order_key":{}}})",
            number, states[step], number)};
}

PushingBox make_pushing_box(int which, int batches) {
    const SigningKey key = make_signing_key();
    PushingBox box;
    box.hall = {new_uuid(begin_ms), fmt::format("Hall {}", which), "Asia/Shanghai", HallState::active, begin_ms,
                random_bytes(32)};
    box.device = {box.hall.hall_id, fmt::format("box-{}", which), key.public_key, "Box"};
    Digest chain = chain_start();
    std::int64_t seq = 0;
    std::string ticket;
    for (int batch = 0; batch < batches; ++batch) {
        PushedBatch& pushed = box.batches.emplace_back();
        for (int i = 0; i < entries_a_batch; ++i, ++seq) {
            if (seq % ticket_steps == 0) ticket = new_uuid(begin_ms + seq);
            pushed.entries.push_back(entry_of(seq + 1, ticket, ticket_step(static_cast<int>(seq))));
            pushed.bytes.push_back(wire::freeze(pushed.entries.back()));
            chain = chain_after(as_text(chain), pushed.bytes.back());
        }
        pushed.body = wire::pack_batch(pushed.bytes);
        pushed.head = {box.device.device_id,
                       1,
                       seq - entries_a_batch + 1,
                       seq,
                       hex(as_text(chain)),
                       hex(as_text(blake2b(pushed.body))),
                       {}};
        pushed.head.signature = hex(sign(sync::push_text(pushed.head), key.secret));
    }
    return box;
}

bool let_in(const DatabasePlace& place, const std::vector<PushingBox>& boxes) {
    const auto connection = open_connection(place);
    if (!connection || !prepare_database(**connection, begin_ms)) return false;
    for (const PushingBox& box : boxes)
        if (!insert_hall(**connection, box.hall) || !save_device(**connection, box.device, begin_ms)) return false;
    return true;
}

}  // namespace linli::bench
