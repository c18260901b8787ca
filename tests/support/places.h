// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace linli::support {

/// The checkout's root.
std::filesystem::path source_folder();
/// Where tests save the pictures of pages.
std::filesystem::path pictures_folder();
/// The built programs.
std::string linli_program();
std::string kiosk_program();
std::string console_program();
std::string sync_program_path();
std::string district_program();
/// The staff's pages as they are built; not there where nobody built them.
std::filesystem::path built_pages_folder();

}  // namespace linli::support
