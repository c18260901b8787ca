// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace linli::support {

/// One entry of a .zip as a test wants it, whatever its name is. `mode` is that of a Unix file, 0 for none.
struct BundleEntry {
    std::string name;
    std::string bytes{};
    std::uint32_t mode = 0;
};

/// Writes a .zip; the test fails where it cannot be.
void write_bundle(const std::filesystem::path& file, const std::vector<BundleEntry>& entries);

}  // namespace linli::support
