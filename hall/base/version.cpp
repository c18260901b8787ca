// SPDX-License-Identifier: Apache-2.0
#include "hall/base/version.h"

namespace linli {

const char* linli_version() { return LINLI_VERSION; }

}  // namespace linli
