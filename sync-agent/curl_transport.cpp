// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/curl_transport.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <mutex>

#include "hall/base/version.h"

namespace linli::agent {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t head_bytes_max = 32UL * 1024;
constexpr long slow_bytes_per_second = 30;
constexpr long buffer_bytes = 16L * 1024;
constexpr Milliseconds look_every{1'000};

/// What has come of an answer so far.
struct Incoming {
    HttpAnswer answer;
    std::size_t head_bytes = 0;
    bool too_large = false;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& incoming = *static_cast<Incoming*>(into);
    incoming.too_large = incoming.answer.body.size() + count > sync::answer_bytes_max;
    if (incoming.too_large) return 0;
    incoming.answer.body.append(bytes, count);
    return count;
}

/// The number of seconds. A date would have to be held against the wall clock, which may be wrong.
std::optional<std::chrono::seconds> retry_after(std::string_view line) {
    constexpr std::string_view name = "retry-after:";
    if (line.size() < name.size()) return {};
    const bool is_it = std::equal(name.begin(), name.end(), line.begin(), [](char wanted, char there) {
        return wanted == (there >= 'A' && there <= 'Z' ? static_cast<char>(there - 'A' + 'a') : there);
    });
    if (!is_it) return {};
    line.remove_prefix(name.size());
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    std::int64_t seconds = 0;
    const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), seconds);
    if (fault != std::errc{} || seconds < 0) return {};
    return std::chrono::seconds(seconds);
}

std::size_t take_head(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& incoming = *static_cast<Incoming*>(into);
    incoming.head_bytes += count;
    incoming.too_large = incoming.head_bytes > head_bytes_max;
    if (incoming.too_large) return 0;
    if (const auto after = retry_after({bytes, count})) incoming.answer.retry_after = after;
    return count;
}

SyncTrouble trouble_of(CURLcode code, CURL* easy) {
    curl_off_t connected_us = 0;
    curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connected_us);
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return SyncTrouble::name_unknown;
        case CURLE_COULDNT_CONNECT:
            return SyncTrouble::unreachable;
        case CURLE_OPERATION_TIMEDOUT:
            return connected_us > 0 ? SyncTrouble::cut_off : SyncTrouble::unreachable;
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_INVALIDCERTSTATUS:
            return SyncTrouble::not_trusted;
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_PARTIAL_FILE:
            return SyncTrouble::cut_off;
        default:
            return SyncTrouble::no_answer;
    }
}

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

HeaderList list_of(const std::vector<std::string>& headers) {
    HeaderList list;
    // Without these curl adds a pause before larger bodies and a type of its own.
    for (const char* none : {"Expect:", "Content-Type:"}) list.reset(curl_slist_append(list.release(), none));
    for (const std::string& header : headers) list.reset(curl_slist_append(list.release(), header.c_str()));
    return list;
}

void start_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

struct CurlTransport::Parts {
    Limits limits;
    std::function<void()> while_waiting;
    CURL* easy = nullptr;
    CURLM* multi = nullptr;
    std::atomic<bool> stop{false};
    std::string agent = fmt::format("linli-sync/{}", linli_version());
    std::array<char, CURL_ERROR_SIZE> complaint{};

    void set_up() const;
    void ask(const HttpRequest& request, const HeaderList& headers, Incoming& incoming);
    std::optional<CURLcode> transfer();
    tl::unexpected<NoAnswer> no_answer(CURLcode code, const Incoming& incoming) const;
};

CurlTransport::CurlTransport(Limits limits, std::function<void()> while_waiting) : parts_(std::make_unique<Parts>()) {
    start_curl();
    parts_->limits = std::move(limits);
    parts_->while_waiting = std::move(while_waiting);
    parts_->easy = curl_easy_init();
    parts_->multi = curl_multi_init();
    curl_multi_setopt(parts_->multi, CURLMOPT_MAXCONNECTS, 1L);
    parts_->set_up();
}

CurlTransport::~CurlTransport() {
    curl_easy_cleanup(parts_->easy);
    curl_multi_cleanup(parts_->multi);
}

bool CurlTransport::stopped() const { return parts_->stop; }

void CurlTransport::stop() {
    parts_->stop = true;
    curl_multi_wakeup(parts_->multi);
}

void CurlTransport::Parts::set_up() const {
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // A name server that says nothing does not hold up the end.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, agent.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slow_bytes_per_second);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.standstill.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(Milliseconds(limits.whole).count()));
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, buffer_bytes);
    curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, buffer_bytes);
    curl_easy_setopt(easy, CURLOPT_MAX_SEND_SPEED_LARGE, curl_off_t{limits.bytes_per_second});
    curl_easy_setopt(easy, CURLOPT_MAX_RECV_SPEED_LARGE, curl_off_t{limits.bytes_per_second});
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_head);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, complaint.data());
}

void CurlTransport::Parts::ask(const HttpRequest& request, const HeaderList& headers, Incoming& incoming) {
    // The address was held against is_district_address(): without TLS it is this very machine.
    const bool clear = request.url.starts_with("http://");
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, clear ? "http" : "https");
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    // What the environment says of proxies is not for this machine itself. Empty: none; null: as it says.
    const char* const of_environment = clear ? "" : nullptr;
    curl_easy_setopt(easy, CURLOPT_PROXY, limits.proxy.empty() ? of_environment : limits.proxy.c_str());
    // A pinned key is trusted by itself: a district signs its own certificate.
    const long by_authority = request.pin.empty() ? 1 : 0;
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, by_authority);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, by_authority * 2);
    curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, request.pin.empty() ? nullptr : request.pin.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    if (request.method == Method::get) {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    } else {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    }
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &incoming);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &incoming);
    complaint.front() = '\0';
}

/// Nothing where the agent is being ended.
std::optional<CURLcode> CurlTransport::Parts::transfer() {
    while (!stop) {
        int running = 0;
        if (const CURLMcode code = curl_multi_perform(multi, &running); code != CURLM_OK) return CURLE_FAILED_INIT;
        int left = 0;
        while (const CURLMsg* const message = curl_multi_info_read(multi, &left))
            if (message->msg == CURLMSG_DONE) return message->data.result;
        if (while_waiting) while_waiting();
        curl_multi_poll(multi, nullptr, 0, static_cast<int>(look_every.count()), nullptr);
    }
    return {};
}

tl::unexpected<NoAnswer> CurlTransport::Parts::no_answer(CURLcode code, const Incoming& incoming) const {
    if (incoming.too_large)
        return tl::unexpected(NoAnswer{SyncTrouble::no_answer, "the answer is larger than any of the district's"});
    const char* const words = complaint.front() != '\0' ? complaint.data() : curl_easy_strerror(code);
    return tl::unexpected(NoAnswer{trouble_of(code, easy), words});
}

tl::expected<HttpAnswer, NoAnswer> CurlTransport::send(const HttpRequest& request) {
    Incoming incoming;
    const HeaderList headers = list_of(request.headers);
    parts_->ask(request, headers, incoming);
    if (curl_multi_add_handle(parts_->multi, parts_->easy) != CURLM_OK)
        return parts_->no_answer(CURLE_FAILED_INIT, incoming);
    const std::optional<CURLcode> code = parts_->transfer();
    curl_multi_remove_handle(parts_->multi, parts_->easy);
    // Nothing of this request stays behind in the handle: headers and body go with this function.
    curl_easy_setopt(parts_->easy, CURLOPT_HTTPHEADER, nullptr);
    curl_easy_setopt(parts_->easy, CURLOPT_POSTFIELDS, nullptr);
    if (!code) return tl::unexpected(NoAnswer{});
    if (*code != CURLE_OK) return parts_->no_answer(*code, incoming);
    curl_easy_getinfo(parts_->easy, CURLINFO_RESPONSE_CODE, &incoming.answer.status);
    return std::move(incoming.answer);
}

void CurlTransport::rest(std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (!parts_->stop) {
        if (parts_->while_waiting) parts_->while_waiting();
        const auto left = std::chrono::ceil<Milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0) return;
        curl_multi_poll(parts_->multi, nullptr, 0, static_cast<int>(std::min(left, look_every).count()), nullptr);
    }
}

}  // namespace linli::agent
