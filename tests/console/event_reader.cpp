// SPDX-License-Identifier: Apache-2.0
#include "tests/console/event_reader.h"

#include <curl/curl.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace linli::support {
namespace {
constexpr auto patience = std::chrono::seconds(5);
}

struct EventReader::Parts {
    std::mutex mutex;
    std::condition_variable came;
    std::string unread;
    std::deque<std::pair<std::string, std::string>> events;
    bool ended = false, stopping = false;
    std::thread thread;

    void take(std::string_view bytes) {
        const std::lock_guard lock(mutex);
        unread += bytes;
        for (std::size_t end = unread.find("\n\n"); end != std::string::npos; end = unread.find("\n\n")) {
            std::string name, data, line;
            std::istringstream lines(unread.substr(0, end));
            while (std::getline(lines, line)) {
                if (line.rfind("event: ", 0) == 0) name = line.substr(7);
                if (line.rfind("data: ", 0) == 0) data += line.substr(6);
            }
            if (!name.empty()) events.emplace_back(name, data);
            unread.erase(0, end + 2);
        }
        came.notify_all();
    }

    static std::size_t on_bytes(char* bytes, std::size_t size, std::size_t count, void* parts) {
        static_cast<Parts*>(parts)->take({bytes, size * count});
        return size * count;
    }
    static int on_progress(void* parts, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        const std::lock_guard lock(static_cast<Parts*>(parts)->mutex);
        return static_cast<Parts*>(parts)->stopping ? 1 : 0;
    }

    void read(const std::string& url, const std::string& cookie) {
        CURL* curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_COOKIELIST, cookie.c_str());
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_bytes);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
        curl_easy_perform(curl);
        curl_easy_cleanup(curl);
        const std::lock_guard lock(mutex);
        ended = true;
        came.notify_all();
    }
};

EventReader::EventReader(const std::string& base, const std::string& cookie) : parts_(std::make_unique<Parts>()) {
    parts_->thread = std::thread([this, url = base + "/api/events", cookie] { parts_->read(url, cookie); });
}

EventReader::~EventReader() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->stopping = true;
    }
    parts_->thread.join();
}

Json EventReader::next(const std::string& event) {
    return until(event, [](const Json&) { return true; });
}

Json EventReader::until(const std::string& event, const std::function<bool(const Json&)>& fits) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(parts_->mutex);
    for (;;) {
        while (!parts_->events.empty()) {
            const auto [name, data] = parts_->events.front();
            parts_->events.pop_front();
            if (name != event) continue;
            Json json = Json::parse(data);
            if (fits(json)) return json;
        }
        INFO("no event " << event << (parts_->ended ? ", and the stream has ended" : ""));
        REQUIRE_FALSE(parts_->ended);
        REQUIRE(parts_->came.wait_until(lock, deadline) == std::cv_status::no_timeout);
    }
}

bool EventReader::ended() {
    std::unique_lock lock(parts_->mutex);
    return parts_->came.wait_for(lock, patience, [this] { return parts_->ended; });
}

}  // namespace linli::support
