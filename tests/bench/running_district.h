// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "hall/acts/hall.h"
#include "tests/bench/figures.h"
#include "tests/bench/heard_process.h"

namespace linli::bench {

/// linli-district in a process of its own over SQLite, and a hall whose box knows it. Its log goes to a file.
class RunningDistrict {
public:
    /// Nothing, and words on stdout, where it does not start.
    static std::unique_ptr<RunningDistrict> start();

    int port() const { return port_; }  ///< TLS
    std::string pin() const;
    std::filesystem::path database() const { return folder_.file("district/district.db"); }
    /// A hall's database with so many entries, let in at the district; the box reaches it through this port.
    bool make_box(std::int64_t entries, int through_port);
    Hall& hall() { return *hall_; }
    std::filesystem::path hall_database() const { return folder_.file("hall.db"); }
    /// `linli-sync run` over that hall.
    std::unique_ptr<HeardProcess> run_agent() const;

private:
    RunningDistrict() = default;
    bool run();
    bool join(int through_port);
    bool write_entries(std::int64_t count);

    SystemClock clock_;
    ScratchFolder folder_;
    std::unique_ptr<HeardProcess> process_;
    std::unique_ptr<Hall> hall_;
    int port_ = 0;
};

}  // namespace linli::bench
