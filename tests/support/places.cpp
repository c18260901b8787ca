// SPDX-License-Identifier: Apache-2.0
#include "tests/support/places.h"

namespace linli::support {

std::filesystem::path source_folder() { return LINLI_SOURCE_DIR; }
std::filesystem::path pictures_folder() { return LINLI_PICTURES_DIR; }
std::string linli_program() { return LINLI_CLI; }
std::string kiosk_program() { return LINLI_KIOSK; }
std::string console_program() { return LINLI_CONSOLE; }
std::string sync_program_path() { return LINLI_SYNC; }
std::string district_program() { return LINLI_DISTRICT; }
std::filesystem::path built_pages_folder() { return LINLI_PAGES_DIR; }

}  // namespace linli::support
