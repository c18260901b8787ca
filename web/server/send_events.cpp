// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "web/server/connection.h"

namespace linli::web {
namespace {

/// Less than the system would take on its own: a reader that has stopped is noticed sooner.
constexpr int stream_send_buffer_bytes = 128 * 1024;
constexpr std::size_t pieces_per_write = 16;
/// Of what somebody sends on a stream, where nobody listens.
constexpr std::size_t stream_read_bytes_max = 16UL * 1024;

using boost::system::error_code;

}  // namespace

asio::awaitable<void> Connection::send_events(Exchange& now) {
    const StreamRoute& route = *now.plan.bound->stream;
    now.after = AnswerHead::Connection::close;
    if (now.plan.answer == Plan::Answer::head_only) {
        now.plan.response.content_type = "text/event-stream";
        co_await answer(now);
        co_return;
    }
    std::string session = route.session ? route.session(now.plan.request) : std::string{};
    const auto stream = route.channel->join(std::move(session), [gate = house_.gate, weak = weak_from_this()] {
        const std::lock_guard lock(gate->mutex);
        if (!gate->io) return;
        asio::post(*gate->io, [weak] {
            if (const auto connection = weak.lock()) connection->look_at_stream();
        });
    });
    if (!stream) {
        now.plan.response = busy("Too many event streams are open.");
        co_await answer(now);
        co_return;
    }
    struct Leave {
        House& house;
        EventChannel& channel;
        const std::shared_ptr<EventStream>& stream;
        std::shared_ptr<EventStream>& mine;
        ~Leave() {
            --house.streams;
            mine.reset();
            channel.leave(stream);
        }
    };
    ++house_.streams;
    stream_ = stream;
    const Leave leave{house_, *route.channel, stream, stream_};
    // Whoever ended the session before the stream joined could not tell the stream.
    if (auto refusal = house_.dispatch->ask_access(now.plan)) {
        now.plan.response = std::move(*refusal);
        co_await answer(now);
        co_return;
    }

    error_code code;
    wire_.socket().set_option(asio::socket_base::send_buffer_size(stream_send_buffer_bytes), code);
    AnswerHead head;
    head.content_type = "text/event-stream";
    head.connection = AnswerHead::Connection::close;
    const std::string text = head_text(head, {{"X-Accel-Buffering", "no"}});
    co_await write_all(text, "retry: 1000\n\n");
    house_.answered(now.plan, now.method, 200, now.began, 0);
    std::string().swap(buffer_);
    next_ = Next::end;
    if (closed_) co_return;
    asio::co_spawn(house_.io, read_away(), asio::detached);
    co_await relay(*stream);
    if (stream->is_cut()) house_.metrics.refused("slow_stream");
}

/// Sends what is published until the stream ends, or the connection does.
asio::awaitable<void> Connection::relay(EventStream& stream) {
    while (!closed_) {
        const EventStream::Taken taken = stream.take();
        if (taken.state == EventStream::State::cut) {
            closed_ = true;
            break;
        }
        for (std::size_t begin = 0; begin < taken.pieces.size() && !closed_; begin += pieces_per_write) {
            std::array<asio::const_buffer, pieces_per_write> buffers;
            const std::size_t end = std::min(begin + pieces_per_write, taken.pieces.size());
            for (std::size_t i = begin; i < end; ++i) buffers.at(i - begin) = asio::buffer(*taken.pieces[i]);
            const std::span<const asio::const_buffer> filled(buffers.data(), end - begin);
            set_deadline(house_.limits.write_time);
            const bool written = co_await wire_.write(filled);
            if (!written) closed_ = true;
        }
        no_deadline();
        if (!taken.pieces.empty() || closed_) continue;
        if (taken.state == EventStream::State::ending) break;
        signal_.expires_after(house_.limits.heartbeat);
        error_code code;
        co_await signal_.async_wait(asio::redirect_error(asio::use_awaitable, code));
        if (!code && !closed_) co_await write_all(":\n\n", {});
    }
}

void Connection::look_at_stream() {
    if (stream_ && stream_->is_cut())
        close();
    else
        signal_.cancel();
}

/// Nobody has anything to say on a stream; only its end is of interest.
asio::awaitable<void> Connection::read_away() {
    const auto self = shared_from_this();
    std::array<char, 512> space{};
    std::size_t read = 0;
    while (!closed_ && read < stream_read_bytes_max) {
        const std::size_t came = co_await wire_.read_some(asio::buffer(space));
        if (came == 0) break;
        read += came;
    }
    if (stream_) close();
}

}  // namespace linli::web
