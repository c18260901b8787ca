// SPDX-License-Identifier: Apache-2.0
#include "hall/base/live_mark.h"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a mark stands beside the database under the program's name") {
    CHECK(LiveMark::path("/x/hall.db", "board") == "/x/hall.db.board");
}

TEST_CASE("a mark is held as long as somebody holds it, and by looking nobody takes it") {
    const TempFolder folder;
    const auto mark = folder.file("hall.db.board");
    CHECK_FALSE(LiveMark::is_held(mark));
    CHECK_FALSE(std::filesystem::exists(mark));
    std::optional<LiveMark> first = value_of(LiveMark::hold(mark));
    CHECK(LiveMark::is_held(mark));
    std::optional<LiveMark> second = value_of(LiveMark::hold(mark));
    first.reset();
    CHECK(LiveMark::is_held(mark));
    LiveMark moved = *std::move(second);
    second.reset();
    CHECK(LiveMark::is_held(mark));
    {
        const LiveMark last = std::move(moved);
        CHECK(LiveMark::is_held(mark));
    }
    CHECK_FALSE(LiveMark::is_held(mark));
    CHECK(std::filesystem::exists(mark));
}

TEST_CASE("a killed program leaves no mark behind") {
    const TempFolder folder;
    const auto mark = folder.file("hall.db.board");
    Child child([&] {
        const auto held = LiveMark::hold(mark);
        while (held) pause();
        return 1;
    });
    for (int i = 0; i < 500 && !LiveMark::is_held(mark); ++i) usleep(10'000);
    REQUIRE(LiveMark::is_held(mark));
    child.kill_at_once();
    CHECK_FALSE(LiveMark::is_held(mark));
}

TEST_CASE("a mark that cannot be made is told") {
    const TempFolder folder;
    CHECK(error_of(LiveMark::hold(folder.file("nowhere") / "hall.db.board")) == "io");
}
