// SPDX-License-Identifier: Apache-2.0
#include "hall/base/secret_hash.h"

#include <sodium.h>

#include "hall/base/bytes.h"

namespace linli {
namespace {

constexpr std::size_t salt_bytes = crypto_pwhash_SALTBYTES, key_bytes = 32;

// crypto_pwhash_str_verify says the same for a wrong secret as for want of memory: so the key is made and compared.
Result<std::string> key_of(std::string_view secret, std::string_view salt) {
    std::string key(key_bytes, '\0');
    const int made =
        crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()), key.size(), secret.data(), secret.size(),
                      reinterpret_cast<const unsigned char*>(salt.data()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    if (made != 0) return fail(ErrorCode::io, "no memory to hash a code");
    return key;
}

}  // namespace

Result<std::string> hash_secret(std::string_view secret) {
    const std::string salt = random_bytes(salt_bytes);
    LINLI_TRY_ASSIGN(const std::string key, key_of(secret, salt));
    return salt + key;
}

Result<bool> secret_matches(std::string_view secret, std::string_view hash) {
    if (hash.size() != salt_bytes + key_bytes) return false;
    LINLI_TRY_ASSIGN(const std::string key, key_of(secret, hash.substr(0, salt_bytes)));
    return equal_secretly(key, hash.substr(salt_bytes));
}

}  // namespace linli
