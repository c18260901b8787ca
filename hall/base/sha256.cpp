// SPDX-License-Identifier: Apache-2.0
#include "hall/base/sha256.h"

#include <sodium.h>

namespace linli {

Digest sha256(std::string_view bytes) {
    Digest digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return digest;
}

}  // namespace linli
