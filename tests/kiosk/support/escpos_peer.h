// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace linli::kiosk::testing {

/// A piece of a line in the printer's own letters, as another maker's parser reads it.
struct PeerPiece {
    std::string text;
    int align = 0;
    bool bold = false;
    int scale = 0;  ///< GS !'s byte: 0x11 for twice as large
    bool black = false;
};
struct PeerLine {
    std::string text;
    std::vector<PeerPiece> pieces;
};
/// What the parser found in the bytes for a printer.
struct PeerReading {
    std::vector<std::string> commands;
    std::vector<PeerLine> lines;
    std::vector<std::string> codes;
    int cuts = 0;
    int pictures = 0;
    int tallest_strip_rows = 0;
    int width = 0, height = 0;  ///< of all pictures below one another
    int count(std::string_view command) const;
    /// All lines, each ended.
    std::string text() const;
};

/// Reads with tests/peers/escpos/decode.js; `picture`, where given, becomes a PNG of all pictures below one another.
/// Throws where the parser refuses the bytes.
PeerReading read_by_peer(const std::string& bytes, const std::filesystem::path& picture = {});

/// What zbarimg reads in a picture's codes, without an end of line.
std::string scanned(const std::filesystem::path& picture);

}  // namespace linli::kiosk::testing
