// SPDX-License-Identifier: Apache-2.0
#include "web/server/target.h"

#include <algorithm>

namespace linli::web {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded.push_back(text[i]);
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[i + 1]);
        const int low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
        decoded.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return decoded;
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
    if (!path.starts_with('/')) return std::nullopt;
    std::vector<std::string> segments;
    path.remove_prefix(1);
    for (;;) {
        const std::size_t end = std::min(path.find('/'), path.size());
        auto segment = percent_decoded(path.substr(0, end));
        if (!segment || *segment == "." || *segment == ".." || segment->find('/') != std::string::npos)
            return std::nullopt;
        segments.push_back(std::move(*segment));
        if (end == path.size()) return segments;
        path.remove_prefix(end + 1);
    }
}

std::optional<std::map<std::string, std::string, std::less<>>> query_values(std::string_view query) {
    std::map<std::string, std::string, std::less<>> values;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        std::string pair(query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        std::ranges::replace(pair, '+', ' ');
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(std::string_view(pair).substr(0, equals));
        auto value = percent_decoded(std::string_view(pair).substr(std::min(equals + 1, pair.size())));
        if (!name || !value || !values.emplace(std::move(*name), std::move(*value)).second) return std::nullopt;
    }
    return values;
}

}  // namespace linli::web
