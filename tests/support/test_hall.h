// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/store/hall_stores.h"
#include "hall/wire/journal_json.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

namespace linli::support {

/// The moment when a clock in Shanghai shows this.
WallMs shanghai(const char* date, int hour, int minute = 0);

/// The demo hall's documents with one value of hall.json replaced: hall_with("/queue/rejoin_after", "2").
ContentDocuments hall_with(std::string_view pointer, std::string_view value);
/// The same, open around the clock on every day.
ContentDocuments always_open();

/// A real hall on a real database in a folder of its own, on Monday 2026-11-23 at 10:00 in Shanghai.
class TestHall {
public:
    explicit TestHall(const ContentDocuments& documents = embedded_content());

    FakeClock clock;

    Hall& hall() { return *hall_; }
    HallStores& stores() { return hall_->stores(); }
    std::filesystem::path database() const { return folder_.file("hall.db"); }
    /// A second program over the same database.
    std::unique_ptr<Hall> another() const;
    /// The program ends and starts again.
    void reopen();
    /// It ends, and nobody has the database open; reopen() starts it again.
    void close() { hall_.reset(); }

    /// Issues a number a second after the last one; the test fails where it is refused.
    Ticket take(const std::string& matter, const std::string& priority = {});
    /// Somebody takes a number and a counter calls and finishes it.
    Ticket finished_visit(const std::string& matter, int counter);
    std::vector<std::string> codes_in_line();
    Ticket now(const Ticket& ticket);

    std::vector<JournalEntry> journal();
    std::vector<JournalEntry> journal_of(std::string_view kind);
    /// One value out of raw SQL.
    std::int64_t count(std::string_view sql);
    void run(std::string_view sql);
    /// As a program of that schema left it, as far as newer ones only added tables; reopen() brings it up again.
    void back_to_schema(int version);

private:
    TempFolder folder_;
    std::unique_ptr<Hall> hall_;
};

/// A new idempotency key each time.
std::string new_key();

template <class T>
T value_of(Result<T> result) {
    INFO((result ? "" : result.error().message));
    REQUIRE(result.has_value());
    return std::move(*result);
}

/// What an act gave; the test fails where it was refused.
template <class T>
T done(ActResult<T> result) {
    Decision<T> decision = value_of(std::move(result));
    INFO((decision ? "" : name_of(decision.error().why)));
    REQUIRE(decision.has_value());
    return std::move(*decision);
}

/// Why an act was not done; the test fails where it was.
template <class T>
Refused refused(ActResult<T> result) {
    Decision<T> decision = value_of(std::move(result));
    REQUIRE_FALSE(decision.has_value());
    return std::move(decision.error());
}

/// The name of it, which reads well in a failed check.
template <class T>
std::string refusal(ActResult<T> result) {
    return name_of(refused(std::move(result)).why);
}

/// The code of a failure of the world, by its name.
template <class T>
std::string error_of(const Result<T>& result) {
    REQUIRE_FALSE(result.has_value());
    return name_of(result.error().code);
}

}  // namespace linli::support
