// SPDX-License-Identifier: Apache-2.0
#include "web/server/dispatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "web/server/target.h"

namespace linli::web {
namespace {

Plan& answered(Plan& plan, Response response) {
    plan.kind = Plan::Kind::answer;
    plan.response = std::move(response);
    return plan;
}

bool changes_something(std::string_view method) { return method != "GET" && method != "HEAD" && method != "OPTIONS"; }

Response not_found() { return problem(404, "not_found", "There is nothing at this path."); }

Response wrong_method(std::vector<std::string> allowed) {
    if (std::ranges::find(allowed, "GET") != allowed.end()) allowed.emplace_back("HEAD");
    std::string listed;
    for (const std::string& method : allowed) listed += (listed.empty() ? "" : ", ") + method;
    return problem(405, "method_not_allowed", "This path does not answer to this method.").with("Allow", listed);
}

bool is_plain_host(std::string_view host) {
    return !host.empty() && host.size() <= 255 && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == ':' || c == '[' || c == ']' || c == '_';
    });
}

/// The proxy appends the address that it saw; what stands before it the caller may have made up.
void believe_proxy(Request& request) {
    const std::string_view all = request.header("x-forwarded-for");
    const std::size_t comma = all.find_last_of(", ");
    const std::string_view last = comma == std::string_view::npos ? all : all.substr(comma + 1);
    request.is_secure = request.header("x-forwarded-proto") == "https";
    if (last.empty() || last.size() > 45 || last.find_first_not_of("0123456789abcdef.:") != std::string_view::npos)
        return;
    request.remote_address = last;
    request.is_loopback = false;
}

tl::unexpected<Error> differs(const std::string& operation, const char* what) {
    return fail(ErrorCode::invalid_content, fmt::format("operation {}: {}", operation, what));
}

}  // namespace

Result<std::unique_ptr<Dispatch>> Dispatch::create(const ServerParts& parts) {
    std::unique_ptr<Dispatch> dispatch(new Dispatch(parts));
    LINLI_TRY(dispatch->bind());
    return dispatch;
}

Status Dispatch::bind() {
    if (!parts_.document) return fail(ErrorCode::invalid_content, "there is no document of the interface");
    for (const ApiDocument::Operation& operation : parts_.document->operations()) {
        bound_[operation.id].operation = &operation;
        if (!operation.access.empty() && !parts_.access) return differs(operation.id, "nobody checks its x-access");
    }
    const auto claim = [&](const std::string& id, ApiDocument::Operation::Answer answer) -> Result<Bound*> {
        const auto found = bound_.find(id);
        if (found == bound_.end()) return differs(id, "it does not stand in the document");
        if (found->second.route || found->second.stream) return differs(id, "it stands twice in the table");
        if (found->second.operation->answer != answer)
            return differs(id, "one of table and document says event stream, the other does not");
        return &found->second;
    };
    for (const Route& route : parts_.routes) {
        LINLI_TRY_ASSIGN(Bound * bound, claim(route.operation, ApiDocument::Operation::Answer::json));
        if (!route.handle == !route.handle_later) return differs(route.operation, "it has no handler, or two");
        if (route.handle_later && route.lane == Lane::network)
            return differs(route.operation, "what is answered later runs in a lane");
        bound->route = &route;
    }
    for (const StreamRoute& stream : parts_.streams) {
        LINLI_TRY_ASSIGN(Bound * bound, claim(stream.operation, ApiDocument::Operation::Answer::events));
        if (!stream.channel || bound->operation->method != "GET")
            return differs(stream.operation, "it is no GET of a channel");
        bound->stream = &stream;
    }
    for (const auto& [id, bound] : bound_)
        if (!bound.route && !bound.stream) return differs(id, "it does not stand in the table");
    for (const PageRoute& page : parts_.pages)
        if (!pages_.emplace(page.path, &page).second) return differs(page.path, "the page stands twice");
    return {};
}

Plan Dispatch::plan(const RequestHead& head, const Peer& peer) const {
    Plan plan;
    Request& request = plan.request;
    request.method = head.method == "HEAD" ? "GET" : head.method;
    plan.answer = head.method == "HEAD" ? Plan::Answer::head_only : Plan::Answer::whole;
    request.path = head.path;
    request.headers = head.headers;
    request.remote_address = peer.address;
    request.is_loopback = peer.is_loopback;
    request.is_secure = peer.way == Peer::Way::tls;
    if (peer.way == Peer::Way::proxied) believe_proxy(request);
    if (!is_plain_host(head.host)) return answered(plan, problem(421, "wrong_host", "The Host header names no host."));
    if (peer.way == Peer::Way::clear_on_tls)
        return answered(plan, Response{308, {}, {}, {{"Location", "https://" + head.host + head.path}}});
    if (peer.way == Peer::Way::clear && !is_loopback_host(head.host))
        return answered(plan,
                        problem(421, "wrong_host", "Clear text is answered by a name of this very machine only."));
    if (changes_something(request.method) && is_cross_site(request, head.host, request.is_secure ? "https" : "http"))
        return answered(plan, problem(403, "cross_site", "A page of another site asked for this."));
    auto query = query_values(head.query);
    if (!query) return answered(plan, problem(400, "wrong_shape", "The query is malformed, or says one thing twice."));
    request.query = std::move(*query);
    plan_path(plan);
    return plan;
}

void Dispatch::plan_path(Plan& plan) const {
    Request& request = plan.request;
    const auto segments = path_segments(request.path);
    if (!segments) {
        answered(plan, problem(400, "wrong_shape", "The path is malformed."));
        return;
    }
    std::string decoded;
    for (const std::string& segment : *segments) decoded += "/" + segment;

    auto match = parts_.document->match(request.method, request.path);
    const bool is_built_in = decoded == "/healthz" || (decoded == "/metrics" && request.is_loopback);
    const auto page = pages_.find(decoded);
    const StaticFiles::Entry* const file = parts_.files ? parts_.files->find(decoded) : nullptr;
    if (match.operation) {
        plan.label = match.operation->id;
        plan.bound = &bound_.at(match.operation->id);
        request.operation = match.operation->id;
        request.parameters = std::move(match.parameters);
        plan_operation(plan);
    } else if (!match.allowed.empty()) {
        answered(plan, wrong_method(match.allowed));
    } else if (!is_built_in && page == pages_.end() && !file) {
        answered(plan, not_found());
    } else if (request.method != "GET") {
        answered(plan, wrong_method({"GET"}));
    } else if (is_built_in) {
        plan.kind = Plan::Kind::built_in;
        plan.label = decoded.substr(1);
    } else if (page != pages_.end()) {
        plan.kind = Plan::Kind::page;
        plan.label = "page";
        plan.page = page->second;
    } else {
        plan.kind = Plan::Kind::file;
        plan.label = "static";
        plan.file = file;
    }
}

void Dispatch::plan_operation(Plan& plan) const {
    if (auto refusal = ask_access(plan))
        answered(plan, std::move(*refusal));
    else if (auto flaw = parts_.document->check_parameters(*plan.bound->operation, plan.request))
        answered(plan, std::move(*flaw));
    else
        plan.kind = plan.bound->stream ? Plan::Kind::stream : Plan::Kind::run;
}

std::optional<Response> Dispatch::read_body(Plan& plan, std::string_view body) const {
    if (!plan.bound) {
        if (body.empty()) return std::nullopt;
        return problem(422, "wrong_shape", "No body is taken here.");
    }
    return parts_.document->read_body(*plan.bound->operation, body, plan.request);
}

std::optional<Response> Dispatch::ask_access(const Plan& plan) const {
    if (!parts_.access) return std::nullopt;
    try {
        return parts_.access(plan.request, plan.bound->operation->access);
    } catch (...) {
        return problem(500, "internal", "Whether this is allowed could not be found out.");
    }
}

Response Dispatch::run(const std::function<Response(const Request&)>& handle, const Request& request) noexcept {
    try {
        return handle(request);
    } catch (const std::exception& exception) {
        return problem(500, "internal", fmt::format("The handler failed: {}", exception.what()));
    } catch (...) {
        return problem(500, "internal", "The handler failed.");
    }
}

}  // namespace linli::web
