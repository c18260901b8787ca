// SPDX-License-Identifier: Apache-2.0
#include "hall/base/bytes.h"

#include <sodium.h>

#include <cstdlib>

namespace linli {
namespace {

unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

void start_crypto() {
    // A machine without a random generator cannot keep people's data: there is no use in going on.
    if (sodium_init() < 0) std::abort();
}

Digest blake2b(std::string_view bytes) { return blake2b(bytes, {}); }

Digest blake2b(std::string_view a, std::string_view b) {
    Digest digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    crypto_generichash_update(&state, raw(a), a.size());
    crypto_generichash_update(&state, raw(b), b.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    return digest;
}

Digest keyed_blake2b(std::string_view key, std::string_view bytes) {
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), raw(bytes), bytes.size(), raw(key), key.size());
    return digest;
}

std::string_view as_text(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

std::string hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::string> bytes_of_hex(std::string_view digits) {
    if (digits.size() % 2 != 0 || digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return {};
    std::string bytes(digits.size() / 2, '\0');
    std::size_t count = 0;
    if (sodium_hex2bin(raw(bytes), bytes.size(), digits.data(), digits.size(), nullptr, &count, nullptr) != 0)
        return {};
    return bytes;
}

std::string base64url(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> bytes_of_base64url(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t count = 0;
    if (sodium_base642bin(raw(bytes), bytes.size(), text.data(), text.size(), nullptr, &count, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return {};
    bytes.resize(count);
    return bytes;
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::uint32_t random_below(std::uint32_t limit) { return randombytes_uniform(limit); }

bool equal_secretly(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace linli
