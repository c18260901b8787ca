// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace linli::support {

/// An HTTP server for tests, on loopback, that answers by script and misbehaves on purpose: it cuts off, stands still,
/// drips, says things twice. Several connections at once, each kept as HTTP/1.1 does.
class HttpPeer {
public:
    struct Asked {
        std::string method, target, head, body;
        /// A header's value, its name in any case; empty where there is none.
        std::string header(const std::string& name) const;
    };
    struct Reply {
        std::string bytes;                               ///< status line, headers and body, as they go out
        std::optional<std::size_t> cut_after{};          ///< then the connection is reset
        std::optional<std::size_t> stand_still_after{};  ///< then nothing more comes, and it stays open
        std::chrono::milliseconds drip{0};               ///< between two bytes
    };
    using Script = std::function<Reply(const Asked&)>;

    explicit HttpPeer(Script script);
    ~HttpPeer();
    HttpPeer(const HttpPeer&) = delete;
    HttpPeer& operator=(const HttpPeer&) = delete;

    /// "http://127.0.0.1:41234".
    std::string address() const;
    /// The connection is reset as soon as so many bytes of a request have come.
    void cut_requests_after(std::optional<std::size_t> bytes);
    /// Nobody answers at its address any more, and then again.
    void close();
    void open();
    std::vector<Asked> asked();
    std::size_t connections();

private:
    void accept_all();
    void serve(int connection);
    bool read_one(int connection, std::string& buffer, Asked& asked);
    bool write_one(int connection, const Reply& reply);

    Script script_;
    std::mutex mutex_;
    std::vector<Asked> asked_;
    std::optional<std::size_t> cut_requests_after_;
    std::size_t connections_ = 0;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stop_{false};
    std::list<std::thread> served_;
    std::thread thread_;
};

/// An answer with a body and its length. `headers` are lines with their "\r\n".
HttpPeer::Reply http_reply(int status, const std::string& body, const std::string& headers = {});

}  // namespace linli::support
