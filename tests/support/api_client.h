// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace linli::support {

using Json = nlohmann::json;

/// What the server answered.
struct Reply {
    long status = 0;
    std::string body;
    std::string headers;  ///< as sent
    Json json() const { return Json::parse(body); }
    /// "refused" or "problem" of the body; empty where there is none.
    std::string why() const;
};

/// A browser as the server sees it, by libcurl: it keeps its cookie, and sends the session's CSRF token with what it
/// changes. One a thread.
class ApiClient {
public:
    /// `base` is "http://127.0.0.1:8088", without a slash at its end. `authority_file` is trusted for TLS.
    explicit ApiClient(std::string base, std::string authority_file = {});
    ~ApiClient();
    ApiClient(const ApiClient&) = delete;
    ApiClient& operator=(const ApiClient&) = delete;

    Reply get(const std::string& path) { return send("GET", path, nullptr); }
    Reply post(const std::string& path, const Json& body) { return send("POST", path, &body); }
    Reply post(const std::string& path) { return send("POST", path, nullptr); }
    Reply put(const std::string& path, const Json& body) { return send("PUT", path, &body); }
    Reply erase(const std::string& path) { return send("DELETE", path, nullptr); }
    /// With bytes that are perhaps no JSON, and further header lines ("Origin: https://x").
    Reply raw(const std::string& method, const std::string& path, const std::string& body,
              const std::vector<std::string>& headers);

    /// Signs in, and keeps the token; the status is checked by who calls.
    Reply sign_in(const std::string& account, const std::string& password, const std::vector<int>& counters = {});
    std::string csrf;
    /// The cookie's line as libcurl keeps it, to be replayed by another.
    std::string cookie() const;
    void set_cookie(const std::string& line);

private:
    Reply send(const std::string& method, const std::string& path, const Json* body);
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::support
