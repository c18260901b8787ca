// SPDX-License-Identifier: Apache-2.0
#include "console/answers.h"
#include "console/routes.h"
#include "hall/acts/show_sync.h"

namespace linli::console {

web::Response district(const Call& call) {
    const auto view = show_sync(call.hall);
    if (!view) return answer(view.error());
    Json json = {{"state", name_of(view->state)},    {"hall", view->hall_name}, {"address", view->address},
                 {"fingerprint", view->fingerprint}, {"unsent", view->unsent},  {"trouble", name_of(view->trouble)},
                 {"agent_runs", view->agent_runs}};
    json["oldest_unsent_ms"] = view->unsent > 0 ? Json(view->oldest_unsent_ms) : Json(nullptr);
    json["contact_ms"] = view->contact_ms ? Json(*view->contact_ms) : Json(nullptr);
    return answer(json);
}

}  // namespace linli::console
