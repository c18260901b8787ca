// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace linli::bench {

/// Somebody who looks at the board: the board's real reader, page and painter over a hall, without its window.
class BoardEye {
public:
    /// Nothing where it cannot be drawn.
    static std::unique_ptr<BoardEye> open(const std::filesystem::path& database);
    ~BoardEye();
    BoardEye(const BoardEye&) = delete;
    BoardEye& operator=(const BoardEye&) = delete;

    /// Draws as the board's loop does until this number stands in the picture; false where it does not in five seconds.
    bool sees(const std::string& code);

private:
    struct Parts;
    explicit BoardEye(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::bench
