// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/many_programs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "hall/acts/open_counter.h"

namespace linli::support {

ContentDocuments busy_hall() {
    ContentDocuments documents = always_open();
    auto hall = nlohmann::ordered_json::parse(documents.at("hall.json"));
    hall["queue"]["numbers_a_day_max"] = 20'000;
    documents["hall.json"] = hall.dump();
    return documents;
}

SharedHall::SharedHall(const std::vector<int>& counters) {
    const SystemClock clock;
    const auto hall = value_of(Hall::create(database, clock, Actor{"test"}, busy_hall()));
    for (const int counter : counters) done(open_counter(*hall, counter));
}

void note(const std::filesystem::path& file, const std::string& line) {
    const int handle = open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const std::string whole = line + "\n";
    if (write(handle, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) _exit(90);
    close(handle);
}

std::vector<std::string> notes(const std::filesystem::path& file) {
    std::vector<std::string> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> doubled(std::vector<std::string> codes) {
    std::vector<std::string> twice;
    std::sort(codes.begin(), codes.end());
    for (std::size_t i = 1; i < codes.size(); ++i)
        if (codes[i] == codes[i - 1]) twice.push_back(codes[i]);
    return twice;
}

std::vector<std::string> missing(const std::vector<std::string>& codes) {
    std::map<char, std::set<int>> numbers;
    for (const std::string& code : codes) numbers[code[0]].insert(std::stoi(code.substr(1)));
    std::vector<std::string> none;
    for (const auto& [letter, of_letter] : numbers)
        for (int number = 1; number < *of_letter.rbegin(); ++number)
            if (!of_letter.contains(number)) none.push_back(fmt::format("{}{:03}", letter, number));
    return none;
}

}  // namespace linli::support
