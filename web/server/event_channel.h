// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace linli::web {

/// Bytes ready for the wire, shared by all streams that still have to send them.
using SharedBytes = std::shared_ptr<const std::string>;

struct EventLimits {
    std::size_t streams_max = 512;
    std::size_t backlog_bytes_max = 512UL * 1024;  ///< a reader with more than this unsent is cut
    std::size_t backlog_events_max = 256;
};

/// One reader's place in a channel: what it has still to be sent. Made by EventChannel::join, used by the server.
class EventStream {
public:
    enum class State {
        open,
        ending,  ///< send what is left, then end
        cut,     ///< too slow: end at once
    };
    struct Taken {
        std::vector<SharedBytes> pieces;
        State state = State::open;
    };
    /// Everything unsent, in order. Afterwards `wake` is called again at the next event.
    Taken take();
    bool is_cut();

private:
    friend class EventChannel;
    enum class Added { first, behind_others, cut, nothing };

    EventStream(std::string session, std::function<void()> wake)
        : session_(std::move(session)), wake_(std::move(wake)) {}
    Added add(const SharedBytes& piece, const EventLimits& limits);
    void end(const SharedBytes& last);

    const std::string session_;
    const std::function<void()> wake_;
    std::mutex mutex_;
    std::deque<SharedBytes> unsent_;
    std::size_t unsent_bytes_ = 0;
    State state_ = State::open;
};

/// Server-sent events (WHATWG HTML, 9.2) to many readers. Whoever knows of a change publishes it, from any thread; the
/// bytes are made once and shared. A new stream first gets the newest value of each kept event, and then everything
/// published after it: nothing falls between.
class EventChannel {
public:
    /// Whether a new stream is told the newest one at once.
    enum class Keep { newest, nothing };

    explicit EventChannel(EventLimits limits = {}) : limits_(limits) {}

    /// Of data in several lines each becomes a data line, as the standard has it.
    void publish(std::string_view event, std::string_view data, Keep keep = Keep::newest);
    /// A last event to every stream of one session, which then ends.
    void close_session(std::string_view session, std::string_view event, std::string_view data);
    /// The same to all.
    void close_all(std::string_view event, std::string_view data);
    std::size_t streams() const;
    /// Readers that were cut since the start because they were too slow.
    std::uint64_t cut_total() const;

    /// A new reader, or nothing where there are too many. `wake` is called from the publishing thread, holding no lock
    /// of the channel's, whenever something is there to take; the first events can be taken at once.
    std::shared_ptr<EventStream> join(std::string session, std::function<void()> wake);
    void leave(const std::shared_ptr<EventStream>& stream);

private:
    void close_where(const std::function<bool(const EventStream&)>& belongs, std::string_view event,
                     std::string_view data);

    const EventLimits limits_;
    mutable std::mutex mutex_;
    std::map<std::string, SharedBytes, std::less<>> kept_;
    std::vector<std::shared_ptr<EventStream>> streams_;
    std::uint64_t cut_total_ = 0;
};

}  // namespace linli::web
