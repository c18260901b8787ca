// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/stream_crowd.h"

#include <curl/curl.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

struct Reader {
    CURL* curl = nullptr;
    std::string unread;
    double told = 0;  ///< when it told what is listened for; 0 for not yet
};

}  // namespace

struct StreamCrowd::Parts {
    std::mutex mutex;
    std::condition_variable came;
    std::string words;
    std::vector<Reader> readers;
    std::size_t told = 0;
    CURLM* multi = curl_multi_init();
    std::atomic<bool> stopping = false;
    std::thread thread;

    void take(Reader& reader, std::string_view bytes) {
        const std::lock_guard lock(mutex);
        reader.unread += bytes;
        for (std::size_t end = reader.unread.find("\n\n"); end != std::string::npos; end = reader.unread.find("\n\n")) {
            const bool fits = std::string_view(reader.unread).substr(0, end).find(words) != std::string::npos;
            reader.unread.erase(0, end + 2);
            if (!fits || reader.told > 0) continue;
            reader.told = now_seconds();
            ++told;
        }
        if (told == readers.size()) came.notify_all();
    }

    struct Place {
        Parts* parts;
        std::size_t at;
    };
    std::vector<Place> places;
    static std::size_t on_bytes(char* bytes, std::size_t size, std::size_t count, void* given) {
        const auto* place = static_cast<const Place*>(given);
        place->parts->take(place->parts->readers[place->at], {bytes, size * count});
        return size * count;
    }

    void read() {
        int running = 0;
        while (!stopping) {
            curl_multi_perform(multi, &running);
            curl_multi_poll(multi, nullptr, 0, 100, nullptr);
        }
    }
};

StreamCrowd::StreamCrowd(const std::string& base, const std::string& authority, const std::vector<std::string>& cookies,
                         std::size_t streams)
    : parts_(std::make_unique<Parts>()) {
    parts_->words = "event: hall";
    parts_->readers.resize(streams);
    for (std::size_t i = 0; i < streams; ++i) parts_->places.push_back({parts_.get(), i});
    for (std::size_t i = 0; i < streams; ++i) {
        CURL* curl = curl_easy_init();
        parts_->readers[i].curl = curl;
        curl_easy_setopt(curl, CURLOPT_URL, (base + "/api/events").c_str());
        curl_easy_setopt(curl, CURLOPT_COOKIELIST, cookies[i % cookies.size()].c_str());
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        if (!authority.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, authority.c_str());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, Parts::on_bytes);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &parts_->places[i]);
        curl_multi_add_handle(parts_->multi, curl);
    }
    parts_->thread = std::thread([this] { parts_->read(); });
}

StreamCrowd::~StreamCrowd() {
    parts_->stopping = true;
    curl_multi_wakeup(parts_->multi);
    parts_->thread.join();
    for (const Reader& reader : parts_->readers) {
        curl_multi_remove_handle(parts_->multi, reader.curl);
        curl_easy_cleanup(reader.curl);
    }
    curl_multi_cleanup(parts_->multi);
}

bool StreamCrowd::joined() {
    std::unique_lock lock(parts_->mutex);
    return parts_->came.wait_for(lock, std::chrono::seconds(20),
                                 [this] { return parts_->told == parts_->readers.size(); });
}

void StreamCrowd::expect(const std::string& words) {
    const std::lock_guard lock(parts_->mutex);
    parts_->words = words;
    parts_->told = 0;
    for (Reader& reader : parts_->readers) reader.told = 0;
}

std::vector<double> StreamCrowd::told() {
    std::unique_lock lock(parts_->mutex);
    parts_->came.wait_for(lock, std::chrono::seconds(5), [this] { return parts_->told == parts_->readers.size(); });
    std::vector<double> moments;
    for (const Reader& reader : parts_->readers)
        if (reader.told > 0) moments.push_back(reader.told);
    return moments;
}

}  // namespace linli::bench
