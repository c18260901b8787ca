// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "web/server/answer_head.h"
#include "web/server/dispatch.h"
#include "web/server/house.h"
#include "web/server/request_head.h"
#include "web/server/wire.h"

namespace linli::web {

/// One connection from its first byte to its end, as a coroutine on the network's thread. Every wait has a deadline but
/// the one for a lane's answer, which is bounded by the lane.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(House& house, Socket socket, Peer peer, Transport transport);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    asio::awaitable<void> serve();
    /// At once; what waits on it ends with an error.
    void close();
    /// The server stops: at once where nothing was asked, otherwise after the answer.
    void stop();
    void wake() { signal_.cancel(); }
    bool is_over_deadline(std::chrono::steady_clock::time_point now) const { return now > deadline_; }

private:
    using Clock = std::chrono::steady_clock;
    enum class Next { request, end, drain };
    /// One request being answered.
    struct Exchange {
        explicit Exchange(std::uint64_t body_bytes_max) : parser(body_bytes_max) {}
        RequestParser parser;
        Plan plan;
        std::string method;
        std::string body;
        Clock::time_point began = Clock::now();
        AnswerHead::Connection after = AnswerHead::Connection::keep;
    };

    // g++ 12 lays out the frame of a coroutine wrongly where it says "co_return co_await", and destroys the wrong
    // things where co_await stands inside ?:, && or || or takes an object made in the same expression. So what one
    // coroutine tells the next stands in closed_, next_ and the plan.

    // connection.cpp: opening, requests, bodies, ending
    asio::awaitable<void> open();
    asio::awaitable<void> wait_for_hello();
    asio::awaitable<void> shake_hands();
    asio::awaitable<void> exchange();
    asio::awaitable<HeadEnd> read_head();
    std::optional<Response> take_head(Exchange& now, const HeadEnd& end);
    asio::awaitable<void> read_body(Exchange& now);
    asio::awaitable<void> fill_buffer();
    asio::awaitable<void> drain();

    // answer.cpp: answers out of memory and out of the lanes
    asio::awaitable<void> perform(Exchange& now);
    asio::awaitable<void> refuse(Exchange& now);
    asio::awaitable<void> answer(Exchange& now);
    asio::awaitable<void> ask_lane(Exchange& now);
    asio::awaitable<void> write_all(std::string_view first, std::string_view second);
    asio::awaitable<void> wait_for_signal();

    // send_file.cpp
    asio::awaitable<void> send_file(Exchange& now);
    asio::awaitable<void> send_content(const StaticFiles::File& wanted, int file, std::uint64_t& sent);
    asio::awaitable<void> read_from_disk(const StaticFiles::File& wanted, std::uint64_t offset, std::string& piece);

    // send_events.cpp
    asio::awaitable<void> send_events(Exchange& now);
    asio::awaitable<void> relay(EventStream& stream);
    asio::awaitable<void> read_away();
    void look_at_stream();

    void set_deadline(std::chrono::milliseconds from_now) { deadline_ = Clock::now() + from_now; }
    void no_deadline() { deadline_ = Clock::time_point::max(); }

    House& house_;
    Wire wire_;
    Peer peer_;
    const Transport transport_;
    asio::steady_timer signal_;
    Clock::time_point deadline_ = Clock::time_point::max();
    std::shared_ptr<EventStream> stream_;  ///< while events are sent
    std::string buffer_;                   ///< what came and was not taken yet
    bool idle_ = true;                     ///< no byte of a request has come
    bool closed_ = false;                  ///< or of no use any more
    Next next_ = Next::request;
    bool ever_asked_ = false;
};

}  // namespace linli::web
