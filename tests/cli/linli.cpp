// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/linli.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/support/places.h"
#include "tests/support/test_hall.h"

namespace linli::support {

void Linli::init() {
    for (const auto& [name, document] : always_open()) {
        const std::filesystem::path path = file("content/" + name);
        std::filesystem::create_directories(path.parent_path());
        write_file(path, document);
    }
    text({"init", "--content", file("content")});
}

Finished Linli::run(const std::vector<std::string>& words, const std::string& input) {
    Started started;
    started.words = {linli_program()};
    started.words.insert(started.words.end(), words.begin(), words.end());
    started.environment = {{"LINLI_DATABASE", database}, {"LINLI_LANGUAGE", language}};
    started.input = input;
    return run_program(started);
}

std::string Linli::text(const std::vector<std::string>& words) {
    const Finished finished = run(words);
    INFO(finished.out << finished.err);
    REQUIRE(finished.exit_code == 0);
    return finished.out;
}

nlohmann::json Linli::json(const std::vector<std::string>& words) { return json_of(0, words); }

nlohmann::json Linli::json_of(int exit_code, const std::vector<std::string>& words) {
    std::vector<std::string> with_form{"--json"};
    with_form.insert(with_form.end(), words.begin(), words.end());
    const Finished finished = run(with_form);
    INFO(finished.out << finished.err);
    REQUIRE(finished.exit_code == exit_code);
    const auto parsed = nlohmann::json::parse(finished.out, nullptr, false);
    REQUIRE_FALSE(parsed.is_discarded());
    return parsed;
}

}  // namespace linli::support
