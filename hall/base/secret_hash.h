// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli {

/// A short secret that people type (a six-digit code), kept so that who reads the database cannot try them all: random
/// salt and argon2id at libsodium's interactive limits. 55 ms and 64 MiB each time: never on the screen's thread, one
/// at a time. Error: io where the machine has no such memory.
Result<std::string> hash_secret(std::string_view secret);
/// Is it the one that was hashed? Compared in a time that does not tell where they differ.
Result<bool> secret_matches(std::string_view secret, std::string_view hash);

}  // namespace linli
