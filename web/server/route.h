// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "web/server/event_channel.h"
#include "web/server/late_answer.h"
#include "web/server/request.h"
#include "web/server/response.h"

namespace linli::web {

/// Where a handler runs. The thread that serves the network never waits for anything.
enum class Lane {
    network,  ///< on the network's thread: only what is answered out of memory within microseconds
    work,     ///< one thread: SQLite acts, one after another
    slow,     ///< one more thread: argon2id, figures, the journal's check. Few may wait per address
    waiting,  ///< two threads: what waits for a device or a program. Few may wait per address
};

/// One operation of the interface's document and what answers it. Method, path, parameters and shapes stand in the
/// document, by the operationId. Handlers may not throw; one that does is answered for with 500.
struct Route {
    std::string operation;
    Lane lane = Lane::work;
    std::function<Response(const Request&)> handle;
    /// Instead of `handle`, for what waits without a thread: the answer comes when it comes. Whoever keeps it bounds
    /// the wait. Not for a lane whose jobs are made durable together.
    std::function<void(const Request&, const LateAnswer&)> handle_later = {};
};

/// An operation that answers with an event stream.
struct StreamRoute {
    std::string operation;
    std::shared_ptr<EventChannel> channel;
    /// Whose stream it is, for EventChannel::close_session(): anything that names the session and is no secret that
    /// should not stay in memory (Session::id). Runs on the network's thread. Empty for nobody's.
    std::function<std::string(const Request&)> session;
};

/// A page or file of the program's own outside the interface's document and the static files, such as the hall's
/// certificate: GET and HEAD of one exact path, answered on the network's thread.
struct PageRoute {
    std::string path;
    std::function<Response(const Request&)> handle;
};

/// Asked on the network's thread, before the body is read, with the operation's x-access: who may not gets the answer.
using AccessCheck = std::function<std::optional<Response>(const Request&, const std::string& access)>;

}  // namespace linli::web
