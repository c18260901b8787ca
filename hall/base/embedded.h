// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace linli {

/// A file that the programs carry in themselves, by its path in the source tree ("assets/text/en.json").
struct EmbeddedFile {
    std::string_view path;
    std::string_view bytes;
};

/// All of them, in the order of their paths.
std::span<const EmbeddedFile> embedded_files();

/// The bytes of one; empty where there is none of that path.
std::string_view embedded_file(std::string_view path);

}  // namespace linli
