// SPDX-License-Identifier: Apache-2.0
#include "hall/machine/power_right.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "hall/machine/system_command.h"
#include "tests/support/temp_folder.h"

using namespace linli;
using namespace linli::support;

namespace {

/// A program in busctl's place.
class Script {
    TempFolder folder_;  // first: the script is in it

public:
    explicit Script(const std::string& does) : path(folder_.file("busctl").string()) {
        write_file(path, "#!/bin/sh\n" + does + "\n");
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    }
    const std::string path;
};

}  // namespace

TEST_CASE("whether this user may switch the machine off is read from what logind answers") {
    CHECK(power_right(Script("echo 's \"yes\"'").path) == PowerRight::allowed);
    for (const char* answer : {"challenge", "no", "na"})
        CHECK(power_right(Script(std::string("echo 's \"") + answer + "\"'").path) == PowerRight::not_allowed);
}

TEST_CASE("where logind is not there or says something else nobody can tell") {
    CHECK(power_right("no-such-program-of-linli") == PowerRight::unknown);
    CHECK(power_right(Script("echo 'Failed to connect to bus' >&2; exit 1").path) == PowerRight::unknown);
    CHECK(power_right(Script("echo nonsense").path) == PowerRight::unknown);
    CHECK(power_right(Script("echo 's \"yes\"'; exit 1").path) == PowerRight::unknown);
}

TEST_CASE("a program of the system gives its exit code and the stream that was asked for, kept short") {
    const Script both("echo out; echo complaint >&2; exit 7");
    const CommandEnd end = run_system_command({both.path}, Listen::to_complaints);
    CHECK(end.exit_code == 7);
    CHECK(end.words == "complaint\n");
    const Script flood("i=0; while [ $i -lt 2000 ]; do echo 'no no no no no no no no no'; i=$((i+1)); done");
    CHECK(run_system_command({flood.path}, Listen::to_output).words.size() < 8192);
}

TEST_CASE("a program that was killed has no exit code") {
    CHECK(run_system_command({Script("kill -9 $$").path}, Listen::to_output).exit_code == -1);
}
