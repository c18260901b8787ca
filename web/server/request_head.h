// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/server/response.h"

namespace linli::web {

/// A request's line and headers, parsed and found to be in order.
struct RequestHead {
    std::string method;
    std::string path;
    std::string query;
    std::string host;  ///< authority, as sent; of an absolute target that of the target
    std::map<std::string, std::string, std::less<>> headers;
    enum class Connection { keep, close } connection = Connection::close;
    enum class Body { none, counted, chunked } body = Body::none;
    std::uint64_t body_bytes = 0;  ///< of a counted one
    bool expects_continue = false;
};

/// Where the head ends in what has come so far, behind its empty line.
struct HeadEnd {
    enum class State { more, whole, malformed } state = State::more;
    std::size_t size = 0;
};
HeadEnd find_head_end(std::string_view bytes);

/// Reads one request out of bytes by Beast's parser, and refuses what two readers could take for two different things
/// (RFC 9112, 11.2): folded lines, several lengths, a length beside chunks, another transfer coding.
class RequestParser {
public:
    explicit RequestParser(std::uint64_t body_bytes_max);
    ~RequestParser();
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    /// A whole head. The answer is a refusal: 400, 413, 501, 505. Afterwards the connection must be closed.
    std::optional<Response> read_head(std::string_view bytes);
    const RequestHead& head() const { return head_; }
    /// Less than the constructor's, once the head says which operation is meant; before the body is read.
    void limit_body(std::uint64_t body_bytes_max);

    /// Takes what it can of the body; gives how many bytes it took. A refusal is 400 or 413.
    struct Taken {
        std::size_t bytes = 0;
        std::optional<Response> refusal;
    };
    Taken read_body(std::string_view bytes);
    bool is_done() const;
    std::string take_body();

private:
    struct Parts;
    std::optional<Response> understand();
    std::optional<Response> understand_body();

    std::unique_ptr<Parts> parts_;
    RequestHead head_;
};

}  // namespace linli::web
