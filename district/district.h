// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>

#include "district/boxes/refusal.h"
#include "district/phone/rate_limit.h"
#include "district/store/connection_pool.h"
#include "district/store/devices.h"
#include "hall/base/clock.h"
#include "web/server/request.h"
#include "web/server/response.h"

namespace linli::district {

/// What all handlers share.
struct District {
    District(DatabasePlace place, const Clock& of_machine) : pool(std::move(place)), clock(of_machine) {}

    ConnectionPool pool;
    const Clock& clock;
    std::atomic<bool> stopping = false;
    RateLimit page_limit{20, 2};         ///< of phones' pages, by address
    std::atomic<int> waiting_pulls = 0;  ///< that hold a thread while nothing is there for them
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
/// The same where nobody is known yet; the sender is empty.
std::function<web::Response(const web::Request&)> stranger_handler(District& district, BoxAnswer answer);

/// 200 with this JSON text, an error as 503 (to be tried again), or the refusal.
web::Response answer(std::string json);
web::Response answer(const Error& error);
web::Response answer(const BoxRefusal& refusal);

}  // namespace linli::district
