// SPDX-License-Identifier: Apache-2.0
#include "district/key_pin.h"

#include <algorithm>
#include <optional>

#include "hall/base/sha256.h"

namespace linli::district {
namespace {

/// One element of DER: all of it, and what is in it. Empty where the bytes are none.
struct Element {
    std::string_view whole, content;
};

/// Takes the first element off.
std::optional<Element> take(std::string_view& bytes) {
    if (bytes.size() < 2) return std::nullopt;
    std::size_t length = static_cast<unsigned char>(bytes[1]), head = 2;
    if (length >= 0x80) {
        const std::size_t count = length & 0x7FU;
        if (count == 0 || count > 4 || bytes.size() < head + count) return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < count; ++i) length = (length << 8U) | static_cast<unsigned char>(bytes[head + i]);
        head += count;
    }
    if (bytes.size() - head < length) return std::nullopt;
    const Element element{bytes.substr(0, head + length), bytes.substr(head, length)};
    bytes.remove_prefix(head + length);
    return element;
}

/// A certificate is a sequence whose first is a sequence of version, number, algorithm, issuer, validity, subject, key.
std::optional<std::string_view> key_info(std::string_view der) {
    constexpr char version_tag = '\xA0';
    constexpr int before_key = 5;
    const auto certificate = take(der);
    std::string_view rest = certificate ? certificate->content : "";
    const auto signed_part = take(rest);
    rest = signed_part ? signed_part->content : "";
    if (rest.starts_with(version_tag)) take(rest);
    for (int i = 0; i < before_key; ++i)
        if (!take(rest)) return std::nullopt;
    const auto key = take(rest);
    return key ? std::optional(key->whole) : std::nullopt;
}

std::optional<std::string> der_of(std::string_view pem) {
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----", end = "-----END CERTIFICATE-----";
    const std::size_t from = pem.find(begin), to = pem.find(end);
    if (from == std::string_view::npos || to == std::string_view::npos || to < from) return std::nullopt;
    std::string text(pem.substr(from + begin.size(), to - from - begin.size()));
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '='; });
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return bytes_of_base64url(text);
}

}  // namespace

Result<std::string> key_pin(std::string_view pem) {
    const auto der = der_of(pem);
    const auto key = der ? key_info(*der) : std::nullopt;
    if (!key) return fail(ErrorCode::corrupt, "this is no certificate in PEM");
    std::string digest = base64url(as_text(sha256(*key)));
    std::ranges::replace(digest, '-', '+');
    std::ranges::replace(digest, '_', '/');
    return "sha256//" + digest + "=";  // 32 bytes are 43 characters and one to fill up
}

}  // namespace linli::district
