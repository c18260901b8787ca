// SPDX-License-Identifier: Apache-2.0
#include "web/server/request_head.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <charconv>

namespace linli::web {
namespace {

namespace http = boost::beast::http;

Response malformed(std::string_view sentence) { return problem(400, "wrong_shape", sentence); }

std::string lower(std::string_view text) {
    std::string made(text);
    std::ranges::transform(made, made.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return made;
}

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

bool is_known_method(std::string_view method) {
    constexpr std::string_view known[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return std::ranges::find(known, method) != std::end(known);
}

/// A request line's third word, looked at before the parser, which takes HTTP/1 alone and does not say what else it
/// saw.
bool says_other_version(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\r'));
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) return false;
    const std::string_view version = line.substr(space + 1);
    return version.starts_with("HTTP/") && version != "HTTP/1.1" && version != "HTTP/1.0";
}

bool has_folded_line(std::string_view head) {
    return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

}  // namespace

HeadEnd find_head_end(std::string_view bytes) {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r') return {HeadEnd::State::malformed, 0};
        if (at >= 3 && bytes[at - 2] == '\n') return {HeadEnd::State::whole, at + 1};
    }
    const bool control = std::ranges::any_of(bytes.substr(0, bytes.find('\r')),
                                             [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return {control ? HeadEnd::State::malformed : HeadEnd::State::more, 0};
}

struct RequestParser::Parts {
    http::request_parser<http::string_body> parser;
};

RequestParser::RequestParser(std::uint64_t body_bytes_max) : parts_(std::make_unique<Parts>()) {
    parts_->parser.header_limit(0xFFFF'FFFF);  // whoever calls has bounded it
    parts_->parser.body_limit(body_bytes_max);
    parts_->parser.eager(true);
}

RequestParser::~RequestParser() = default;

void RequestParser::limit_body(std::uint64_t body_bytes_max) { parts_->parser.body_limit(body_bytes_max); }

std::optional<Response> RequestParser::read_head(std::string_view bytes) {
    if (has_folded_line(bytes)) return malformed("A header is folded over several lines.");
    if (says_other_version(bytes)) return problem(505, "wrong_shape", "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
    boost::beast::error_code code;
    parts_->parser.eager(false);
    const std::size_t taken = parts_->parser.put(boost::asio::buffer(bytes.data(), bytes.size()), code);
    parts_->parser.eager(true);
    if (code == http::error::body_limit) return problem(413, "too_large", "The body is too large.");
    if (code && code != http::error::need_more) return malformed("The head of the request is malformed.");
    if (!parts_->parser.is_header_done() || taken != bytes.size()) return malformed("The head is not whole.");
    return understand();
}

std::optional<Response> RequestParser::understand() {
    const auto& message = parts_->parser.get();
    head_.method = view(message.method_string());
    std::size_t hosts = 0;
    for (const auto& field : message) {
        const std::string name = lower(view(field.name_string()));
        if (name == "host") ++hosts;
        // Two lengths are refused even where they agree: who stands in between may have read the other one.
        if ((name == "content-length" || name == "transfer-encoding") && head_.headers.contains(name))
            return malformed("A header that bounds the body stands twice.");
        std::string& value = head_.headers[name];
        value += (value.empty() ? "" : name == "cookie" ? "; " : ", ") + std::string(view(field.value()));
    }
    if (hosts > 1 || (hosts == 0 && message.version() == 11)) return malformed("There must be one Host header.");
    head_.host = head_.headers["host"];
    std::string_view target = view(message.target());
    if (!is_known_method(head_.method)) return problem(501, "method_not_allowed", "No such method is known.");
    if (lower(target.substr(0, 8)).starts_with("http://") || lower(target.substr(0, 8)) == "https://") {
        target.remove_prefix(target.find("//") + 2);
        const std::size_t slash = std::min(target.find_first_of("/?"), target.size());
        head_.host = target.substr(0, slash);
        target.remove_prefix(slash);
        if (target.empty() || target.front() == '?') return malformed("The target has no path.");
    }
    if (std::ranges::any_of(target,
                            [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '#'; }))
        return malformed("The target is malformed.");
    const std::size_t question = std::min(target.find('?'), target.size());
    head_.path = target.substr(0, question);
    head_.query = target.substr(std::min(question + 1, target.size()));
    head_.connection = parts_->parser.keep_alive() ? RequestHead::Connection::keep : RequestHead::Connection::close;
    head_.expects_continue = lower(head_.headers["expect"]) == "100-continue" && message.version() == 11;
    return understand_body();
}

std::optional<Response> RequestParser::understand_body() {
    const auto length = head_.headers.find("content-length");
    const auto coding = head_.headers.find("transfer-encoding");
    if (coding != head_.headers.end()) {
        if (length != head_.headers.end()) return malformed("Length and transfer coding exclude one another.");
        if (parts_->parser.get().version() != 11) return malformed("HTTP/1.0 knows no transfer coding.");
        if (lower(coding->second) != "chunked")
            return problem(501, "wrong_shape", "Of transfer codings only chunked is known.");
        head_.body = RequestHead::Body::chunked;
    } else if (length != head_.headers.end()) {
        const char* const end = length->second.data() + length->second.size();
        const auto read = std::from_chars(length->second.data(), end, head_.body_bytes);
        if (length->second.empty() || read.ec != std::errc{} || read.ptr != end)
            return malformed("The body's length is no number.");
        head_.body = head_.body_bytes == 0 ? RequestHead::Body::none : RequestHead::Body::counted;
    }
    return std::nullopt;
}

RequestParser::Taken RequestParser::read_body(std::string_view bytes) {
    Taken taken;
    while (taken.bytes < bytes.size() && !parts_->parser.is_done()) {
        boost::beast::error_code code;
        const auto rest = boost::asio::buffer(bytes.data() + taken.bytes, bytes.size() - taken.bytes);
        const std::size_t count = parts_->parser.put(rest, code);
        taken.bytes += count;
        if (code == http::error::body_limit) {
            taken.refusal = problem(413, "too_large", "The body is too large.");
            return taken;
        }
        if (code && code != http::error::need_more) {
            taken.refusal = malformed("The body is malformed.");
            return taken;
        }
        if (count == 0) return taken;
    }
    return taken;
}

bool RequestParser::is_done() const { return head_.body == RequestHead::Body::none || parts_->parser.is_done(); }

std::string RequestParser::take_body() { return std::move(parts_->parser.get().body()); }

}  // namespace linli::web
