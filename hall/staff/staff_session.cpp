// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/staff_session.h"

#include "hall/base/bytes.h"

namespace linli {
namespace {

constexpr std::size_t token_bytes = 32;

}  // namespace

std::string new_session_token() { return hex(random_bytes(token_bytes)); }

std::string session_key(std::string_view token) { return std::string(as_text(blake2b(token))); }

std::string csrf_token(std::string_view token) { return hex(as_text(blake2b("linli csrf ", token))); }

}  // namespace linli
