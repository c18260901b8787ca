// SPDX-License-Identifier: Apache-2.0
#include "hall/base/embedded.h"

namespace linli {

std::string_view embedded_file(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files())
        if (file.path == path) return file.bytes;
    return {};
}

}  // namespace linli
