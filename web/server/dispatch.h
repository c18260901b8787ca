// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/result.h"
#include "web/server/request_head.h"
#include "web/server/server.h"

namespace linli::web {

/// Who is at the other end of a connection, and how it came.
struct Peer {
    std::string address;
    bool is_loopback = false;
    /// `clear_on_tls`: somebody spoke clear HTTP to a TLS port, and is only told the right address.
    /// `proxied`: clear, from a proxy on this machine, which tells of the real caller.
    enum class Way { clear, tls, clear_on_tls, proxied } way = Way::clear;
};

/// An operation of the document and the row of the table that answers it.
struct Bound {
    const ApiDocument::Operation* operation = nullptr;
    const Route* route = nullptr;         ///< one of these two
    const StreamRoute* stream = nullptr;  ///<
};

/// What is to be done with a request, decided by its head alone.
struct Plan {
    enum class Kind {
        answer,    ///< with `response`, whatever the body says
        run,       ///< `bound`'s handler, after the body was read
        stream,    ///< `bound`'s channel
        file,      ///< of the static files
        page,      ///< a page of the program's own
        built_in,  ///< /healthz or /metrics, by `label`
    } kind = Kind::answer;
    std::string label = "none";  ///< for log and metrics
    Response response;
    const Bound* bound = nullptr;
    const StaticFiles::Entry* file = nullptr;
    const PageRoute* page = nullptr;
    Request request;
    enum class Answer { whole, head_only } answer = Answer::whole;  ///< head_only for HEAD
};

/// Decides what becomes of each request: which host it was for, whether another site sent it, where its path leads, who
/// may, and whether it says what the document says. Knows nothing of sockets; used on the network's thread.
class Dispatch {
public:
    /// The parts must outlive it. Error: invalid_content where table and document differ, naming the operation.
    static Result<std::unique_ptr<Dispatch>> create(const ServerParts& parts);

    Plan plan(const RequestHead& head, const Peer& peer) const;
    /// Checks the body of a plan that runs; a refusal, or nothing.
    std::optional<Response> read_body(Plan& plan, std::string_view body) const;
    /// Asks once more who may: an event stream is open for long, and the session may have ended while it was joined.
    std::optional<Response> ask_access(const Plan& plan) const;
    /// Runs a handler; one that throws is answered for.
    static Response run(const std::function<Response(const Request&)>& handle, const Request& request) noexcept;

private:
    explicit Dispatch(const ServerParts& parts) : parts_(parts) {}
    Status bind();
    void plan_path(Plan& plan) const;
    void plan_operation(Plan& plan) const;

    const ServerParts& parts_;
    std::map<std::string, Bound, std::less<>> bound_;  ///< by operationId
    std::map<std::string, const PageRoute*, std::less<>> pages_;
};

/// Does a Host name this very machine: localhost, 127.x.x.x or [::1], with any port?
bool is_loopback_host(std::string_view host);
/// Was the request sent by a page of another site (Sec-Fetch-Site, Origin)? `scheme` is "http" or "https".
bool is_cross_site(const Request& request, std::string_view host, std::string_view scheme);

}  // namespace linli::web
