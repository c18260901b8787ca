// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linli {

/// A BLAKE2b-256 digest (RFC 7693).
using Digest = std::array<std::uint8_t, 32>;

/// Must be called once before the others; programs do it first in main. Safe to call again.
void start_crypto();

Digest blake2b(std::string_view bytes);
/// Of a followed by b.
Digest blake2b(std::string_view a, std::string_view b);
/// Keyed: without the key nobody can tell what was hashed, though few inputs are possible (identity numbers).
Digest keyed_blake2b(std::string_view key, std::string_view bytes);

std::string_view as_text(const Digest& digest);
std::string hex(std::string_view bytes);
/// The bytes again; nothing where it is no even number of lower-case hexadecimal digits.
std::optional<std::string> bytes_of_hex(std::string_view digits);
/// base64url without padding (RFC 4648, 5).
std::string base64url(std::string_view bytes);
std::optional<std::string> bytes_of_base64url(std::string_view text);

/// Random bytes out of the system's generator.
std::string random_bytes(std::size_t count);
/// Uniform, 0 to limit - 1.
std::uint32_t random_below(std::uint32_t limit);
/// Equal, in a time that does not tell where they differ.
bool equal_secretly(std::string_view a, std::string_view b);

}  // namespace linli
