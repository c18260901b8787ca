// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "hall/acts/note_contact.h"

namespace linli::agent {

enum class Method { get, post };

struct HttpRequest {
    Method method = Method::get;
    std::string url;
    std::string pin;  ///< of the server's public key, as curl writes it; empty: the machine's authorities
    std::vector<std::string> headers;  ///< "Name: value"; secrets may be among them
    std::string body;
};

struct HttpAnswer {
    long status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retry_after;
};

/// Why there is no answer. SyncTrouble::none: the agent is being ended, and nothing is wrong.
struct NoAnswer {
    SyncTrouble why = SyncTrouble::none;
    std::string detail;
};

/// How the agent speaks over the network, one request after another. Whatever has a status line and a whole body within
/// bounds is an answer; what it is worth is judged by who asked.
class Transport {
public:
    virtual ~Transport() = default;
    virtual tl::expected<HttpAnswer, NoAnswer> send(const HttpRequest& request) = 0;
    /// Sleeps so long, or shorter where the agent is being ended.
    virtual void rest(std::chrono::milliseconds time) = 0;
    /// Has the agent been told to end?
    virtual bool stopped() const = 0;
};

}  // namespace linli::agent
