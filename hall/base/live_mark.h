// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "hall/base/result.h"

namespace linli {

/// Says that a program of this hall runs now: a lock on a small file beside the database, held as long as the process
/// lives, however it ends. The board holds one; the doctor and others look. Nothing is written to say it again and
/// again, and several processes may hold one mark.
class LiveMark {
public:
    /// The mark of a program, "board", of the hall at this database: "hall.db.board".
    static std::filesystem::path path(const std::filesystem::path& database, std::string_view program);
    /// Error: io where the file cannot be made.
    static Result<LiveMark> hold(const std::filesystem::path& mark);
    /// Does any process hold it? False where there is no such file.
    static bool is_held(const std::filesystem::path& mark);

    LiveMark(LiveMark&& other) noexcept;
    LiveMark& operator=(LiveMark&& other) noexcept;
    ~LiveMark();

private:
    explicit LiveMark(int file) : file_(file) {}
    int file_ = -1;
};

/// Does a program of the hall at this database run now? "board": `linli-kiosk --board`.
bool program_runs(const std::filesystem::path& database, std::string_view program);

}  // namespace linli
