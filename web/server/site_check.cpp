// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "web/server/dispatch.h"

namespace linli::web {
namespace {

std::string lower(std::string_view text) {
    std::string made(text);
    std::ranges::transform(made, made.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return made;
}

std::string_view without_port(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    const std::size_t bracket = host.rfind(']');
    if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) return host;
    return host.substr(0, colon);
}

bool is_ipv4(std::string_view text) {
    int dots = 0;
    int digits = 0;
    for (const char c : text) {
        if (c == '.') {
            if (digits == 0) return false;
            ++dots;
            digits = 0;
        } else if (c < '0' || c > '9' || ++digits > 3) {
            return false;
        }
    }
    return dots == 3 && digits > 0;
}

/// As browsers write it: small letters, without the scheme's own port.
std::string authority(std::string_view host, std::string_view scheme) {
    std::string made = lower(host);
    const std::string_view port = scheme == "https" ? ":443" : ":80";
    if (made.ends_with(port)) made.erase(made.size() - port.size());
    return made;
}

}  // namespace

bool is_loopback_host(std::string_view host) {
    const std::string name = lower(without_port(host));
    return name == "localhost" || name.ends_with(".localhost") || name == "[::1]" ||
           (name.starts_with("127.") && is_ipv4(name));
}

bool is_cross_site(const Request& request, std::string_view host, std::string_view scheme) {
    const std::string_view site = request.header("sec-fetch-site");
    if (site == "cross-site" || site == "same-site") return true;
    const auto origin = request.headers.find("origin");
    if (origin == request.headers.end()) return false;
    const std::string prefix = std::string(scheme) + "://";
    const std::string sent = lower(origin->second);
    return !sent.starts_with(prefix) || authority(sent.substr(prefix.size()), scheme) != authority(host, scheme);
}

}  // namespace linli::web
