// SPDX-License-Identifier: Apache-2.0
#include "tests/support/bundle.h"

#include <zip.h>

#include <catch2/catch_test_macros.hpp>

namespace linli::support {

void write_bundle(const std::filesystem::path& file, const std::vector<BundleEntry>& entries) {
    constexpr unsigned mode_bits = 16;
    int code = 0;
    zip_t* const archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    REQUIRE(archive != nullptr);
    for (const BundleEntry& entry : entries) {
        zip_source_t* const source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
        const zip_int64_t index = entry.name.ends_with('/')
                                      ? zip_dir_add(archive, entry.name.c_str(), ZIP_FL_ENC_UTF_8)
                                      : zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (entry.name.ends_with('/')) zip_source_free(source);
        REQUIRE(index >= 0);
        if (entry.mode != 0)
            zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                             entry.mode << mode_bits);
    }
    REQUIRE(zip_close(archive) == 0);
}

}  // namespace linli::support
