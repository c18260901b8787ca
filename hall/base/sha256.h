// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "hall/base/bytes.h"

namespace linli {

/// SHA-256, for what others have laid down by it (the pin of a certificate's key). Linli's own digests are BLAKE2b.
Digest sha256(std::string_view bytes);

}  // namespace linli
