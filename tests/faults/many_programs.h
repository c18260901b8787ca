// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/test_hall.h"

namespace linli::support {

/// A hall that many processes of a test share, on the machine's own clock. Nobody in this process has it open while
/// they run: a database connection does not survive a fork.
struct SharedHall {
    TempFolder folder;
    std::filesystem::path database = folder.file("hall.db");

    /// Always open, with these counters open.
    explicit SharedHall(const std::vector<int>& counters);
};

/// The same documents, for as many numbers as tests need.
ContentDocuments busy_hall();

/// Appends one line to a file that only this process writes; what is written survives a kill of the process.
void note(const std::filesystem::path& file, const std::string& line);
std::vector<std::string> notes(const std::filesystem::path& file);

/// Codes that stand more than once, and numbers of a letter that nobody has between 1 and its highest.
std::vector<std::string> doubled(std::vector<std::string> codes);
std::vector<std::string> missing(const std::vector<std::string>& codes);

}  // namespace linli::support
