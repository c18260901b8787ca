// SPDX-License-Identifier: Apache-2.0
#include "hall/base/default_database.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

namespace linli {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

std::filesystem::path default_database() {
    if (const std::string named = environment("LINLI_DATABASE"); !named.empty()) return named;
    if (geteuid() == 0) return "/var/lib/linli/hall.db";
    const std::string state = environment("XDG_STATE_HOME");
    const std::filesystem::path folder = state.empty() ? environment("HOME") + "/.local/state" : state;
    return folder / "linli" / "hall.db";
}

}  // namespace linli
