// SPDX-License-Identifier: Apache-2.0
#include "hall/base/signing.h"

#include <sodium.h>

#include "hall/base/bytes.h"

namespace linli {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

SigningKey make_signing_key() {
    SigningKey key{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_keypair(bytes_of(key.public_key), bytes_of(key.secret));
    return key;
}

std::string sign(std::string_view text, std::string_view secret) {
    std::string signature(crypto_sign_BYTES, '\0');
    if (secret.size() != crypto_sign_SECRETKEYBYTES) return {};
    crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(text), text.size(), bytes_of(secret));
    return signature;
}

bool signature_fits(std::string_view text, std::string_view signature, std::string_view public_key) {
    if (signature.size() != crypto_sign_BYTES || public_key.size() != crypto_sign_PUBLICKEYBYTES) return false;
    return crypto_sign_verify_detached(bytes_of(signature), bytes_of(text), text.size(), bytes_of(public_key)) == 0;
}

std::string fingerprint_of(std::string_view public_key) {
    const std::string digits = hex(as_text(blake2b(public_key))).substr(0, 16);
    return digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8, 4) + "-" + digits.substr(12, 4);
}

}  // namespace linli
