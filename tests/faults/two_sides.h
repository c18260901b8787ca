// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "district/store/connection.h"
#include "tests/faults/many_programs.h"
#include "tests/support/process.h"

namespace linli::support {

/// A hall and its district as the real programs make them, each of which can be killed; and what tells, from outside of
/// both, whether the district has every record once and with the same bytes.
class TwoSides {
public:
    /// The district keeps its data in this PostgreSQL, or in a file.
    explicit TwoSides(std::string conninfo = {});
    ~TwoSides();

    SharedHall hall{{}};

    struct DistrictFaults {
        std::string die_at;                         ///< a step
        std::optional<std::size_t> file_bytes_max;  ///< its files grow no further, until free_space()
    };
    void start_district(const DistrictFaults& faults);
    void start_district() { start_district(DistrictFaults{}); }
    void free_space();
    void kill_district();
    /// The exit code of a district that ended by itself, or 128 + the signal.
    int end_of_district() { return serving_->wait(); }
    std::string address() const { return "http://127.0.0.1:" + port_; }
    /// `linli-district WORD…` beside the server.
    Finished district(std::vector<std::string> words) const;
    /// `linli-sync WORD…`, dying at this step where one is named.
    Finished sync(std::vector<std::string> words, const std::string& die_at = {}, const std::string& input = {}) const;
    /// The hall belongs to the district.
    void enrol();
    /// A program of its own that issues numbers and notes each one that a resident saw, until it is killed.
    Child issuing();
    /// `linli-sync run`.
    Child agent(const std::string& die_at = {}) const;
    /// Issues so many numbers, and notes them.
    void issue(int count);
    std::vector<std::string> seen_by_residents() const { return notes(seen_); }

    /// What is not as it must be, in words: entries that are missing, twice, or other at the district; residents'
    /// numbers that it does not know; alarms; damage to either database. Nothing may be under way.
    std::vector<std::string> differences(const std::string& hall_id = {}) const;
    /// Puts another file in the place of the stopped district's database.
    void put_back(const std::filesystem::path& backup) const;
    std::filesystem::path district_database() const { return folder_.path() / "district" / "district.db"; }
    /// The district's database, as another program has it open.
    std::unique_ptr<district::Connection> open_district() const;

private:
    std::string conninfo_;
    TempFolder folder_;
    std::filesystem::path seen_ = folder_.file("seen");
    std::string port_ = "0";
    std::unique_ptr<Child> serving_;
};

}  // namespace linli::support
