// SPDX-License-Identifier: Apache-2.0
#include "web/server/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace linli::web {
namespace {

constexpr std::size_t piece_bytes = 4UL * 1024;
/// Of a refused body that is read all the same, so that the connection can be kept.
constexpr std::uint64_t small_body_bytes = 4UL * 1024;
/// Read away after a refusal, so that a sender who listens late still gets the answer.
constexpr std::size_t drain_bytes_max = 6UL * 1024 * 1024;
constexpr std::chrono::milliseconds drain_time{3'000};
/// Between two pieces that are read away: whoever floods is slowed down, instead of having the thread to himself.
constexpr std::chrono::milliseconds drain_pause{4};
constexpr std::chrono::milliseconds end_time{1'000};
constexpr int tls_handshake_record = 0x16;
constexpr std::size_t record_head_bytes = 5;

using boost::system::error_code;

/// Of a request that is refused already: is its body so small that reading it costs less than a new connection?
bool is_worth_reading(const RequestHead& head) {
    return head.body == RequestHead::Body::counted && head.body_bytes <= small_body_bytes && !head.expects_continue;
}

/// Whether the other end will send nothing more.
bool has_left(int file) {
    pollfd asked{file, POLLRDHUP, 0};
    return ::poll(&asked, 1, 0) > 0;
}

}  // namespace

Connection::Connection(House& house, Socket socket, Peer peer, Transport transport)
    : house_(house), wire_(std::move(socket)), peer_(std::move(peer)), transport_(transport), signal_(house.io) {
    house_.connections.insert(this);
}

Connection::~Connection() { house_.leave(*this, peer_); }

void Connection::close() {
    closed_ = true;
    wire_.close();
    signal_.cancel();
}

void Connection::stop() {
    if (idle_) close();
}

asio::awaitable<void> Connection::serve() {
    const auto self = shared_from_this();
    set_deadline(house_.limits.header_time);
    co_await open();
    while (next_ == Next::request && !closed_) co_await exchange();
    idle_ = true;
    if (next_ == Next::drain && !closed_) co_await drain();
    if (!closed_) {
        set_deadline(end_time);
        co_await wire_.end();
    }
    close();
}

asio::awaitable<void> Connection::open() {
    if (transport_ == Transport::clear) co_return;
    peer_.way = Peer::Way::tls;
    co_await wait_for_hello();
    if (closed_ || peer_.way == Peer::Way::clear_on_tls) co_return;
    set_deadline(house_.limits.handshake_time);
    co_await shake_hands();
}

/// Until the first record of a handshake lies whole in the system's buffer: before that, no memory is spent on TLS.
asio::awaitable<void> Connection::wait_for_hello() {
    Socket& socket = wire_.socket();
    std::array<unsigned char, record_head_bytes> head{};
    std::size_t wanted = 1;
    for (int looks = 0; looks < 3; ++looks) {
        const int least = static_cast<int>(wanted);
        ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVLOWAT, &least, sizeof least);
        error_code code;
        co_await socket.async_wait(Socket::wait_read, asio::redirect_error(asio::use_awaitable, code));
        if (code || closed_) break;
        const ssize_t seen = ::recv(socket.native_handle(), head.data(), head.size(), MSG_PEEK | MSG_DONTWAIT);
        // Of whoever left in the middle of the record no handshake is to be expected, and none is begun.
        closed_ = seen <= 0 || (socket.available(code) < wanted && has_left(socket.native_handle()));
        if (closed_) break;
        if (head[0] != tls_handshake_record) {
            peer_.way = Peer::Way::clear_on_tls;
            break;
        }
        const std::size_t record = seen < static_cast<ssize_t>(head.size())
                                       ? head.size()
                                       : head.size() + static_cast<std::size_t>(head[3] * 256 + head[4]);
        if (record <= wanted) break;
        wanted = std::min(record, house_.limits.header_bytes_max);
    }
    const int least = 1;
    ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVLOWAT, &least, sizeof least);
}

asio::awaitable<void> Connection::shake_hands() {
    House::Slot slot = house_.take_handshake(peer_);
    while (slot == House::Slot::wait && !closed_) {
        house_.handshake_waiters.push_back(weak_from_this());
        co_await wait_for_signal();
        if (!closed_) slot = house_.take_handshake(peer_);
    }
    if (slot == House::Slot::refused) house_.metrics.refused("handshakes_per_address");
    if (slot != House::Slot::taken) closed_ = true;
    if (closed_) co_return;
    struct GiveBack {
        House& house;
        const Peer& peer;
        ~GiveBack() { house.give_back_handshake(peer); }
    } const give_back{house_, peer_};
    const std::shared_ptr<asio::ssl::context> context = house_.tls;
    const bool done = co_await wire_.secure(*context);
    if (done) co_return;
    house_.metrics.refused("handshake_failed");
    closed_ = true;
}

/// Some more bytes into the buffer.
asio::awaitable<void> Connection::fill_buffer() {
    const std::size_t had = buffer_.size();
    const std::size_t room = std::min(piece_bytes, house_.limits.header_bytes_max - had);
    buffer_.resize(had + room);
    const std::size_t came = co_await wire_.read_some(asio::buffer(buffer_.data() + had, room));
    buffer_.resize(had + came);
    if (came == 0) closed_ = true;
}

asio::awaitable<HeadEnd> Connection::read_head() {
    idle_ = buffer_.empty();
    if (idle_) buffer_.shrink_to_fit();
    set_deadline(idle_ && ever_asked_ ? house_.limits.idle_time : house_.limits.header_time);
    for (;;) {
        while (buffer_.starts_with("\r\n")) buffer_.erase(0, 2);  // some send one after a body (RFC 9112, 2.2)
        const HeadEnd end = find_head_end(buffer_);
        if (end.state != HeadEnd::State::more || buffer_.size() >= house_.limits.header_bytes_max) co_return end;
        co_await fill_buffer();
        if (closed_) co_return end;
        // One deadline for all of it: a sender who drips is no better than one who is silent.
        if (idle_) set_deadline(house_.limits.header_time);
        idle_ = false;
    }
}

asio::awaitable<void> Connection::exchange() {
    const HeadEnd end = co_await read_head();
    if (closed_) co_return;
    ever_asked_ = true;
    const auto owned = std::make_unique<Exchange>(house_.parts.document->body_bytes_max());
    Exchange& now = *owned;
    now.after = AnswerHead::Connection::close;
    if (auto refusal = take_head(now, end)) {
        now.plan.response = std::move(*refusal);
        co_await refuse(now);
        co_return;
    }
    now.plan = house_.dispatch->plan(now.parser.head(), peer_);
    if (now.parser.head().connection == RequestHead::Connection::keep) now.after = AnswerHead::Connection::keep;
    if (!now.parser.is_done()) {
        if (now.plan.kind == Plan::Kind::run && now.plan.bound->operation->body != ApiDocument::Operation::Body::none) {
            const std::size_t most = now.plan.bound->operation->body_bytes_max;
            if (now.parser.head().body_bytes > most) {
                now.plan.response = problem(413, "too_large", "The body is too large.");
                co_await refuse(now);
                co_return;
            }
            now.parser.limit_body(most);
        }
        if (now.plan.kind == Plan::Kind::answer && !is_worth_reading(now.parser.head())) {
            co_await refuse(now);
            co_return;
        }
        co_await read_body(now);
        if (closed_ || next_ != Next::request) co_return;
        now.body = now.parser.take_body();
    }
    if (now.plan.kind != Plan::Kind::answer) {
        if (auto flaw = house_.dispatch->read_body(now.plan, now.body)) {
            now.plan.kind = Plan::Kind::answer;
            now.plan.response = std::move(*flaw);
        }
    }
    co_await perform(now);
}

/// Parses the head out of the buffer; a refusal after which the connection ends, or nothing.
std::optional<Response> Connection::take_head(Exchange& now, const HeadEnd& end) {
    if (end.state == HeadEnd::State::malformed) return problem(400, "wrong_shape", "This is no request of HTTP/1.1.");
    if (end.state == HeadEnd::State::more) return problem(431, "too_large", "The head of the request is too large.");
    auto refusal = now.parser.read_head(std::string_view(buffer_).substr(0, end.size));
    buffer_.erase(0, end.size);
    now.method = now.parser.head().method;
    if (!refusal && house_.stopping) refusal = problem(503, "server_stopping", "The server is stopping.");
    return refusal;
}

/// Afterwards the body is whole, or a refusal has been sent, or the connection is lost.
asio::awaitable<void> Connection::read_body(Exchange& now) {
    if (now.parser.head().expects_continue && buffer_.empty()) co_await write_all("HTTP/1.1 100 Continue\r\n\r\n", {});
    set_deadline(house_.limits.body_time);
    while (!closed_) {
        RequestParser::Taken taken = now.parser.read_body(buffer_);
        buffer_.erase(0, taken.bytes);
        if (!taken.refusal && now.parser.is_done()) break;
        if (!taken.refusal && buffer_.size() >= house_.limits.header_bytes_max)
            taken.refusal = problem(400, "wrong_shape", "A chunk's head is too large.");
        if (taken.refusal) {
            now.plan.response = std::move(*taken.refusal);
            co_await refuse(now);
            break;
        }
        co_await fill_buffer();
    }
}

asio::awaitable<void> Connection::drain() {
    error_code code;
    if (!wire_.is_secure()) wire_.socket().shutdown(Socket::shutdown_send, code);
    std::string().swap(buffer_);
    set_deadline(drain_time);
    std::size_t drained = 0;
    while (drained < drain_bytes_max && !closed_) {
        const std::size_t came = co_await wire_.read_some(asio::buffer(house_.read_away));
        closed_ = came == 0;
        drained += came;
        if (closed_) break;
        signal_.expires_after(drain_pause);
        co_await signal_.async_wait(asio::redirect_error(asio::use_awaitable, code));
    }
}

}  // namespace linli::web
