// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "district/boxes/refusal.h"
#include "district/feed_waiters.h"
#include "district/named_step.h"
#include "district/phone/rate_limit.h"
#include "district/store/connection_pool.h"
#include "district/store/devices.h"
#include "hall/base/clock.h"
#include "hall/wire/sync_json.h"
#include "web/server/late_answer.h"
#include "web/server/request.h"
#include "web/server/response.h"

namespace linli::district {

/// What all handlers share.
struct District {
    District(DatabasePlace place, const Clock& of_machine) : pool(std::move(place)), clock(of_machine) {}

    ConnectionPool pool;
    const Clock& clock;
    OnStep on_step = no_step;
    RateLimit page_limit{20, 2};  ///< of phones' pages, by address
    FeedWaiters feed_waiters{pool};
};

/// One request of a box that was let in.
struct BoxCall {
    District& district;
    Connection& connection;
    const web::Request& request;
    DeviceRow sender;
    std::int64_t now_ms = 0;
};

using BoxAnswer = web::Response (*)(const BoxCall&);
/// Makes a handler of it: borrows a connection and finds out who asks. Whoever is nobody gets 401 or 403.
std::function<web::Response(const web::Request&)> box_handler(District& district, BoxAnswer answer);
/// The same for an answer that may come later: nothing where it does.
using LateBoxAnswer = std::optional<web::Response> (*)(const BoxCall&, const web::LateAnswer&);
std::function<void(const web::Request&, const web::LateAnswer&)> late_box_handler(District& district,
                                                                                  LateBoxAnswer answer);
/// The same where nobody is known yet; the sender is empty.
std::function<web::Response(const web::Request&)> stranger_handler(District& district, BoxAnswer answer);

/// 200 with this JSON text, an error as 503 (to be tried again), or the refusal.
web::Response answer(std::string json);
web::Response answer(const Error& error);
web::Response answer(const BoxRefusal& refusal);
template <class T>
web::Response answer_of(const BoxResult<T>& result) {
    if (!result) return answer(result.error());
    if (!*result) return answer(result->error());
    return answer(sync::written(**result));
}

}  // namespace linli::district
