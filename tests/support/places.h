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

}  // namespace linli::support
