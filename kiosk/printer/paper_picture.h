// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "hall/base/result.h"
#include "kiosk/printer/bitmap.h"

namespace linli::kiosk {

/// What drawn bytes look like on the paper, read back from the very bytes: their pictures below one another. `--render`
/// and tests look at it. Error: invalid_input for bytes that hold anything but pictures, feeds and the cut, or end
/// within one.
Result<Bitmap> paper_picture(std::string_view bytes);

}  // namespace linli::kiosk
