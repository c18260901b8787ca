// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace linli {

/// How a program of the system ended, and the beginning of what it said meanwhile.
struct CommandEnd {
    int exit_code = -1;  ///< -1 where it did not end by itself or in time; 127 where there is no such program
    std::string words{};
};

/// Which of its two streams is listened to; nobody hears the other.
enum class Listen : std::uint8_t { to_output, to_complaints };

/// Runs a program without a shell, found by its name, and waits for its end: ten seconds at most, then it is killed.
/// `words` begins with the program. Used for what only the system's own programs know or may do.
CommandEnd run_system_command(const std::vector<std::string>& words, Listen listen);

}  // namespace linli
