// SPDX-License-Identifier: Apache-2.0
#include "web/server/event_channel.h"

#include <algorithm>
#include <utility>

namespace linli::web {
namespace {

/// As the standard has it: a line break inside the data begins another data line.
SharedBytes event_bytes(std::string_view event, std::string_view data) {
    auto bytes = std::make_shared<std::string>();
    bytes->reserve(event.size() + data.size() + 20);
    bytes->append("event: ").append(event).append("\ndata: ");
    for (const char c : data) {
        if (c == '\n')
            bytes->append("\ndata: ");
        else if (c != '\r')
            bytes->push_back(c);
    }
    bytes->append("\n\n");
    return bytes;
}

}  // namespace

EventStream::Taken EventStream::take() {
    const std::lock_guard lock(mutex_);
    Taken taken;
    taken.state = state_;
    taken.pieces.assign(unsent_.begin(), unsent_.end());
    unsent_.clear();
    unsent_bytes_ = 0;
    return taken;
}

bool EventStream::is_cut() {
    const std::lock_guard lock(mutex_);
    return state_ == State::cut;
}

EventStream::Added EventStream::add(const SharedBytes& piece, const EventLimits& limits) {
    const std::lock_guard lock(mutex_);
    if (state_ != State::open) return Added::nothing;
    if (unsent_bytes_ + piece->size() > limits.backlog_bytes_max || unsent_.size() >= limits.backlog_events_max) {
        state_ = State::cut;
        unsent_.clear();
        unsent_bytes_ = 0;
        return Added::cut;
    }
    unsent_.push_back(piece);
    unsent_bytes_ += piece->size();
    return unsent_.size() == 1 ? Added::first : Added::behind_others;
}

void EventStream::end(const SharedBytes& last) {
    const std::lock_guard lock(mutex_);
    if (state_ != State::open) return;
    state_ = State::ending;
    unsent_.push_back(last);
    unsent_bytes_ += last->size();
}

void EventChannel::publish(std::string_view event, std::string_view data, Keep keep) {
    const SharedBytes bytes = event_bytes(event, data);
    std::vector<std::shared_ptr<EventStream>> to_wake;
    {
        // Held while every stream is given it: events stand in one order everywhere, and who joins gets each once.
        const std::lock_guard lock(mutex_);
        if (keep == Keep::newest) kept_.insert_or_assign(std::string(event), bytes);
        for (const auto& stream : streams_) {
            const EventStream::Added added = stream->add(bytes, limits_);
            if (added == EventStream::Added::cut) ++cut_total_;
            if (added == EventStream::Added::first || added == EventStream::Added::cut) to_wake.push_back(stream);
        }
    }
    for (const auto& stream : to_wake) stream->wake_();
}

void EventChannel::close_session(std::string_view session, std::string_view event, std::string_view data) {
    close_where([&](const EventStream& stream) { return stream.session_ == session; }, event, data);
}

void EventChannel::close_all(std::string_view event, std::string_view data) {
    close_where([](const EventStream&) { return true; }, event, data);
}

void EventChannel::close_where(const std::function<bool(const EventStream&)>& belongs, std::string_view event,
                               std::string_view data) {
    const SharedBytes last = event_bytes(event, data);
    std::vector<std::shared_ptr<EventStream>> closed;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& stream : streams_)
            if (belongs(*stream)) closed.push_back(stream);
        for (const auto& stream : closed) stream->end(last);
    }
    for (const auto& stream : closed) stream->wake_();
}

std::size_t EventChannel::streams() const {
    const std::lock_guard lock(mutex_);
    return streams_.size();
}

std::uint64_t EventChannel::cut_total() const {
    const std::lock_guard lock(mutex_);
    return cut_total_;
}

std::shared_ptr<EventStream> EventChannel::join(std::string session, std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    if (streams_.size() >= limits_.streams_max) return nullptr;
    std::shared_ptr<EventStream> stream(new EventStream(std::move(session), std::move(wake)));
    for (const auto& [event, bytes] : kept_) {
        stream->unsent_.push_back(bytes);
        stream->unsent_bytes_ += bytes->size();
    }
    streams_.push_back(stream);
    return stream;
}

void EventChannel::leave(const std::shared_ptr<EventStream>& stream) {
    const std::lock_guard lock(mutex_);
    std::erase(streams_, stream);
}

}  // namespace linli::web
