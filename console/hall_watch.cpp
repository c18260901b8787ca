// SPDX-License-Identifier: Apache-2.0
#include "console/hall_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "console/front_json.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/show_desk.h"
#include "hall/acts/staff_sessions.h"
#include "hall/base/bytes.h"
#include "hall/wire/desk_json.h"

namespace linli::console {
namespace {

constexpr auto look_step = std::chrono::milliseconds(20);  // 1.5 µs a look
constexpr std::int64_t beat_ms = 2'000;
constexpr std::int64_t sessions_ms = 1'000;
constexpr std::int64_t noted_ms = 30'000;
constexpr std::int64_t hour_ms = 3'600'000;
// What changes without a commit: a midnight, opening hours, a message's end, a device's program that has died.
constexpr std::int64_t refreshed_ms = 10'000;
// A change is told at once. What follows waits a little and is told together: to tell of a long line takes milliseconds
// of the processor, which the acts need too.
constexpr std::chrono::milliseconds rest_min{30}, rest_max{200};
constexpr int rest_times = 5;
constexpr std::string_view locked = R"({"state":"locked"})", ended = R"({"state":"ended"})";

}  // namespace

HallWatch::HallWatch(Console& console, std::filesystem::path database, const Clock& clock, std::function<void()> hourly)
    : console_(console),
      clock_(clock),
      hourly_(std::move(hourly)),
      hall_({.database = std::move(database), .clock = clock, .place = "console", .retry_ms = 1'000}),
      hour_boot_ms_(clock.boot_ms()) {
    publish_front();
}

void HallWatch::start() {
    look();  // before the first request comes: who was signed in before a restart still is
    thread_ = std::thread([this] { run(); });
}

HallWatch::~HallWatch() { stop(); }

void HallWatch::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void HallWatch::poke() {
    {
        const std::lock_guard lock(mutex_);
        if (poked_) return;
        poked_ = true;
    }
    woken_.notify_all();
}

bool HallWatch::wait() {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, look_step, [this, rests = is_resting()] { return (poked_ && !rests) || stopping_; });
    poked_ = false;
    return !stopping_;
}

void HallWatch::run() {
    while (wait()) look();
}

void HallWatch::look() {
    const std::int64_t now = clock_.boot_ms();
    const KeptHall::Look found = hall_.look();
    if (found == KeptHall::Look::opened) {
        seen_mark_.reset();
        sessions_read_ = false;
    }
    if (hall_) {
        const auto mark = hall_->change_mark();
        if (!mark) {
            hall_.drop();
        } else if ((seen_mark_ != *mark && !is_resting()) || now - published_boot_ms_ >= refreshed_ms) {
            seen_mark_ = *mark;
            publish_hall();
        }
    }
    if (hall_ && (!sessions_read_ || now - sessions_boot_ms_ >= sessions_ms)) {
        sessions_boot_ms_ = now;
        mind_sessions();
    }
    if (beat_boot_ms_ == 0 || now - beat_boot_ms_ >= beat_ms) {
        beat_boot_ms_ = now;
        beat();
    }
    if (hourly_ && now - hour_boot_ms_ >= hour_ms) {
        hour_boot_ms_ = now;
        hourly_();
    }
}

void HallWatch::publish_hall() {
    published_boot_ms_ = clock_.boot_ms();
    const auto begin = std::chrono::steady_clock::now();
    const auto view = show_desk(*hall_);
    if (!view) {
        hall_.drop();
        return;
    }
    mark_ = view->mark;
    console_.events->publish("hall", wire::hall_json(*view));
    const auto took = std::chrono::steady_clock::now() - begin;
    rests_until_ = begin + std::clamp<std::chrono::steady_clock::duration>(took * rest_times, rest_min, rest_max);
}

bool HallWatch::is_resting() const { return std::chrono::steady_clock::now() < rests_until_; }

void HallWatch::publish_front() { console_.set_front(front_json(hall_ ? hall_.get() : nullptr, clock_.wall_ms())); }

void HallWatch::beat() {
    publish_front();
    // Pages take it as a sign that what they show is fresh, so it is not given while the records cannot be read.
    if (!hall_) return;
    console_.events->publish("beat", fmt::format(R"({{"now_ms":{},"mark":"{}"}})", clock_.wall_ms(), mark_),
                             web::EventChannel::Keep::nothing);
}

void HallWatch::mind_sessions() {
    read_sessions();
    const std::vector<std::string> idle = console_.sessions.lock_idle();
    for (const std::string& key : idle) {
        if (const auto session = console_.sessions.find(key); session && !session->account.empty()) {
            const ActingAs acting(*hall_, Actor{staff_actor(session->account)});
            // Who is in hand is kept; an empty counter is not held open for nobody.
            if (!release_counters_of(*hall_, session->account, LetGo::idle) || !lock_session(*hall_, key)) hall_.drop();
            if (!hall_) return;
        }
    }
    if (!idle.empty()) seen_mark_.reset();  // change_mark does not tell of one's own commits
    tell_locked(idle);
    const std::int64_t now = clock_.boot_ms();
    if (now - noted_boot_ms_ < noted_ms) return;
    noted_boot_ms_ = now;
    std::vector<SeenSession> seen;
    for (const web::Session& session : console_.sessions.all())
        if (!session.locked && session.idle_ms < noted_ms) seen.push_back({session.key, session.idle_ms});
    if ((!seen.empty() && !note_seen(*hall_, seen)) || !end_old_sessions(*hall_)) hall_.drop();
}

void HallWatch::read_sessions() {
    const std::uint64_t as_of = console_.sessions.generation();
    const auto live = live_sessions(*hall_);
    if (!live) {
        hall_.drop();
        return;
    }
    std::vector<web::Session> recorded;
    recorded.reserve(live->size());
    for (const LiveSession& one : *live)
        recorded.push_back({.key = one.session.key,
                            .account = one.member.account,
                            .name = one.member.name,
                            .role = name_of(one.member.role),
                            .locked = one.session.state == SessionState::locked,
                            .must_change_password = one.member.must_change_password,
                            .idle_ms = one.idle_ms});
    const auto changed = console_.sessions.reconcile(recorded, as_of);
    sessions_read_ = true;
    tell_locked(changed.locked);
    tell_ended(changed.ended);
}

void HallWatch::tell_locked(const std::vector<std::string>& keys) {
    for (const std::string& key : keys) console_.events->close_session(hex(key), "session", locked);
}

void HallWatch::tell_ended(const std::vector<std::string>& keys) {
    for (const std::string& key : keys) console_.events->close_session(hex(key), "session", ended);
}

}  // namespace linli::console
