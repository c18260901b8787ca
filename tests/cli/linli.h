// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace linli::support {

/// The real program `linli` over a database of the test's own. It speaks English unless a test says otherwise.
class Linli {
    TempFolder folder_;  // first: the database is in it

public:
    std::string database = folder_.file("hall.db");
    std::string language = "en";

    /// Sets up a hall that is open around the clock.
    void init();
    Finished run(const std::vector<std::string>& words, const std::string& input = {});
    /// What it wrote; the test fails where it did not end with 0.
    std::string text(const std::vector<std::string>& words);
    /// The same with --json, parsed.
    nlohmann::json json(const std::vector<std::string>& words);
    /// What it wrote with --json, parsed; the test fails where it did not end with this exit code.
    nlohmann::json json_of(int exit_code, const std::vector<std::string>& words);

    std::string file(const std::string& name) const { return folder_.file(name); }
};

}  // namespace linli::support
