// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "web/server/connection.h"

namespace linli::web {
namespace {

constexpr std::size_t piece_bytes = 32UL * 1024;

/// A lane's answer on its way back. The lane never holds the connection itself, which belongs to the network's thread.
struct Pending {
    std::optional<Response> response;
    std::weak_ptr<Connection> connection;
};

void bring(const std::shared_ptr<Pending>& pending, const std::shared_ptr<House::Gate>& gate, Response response) {
    const std::lock_guard lock(gate->mutex);
    if (!gate->io) return;
    asio::post(*gate->io, [pending, answered = std::move(response)]() mutable {
        pending->response = std::move(answered);
        if (const auto connection = pending->connection.lock()) connection->wake();
    });
}

/// A handler that throws before it has answered is answered for.
void run_later(const Route& route, const Request& request, const LateAnswer& later) {
    const auto ask = [&](const Request& asked) -> Response {
        route.handle_later(asked, later);
        return {};
    };
    Response failed = Dispatch::run(ask, request);
    if (failed.status >= 500) later.give(std::move(failed));
}

}  // namespace

asio::awaitable<void> Connection::perform(Exchange& now) {
    Plan& plan = now.plan;
    if (plan.kind == Plan::Kind::file) {
        co_await send_file(now);
        co_return;
    }
    if (plan.kind == Plan::Kind::stream) {
        co_await send_events(now);
        co_return;
    }
    const bool in_lane = plan.kind == Plan::Kind::run && plan.bound->route->lane != Lane::network;
    if (plan.kind == Plan::Kind::built_in)
        plan.response = house_.built_in(plan.label);
    else if (plan.kind == Plan::Kind::page)
        plan.response = Dispatch::run(plan.page->handle, plan.request);
    else if (plan.kind == Plan::Kind::run && !in_lane)
        plan.response = Dispatch::run(plan.bound->route->handle, plan.request);
    if (in_lane) co_await ask_lane(now);
    co_await answer(now);
}

/// The plan's response, after which the connection ends with whatever the sender is still sending.
asio::awaitable<void> Connection::refuse(Exchange& now) {
    now.after = AnswerHead::Connection::close;
    co_await answer(now);
    next_ = Next::drain;
}

/// The plan's response.
asio::awaitable<void> Connection::answer(Exchange& now) {
    const Response& response = now.plan.response;
    if (house_.stopping) now.after = AnswerHead::Connection::close;
    AnswerHead head;
    head.status = response.status;
    head.content_type = response.content_type;
    head.length = response.body.size();
    head.connection = now.after;
    const std::string text = head_text(head, response.headers);
    const bool bodiless =
        now.plan.answer == Plan::Answer::head_only || response.status == 204 || response.status == 304;
    const std::string_view body = bodiless ? std::string_view{} : std::string_view(response.body);
    co_await write_all(text, body);
    house_.answered(now.plan, now.method, response.status, now.began, body.size());
    if (now.after == AnswerHead::Connection::close) next_ = Next::end;
}

/// In pieces with a deadline each: who reads slowly is waited for, who does not read is not.
asio::awaitable<void> Connection::write_all(std::string_view first, std::string_view second) {
    std::size_t sent = 0;
    do {
        const std::string_view piece = second.substr(sent, piece_bytes);
        const std::array buffers{asio::const_buffer(first.data(), first.size()),
                                 asio::const_buffer(piece.data(), piece.size())};
        set_deadline(house_.limits.write_time);
        const bool written = co_await wire_.write(buffers);
        if (!written) closed_ = true;
        first = {};
        sent += piece.size();
    } while (sent < second.size() && !closed_);
}

/// Until wake() or close().
asio::awaitable<void> Connection::wait_for_signal() {
    signal_.expires_at(Clock::time_point::max());
    boost::system::error_code code;
    co_await signal_.async_wait(asio::redirect_error(asio::use_awaitable, code));
}

/// Has a lane make the plan's response.
asio::awaitable<void> Connection::ask_lane(Exchange& now) {
    const auto pending = std::make_shared<Pending>();
    pending->connection = weak_from_this();
    const Route& route = *now.plan.bound->route;
    // Behind a proxy on this machine everybody has one address: only what waits in all is bounded then.
    const std::string sender = peer_.is_loopback ? std::string{} : sender_of(peer_);
    const auto made = std::make_shared<std::optional<Response>>();  // the lane's, until it is told
    Job job;
    job.run = [pending, made, gate = house_.gate, &route, request = std::move(now.plan.request)] {
        if (pending->connection.expired()) return;  // nobody is there for the answer
        if (route.handle_later)
            run_later(route, request,
                      LateAnswer([pending, gate](Response response) { bring(pending, gate, std::move(response)); }));
        else
            *made = Dispatch::run(route.handle, request);
    };
    job.tell = [pending, made, gate = house_.gate](const std::optional<Response>& instead) {
        if (!*made) return;
        if (instead) *made = *instead;
        bring(pending, gate, std::move(**made));
    };
    if (!house_.lane(route.lane).add(sender, std::move(job))) {
        now.plan.response = busy("Too many requests wait for this already.");
        co_return;
    }
    no_deadline();
    while (!pending->response && !closed_) co_await wait_for_signal();
    if (pending->response)
        now.plan.response = std::move(*pending->response);
    else
        now.plan.response = problem(503, "server_stopping", "The server is stopping.");
}

}  // namespace linli::web
