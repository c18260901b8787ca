// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <memory>
#include <string>

#include "district/store/halls.h"
#include "district/store/open_database.h"
#include "tests/support/temp_folder.h"

namespace linli::district::tests {

/// 2026-11-23 10:00 in Shanghai.
inline constexpr std::int64_t monday_ms = 1'795'399'200'000;

enum class Driver { sqlite, postgres };
/// The rest of the test case runs with both.
#define LINLI_BOTH_DRIVERS() GENERATE(Driver::sqlite, Driver::postgres)

template <class T>
T value_of(Result<T> result) {
    INFO((result ? "" : result.error().message));
    REQUIRE(result.has_value());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

template <class T>
std::string error_of(const Result<T>& result) {
    REQUIRE_FALSE(result.has_value());
    return linli::name_of(result.error().code);
}

/// An empty district of one test's own, in a real database that is ready for use.
class TestDistrict {
public:
    explicit TestDistrict(Driver driver);

    const DatabasePlace& place() const { return place_; }
    Connection& connection() { return *connection_; }
    /// As a second program has it open.
    std::unique_ptr<Connection> another() const { return value_of(open_connection(place_)); }
    std::filesystem::path folder() const { return folder_.path(); }

    HallRow add_hall(const std::string& name = "Spring Road");
    /// One number out of raw SQL.
    std::int64_t count(const std::string& sql);

private:
    support::TempFolder folder_;
    DatabasePlace place_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace linli::district::tests
