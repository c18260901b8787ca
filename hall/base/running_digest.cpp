// SPDX-License-Identifier: Apache-2.0
#include "hall/base/running_digest.h"

#include <sodium.h>

namespace linli {

struct RunningDigest::State {
    crypto_generichash_state hash;
};

RunningDigest::RunningDigest() : state_(std::make_unique<State>()) {
    crypto_generichash_init(&state_->hash, nullptr, 0, Digest{}.size());
}

RunningDigest::~RunningDigest() = default;

void RunningDigest::add(std::string_view bytes) {
    crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

Digest RunningDigest::end() {
    Digest digest{};
    crypto_generichash_final(&state_->hash, digest.data(), digest.size());
    return digest;
}

}  // namespace linli
