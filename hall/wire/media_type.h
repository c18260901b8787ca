// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace linli::wire {

/// What an attachment may be, by the bytes that it begins with: "image/png" (ISO/IEC 15948), "image/jpeg" (ITU-T T.81)
/// or "application/pdf" (ISO 32000); empty for anything else.
std::string_view media_type_of(std::string_view first_bytes);
/// One of these three.
bool is_attachment_type(std::string_view media_type);

}  // namespace linli::wire
