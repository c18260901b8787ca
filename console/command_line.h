// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "hall/base/default_database.h"

namespace linli::console {

/// Shell-friendly ends of the program.
enum class Exit { done = 0, usage = 2, failed = 3 };

/// What the words after `linli-console` ask for.
struct CommandLine {
    std::filesystem::path database = default_database();
    std::vector<std::string> listen;  ///< addresses for TLS; every one of this machine where none is named
    std::uint16_t port = 8443, local_port = 8088;
    bool local_only = false, fingerprint = false;
    std::vector<std::string> names;  ///< further ones for the certificate
    std::filesystem::path certificates, pages;
};

/// Reads the words. Empty where the program ends at once, after help, the version, or wrong arguments; `exit` says with
/// which code.
std::optional<CommandLine> read_command_line(int count, char** words, Exit& exit);

}  // namespace linli::console
