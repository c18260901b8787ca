// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli {

/// Gives bytes of something large from `at` on: at least one and at most `most` of them, and none at its end. May be
/// asked for the same ones again.
using ReadBytes = std::function<Result<std::string>(std::int64_t at, std::size_t most)>;

/// A file's, which stays open as long as the function lives. Errors: missing, invalid_input (no plain file), io.
Result<ReadBytes> bytes_of_file(const std::filesystem::path& path);

/// Writes so many bytes into a file, which is there with all of them or not at all; one of the same name is replaced.
/// Errors: those of `read`; corrupt where the bytes are not those of the BLAKE2b-256 `digest` (hexadecimal); disk_full,
/// io.
Status write_file_of(const std::filesystem::path& path, const ReadBytes& read, std::int64_t size,
                     std::string_view digest);

}  // namespace linli
