// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_client.h"

#include <curl/curl.h>

namespace linli::support {
namespace {

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

}  // namespace

std::string Reply::why() const {
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_object()) return {};
    for (const char* name : {"refused", "problem"})
        if (json.contains(name)) return json.at(name).get<std::string>();
    return {};
}

struct ApiClient::Parts {
    CURL* curl = curl_easy_init();
    std::string base;
};

ApiClient::ApiClient(std::string base, std::string authority_file) : parts_(std::make_unique<Parts>()) {
    parts_->base = std::move(base);
    curl_easy_setopt(parts_->curl, CURLOPT_COOKIEFILE, "");
    curl_easy_setopt(parts_->curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(parts_->curl, CURLOPT_TIMEOUT_MS, 30'000L);
    curl_easy_setopt(parts_->curl, CURLOPT_PROXY, "");
    if (!authority_file.empty()) curl_easy_setopt(parts_->curl, CURLOPT_CAINFO, authority_file.c_str());
}

ApiClient::~ApiClient() { curl_easy_cleanup(parts_->curl); }

Reply ApiClient::raw(const std::string& method, const std::string& path, const std::string& body,
                     const std::vector<std::string>& headers) {
    CURL* curl = parts_->curl;
    Reply reply;
    curl_slist* lines = nullptr;
    for (const std::string& header : headers) lines = curl_slist_append(lines, header.c_str());
    lines = curl_slist_append(lines, "Expect:");
    curl_easy_setopt(curl, CURLOPT_URL, (parts_->base + path).c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_NOBODY, 0L);
    if (method == "GET" && body.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, nullptr);
    } else {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, body.c_str());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply.headers);
    const CURLcode done = curl_easy_perform(curl);
    if (done == CURLE_OK)
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    else
        reply.body = curl_easy_strerror(done);
    curl_slist_free_all(lines);
    return reply;
}

Reply ApiClient::send(const std::string& method, const std::string& path, const Json* body) {
    std::vector<std::string> headers;
    if (body) headers.emplace_back("Content-Type: application/json");
    if (method != "GET" && !csrf.empty()) headers.push_back("X-Linli-Csrf: " + csrf);
    return raw(method, path, body ? body->dump() : std::string(), headers);
}

Reply ApiClient::sign_in(const std::string& account, const std::string& password, const std::vector<int>& counters) {
    Reply reply = post("/api/session", {{"account", account}, {"password", password}, {"counters", counters}});
    if (reply.status == 200) csrf = reply.json().at("csrf").get<std::string>();
    return reply;
}

std::string ApiClient::cookie() const {
    curl_slist* list = nullptr;
    curl_easy_getinfo(parts_->curl, CURLINFO_COOKIELIST, &list);
    const std::string line = list ? list->data : "";
    curl_slist_free_all(list);
    return line;
}

void ApiClient::set_cookie(const std::string& line) {
    curl_easy_setopt(parts_->curl, CURLOPT_COOKIELIST, line.c_str());
}

}  // namespace linli::support
