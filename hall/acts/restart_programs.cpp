// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/restart_programs.h"

#include <algorithm>
#include <array>

#include "hall/acts/act.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::array programs = {"kiosk", "board", "console", "sync"};
constexpr const char* kind = "program.restart";

std::optional<RestartRequest> request_of(const std::optional<SyncItem>& item) {
    if (!item) return std::nullopt;
    return RestartRequest{item->id, item->detail};
}

}  // namespace

bool may_be_restarted(std::string_view program) {
    return std::find(programs.begin(), programs.end(), program) != programs.end();
}

Result<std::optional<RestartRequest>> take_restart(Hall& hall) {
    SyncStore& sync = hall.stores().sync;
    // Looked for without the write lock first: there is hardly ever one.
    LINLI_TRY_ASSIGN(const auto any, sync.first_item_in("asked"));
    if (!any) return std::optional<RestartRequest>();
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY_ASSIGN(auto next, sync.first_item_in("asked"));
    if (next) {
        next->state = "taken";
        LINLI_TRY(sync.save_item(*next));
    }
    LINLI_TRY(transaction.commit());
    return request_of(next);
}

Status finish_restart(Hall& hall, const RestartRequest& request, const std::string& trouble) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(auto item, act.stores().sync.item(request.id));
    if (!item || item->state != "taken") return {};
    const bool done = trouble.empty();
    item->state = done ? "done" : "refused";
    item->detail = done ? request.program : trouble;
    LINLI_TRY(act.stores().sync.save_item(*item));
    const std::string subject = "command:" + request.id;
    LINLI_TRY(done ? act.record("command.done", subject,
                                wire::body({{"id", request.id}, {"kind", kind}, {"program", request.program}}))
                   : act.record("command.refused", subject,
                                wire::body({{"id", request.id}, {"kind", kind}, {"reason", trouble}})));
    return act.commit();
}

Result<std::optional<RestartRequest>> interrupted_restart(Hall& hall) {
    LINLI_TRY_ASSIGN(const auto item, hall.stores().sync.first_item_in("taken"));
    return request_of(item);
}

}  // namespace linli
