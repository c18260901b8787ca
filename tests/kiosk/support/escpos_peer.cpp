// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/escpos_peer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace linli::kiosk::testing {

using nlohmann::json;

namespace {

PeerLine line_of(const json& from) {
    PeerLine line{from.at("text"), {}};
    for (const json& piece : from.at("pieces"))
        line.pieces.push_back(
            {piece.at("text"), piece.at("align"), piece.at("bold"), piece.at("scale"), piece.at("black")});
    return line;
}

}  // namespace

int PeerReading::count(std::string_view command) const {
    return static_cast<int>(std::ranges::count(commands, command));
}

std::string PeerReading::text() const {
    std::string all;
    for (const PeerLine& line : lines) all += line.text + "\n";
    return all;
}

PeerReading read_by_peer(const std::string& bytes, const std::filesystem::path& picture) {
    const support::TempFolder folder;
    support::write_file(folder.file("bytes"), bytes);
    support::Started started;
    started.words = {"/usr/bin/env", "node", support::source_folder() / "tests/peers/escpos/decode.js",
                     support::source_folder() / ".deps/escpos_peer/node_modules", folder.file("bytes")};
    if (!picture.empty()) started.words.push_back(picture);
    const support::Finished finished = support::run_program(started);
    if (finished.exit_code != 0) throw std::runtime_error("the peer refuses the bytes: " + finished.err);
    const json read = json::parse(finished.out);
    PeerReading reading;
    reading.commands = read.at("commands").get<std::vector<std::string>>();
    reading.codes = read.at("codes").get<std::vector<std::string>>();
    for (const json& line : read.at("lines")) reading.lines.push_back(line_of(line));
    reading.cuts = read.at("cuts");
    reading.width = read.at("width");
    reading.height = read.at("height");
    for (const json& strip : read.at("pictures")) {
        ++reading.pictures;
        reading.tallest_strip_rows = std::max(reading.tallest_strip_rows, strip.at("rows").get<int>());
    }
    return reading;
}

std::string scanned(const std::filesystem::path& picture) {
    support::Started started;
    started.words = {"/usr/bin/env", "zbarimg", "--quiet", "--raw", "--nodbus", picture};
    std::string read = support::run_program(started).out;
    while (read.ends_with('\n')) read.pop_back();
    return read;
}

}  // namespace linli::kiosk::testing
