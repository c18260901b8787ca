// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace linli::web::testing {

/// An answer as it came over the wire.
struct Answer {
    int status = 0;                                           ///< 0 where none came
    std::map<std::string, std::string, std::less<>> headers;  ///< by lower-case name
    std::string body;

    std::string header(std::string_view name) const;
    /// The problem's name in the body, "wrong_shape"; "" where it is none.
    std::string problem() const;
    std::string field() const;
};

/// A blocking TCP connection that sends exactly the bytes it is told, and waits at most five seconds for others.
class RawClient {
public:
    explicit RawClient(std::uint16_t port, const std::string& address = "127.0.0.1");
    /// Over TLS, trusting this authority alone; `server_name` must stand in the certificate.
    RawClient(std::uint16_t port, const std::string& authority_pem, const std::string& server_name);
    ~RawClient();
    RawClient(RawClient&&) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    bool is_open() const;
    /// Why TLS was not begun; empty where it was.
    std::string tls_fault() const;
    std::string protocol() const;  ///< that ALPN agreed on
    /// False where the other end has closed.
    bool send(std::string_view bytes);
    /// One answer with its body; nothing more is read. Status 0 where the connection ended before.
    Answer receive(std::string_view method = "GET");
    Answer ask(std::string_view bytes, std::string_view method = "GET");
    /// What comes until the other end closes or nothing comes for so long.
    std::string receive_all(std::chrono::milliseconds patience = std::chrono::seconds(5));
    /// Reads until what came holds this; false where it does not come.
    bool receive_until(std::string_view text, std::chrono::milliseconds patience = std::chrono::seconds(5));
    const std::string& received() const;
    /// True where the other end closes within so long, whatever else it sends.
    bool is_closed_within(std::chrono::milliseconds patience);
    /// Its end of the line, as small as the system lets it be; before anything is read.
    void read_slowly();

private:
    struct Parts;
    bool fill(std::chrono::milliseconds patience);
    std::unique_ptr<Parts> parts_;
};

/// "GET /path HTTP/1.1", Host: localhost and these further header lines ("A: b\r\n").
std::string get(std::string_view path, std::string_view headers = {});
/// A request with a JSON body.
std::string with_body(std::string_view method, std::string_view path, std::string_view body,
                      std::string_view headers = {});

}  // namespace linli::web::testing
