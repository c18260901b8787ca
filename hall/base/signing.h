// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace linli {

/// A box's own key (Ed25519, RFC 8032): 32 bytes of public key, and the 64 bytes that libsodium keeps as the secret.
struct SigningKey {
    std::string public_key;
    std::string secret;
};

SigningKey make_signing_key();
/// 64 bytes.
std::string sign(std::string_view text, std::string_view secret);
/// False also for keys and signatures of a wrong length.
bool signature_fits(std::string_view text, std::string_view signature, std::string_view public_key);
/// What an administrator compares: "3f2a-91c0-77de-0b1c".
std::string fingerprint_of(std::string_view public_key);

}  // namespace linli
