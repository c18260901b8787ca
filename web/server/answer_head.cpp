// SPDX-License-Identifier: Apache-2.0
#include "web/server/answer_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace linli::web {
namespace {

// No inline script or style, nothing from elsewhere, nobody may frame it: what somebody types can never become code.
constexpr std::string_view safety =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 304:
            return "Not Modified";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 421:
            return "Misdirected Request";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Answer";
    }
}

/// IMF-fixdate (RFC 9110, 5.6.7), in English whatever the locale.
std::string date_text() {
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days.at(static_cast<std::size_t>(utc.tm_wday)),
                       utc.tm_mday, months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                       utc.tm_min, utc.tm_sec);
}

/// A handler's header value with a line break in it would be another header, or another answer.
bool is_one_line(const std::string& text) { return text.find_first_of("\r\n", 0, 2) == std::string::npos; }

}  // namespace

std::string head_text(const AnswerHead& head, const std::vector<std::pair<std::string, std::string>>& headers) {
    std::string text;
    text.reserve(1024);
    text += fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", head.status, reason(head.status), date_text());
    if (!head.content_type.empty()) text += "Content-Type: " + head.content_type + "\r\n";
    if (head.length && head.status != 204 && head.status != 304)
        text += fmt::format("Content-Length: {}\r\n", *head.length);
    bool cache_said = false;
    for (const auto& [name, value] : headers) {
        if (!is_one_line(name) || !is_one_line(value)) continue;
        cache_said |= name == "Cache-Control";
        text.append(name).append(": ").append(value).append("\r\n");
    }
    if (!cache_said) text += "Cache-Control: " + head.cache_control + "\r\n";
    if (head.connection == AnswerHead::Connection::close) text += "Connection: close\r\n";
    text += safety;
    text += "\r\n";
    return text;
}

}  // namespace linli::web
