// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli::district {

/// The pin of the first certificate of a PEM text, as curl writes it: "sha256//" and base64 of the SHA-256 of its
/// SubjectPublicKeyInfo (RFC 5280, 4.1; RFC 7469, 2.4). Error: corrupt where it is no certificate.
Result<std::string> key_pin(std::string_view pem);

}  // namespace linli::district
