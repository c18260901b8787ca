// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "console/hall_pool.h"
#include "hall/acts/hall.h"
#include "web/server/event_channel.h"
#include "web/server/request.h"
#include "web/server/response.h"
#include "web/server/sessions.h"

namespace linli::console {

/// What all handlers share.
struct Console {
    Console(std::filesystem::path database, const Clock& clock);

    HallPool halls;
    web::Sessions sessions;
    std::shared_ptr<web::EventChannel> events;
    /// Somebody has just changed the hall: the watch looks at once instead of at its next turn.
    std::function<void()> changed = [] {};

    /// What /api/front says, made anew by the watch.
    void set_front(std::string json);
    std::string front() const;

private:
    mutable std::mutex front_mutex_;
    std::string front_;
};

/// One request in a lane, with an open hall in which acts are journaled as the person's who asks.
struct Call {
    Console& console;
    Hall& hall;
    const web::Request& request;
    web::Session who;  ///< empty where the operation is for anyone
};

/// Has the requests that wait answered so that their acts are made durable together; what all of them are told where
/// that failed.
std::optional<web::Response> answer_together(Console& console, const std::function<void()>& run_all);

using Answer = web::Response (*)(const Call&);
/// Makes a handler of it: borrows a hall, finds the session, tells the watch after whatever may have changed something.
std::function<web::Response(const web::Request&)> handler(Console& console, Answer answer);

}  // namespace linli::console
