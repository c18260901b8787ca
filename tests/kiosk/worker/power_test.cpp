// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/power.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/support/temp_folder.h"

namespace linli::kiosk {
namespace {

using namespace linli::support;

/// A program in systemctl's place, which does what the script says and writes down how it was called.
class Script {
    TempFolder folder_;  // first: the script is in it

public:
    explicit Script(const std::string& does) : path_(folder_.file("systemctl").string()) {
        write_file(path_, "#!/bin/sh\necho \"$@\" > " + called_ + "\n" + does + "\n");
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    }
    const char* path() const { return path_.c_str(); }
    std::string called() const { return read_file(called_); }

private:
    std::string called_ = folder_.file("called").string(), path_;
};

}  // namespace

TEST_CASE("an order that the system takes is ordered, without asking anybody for a password") {
    const Script script("exit 0");
    CHECK(SystemPower(script.path()).order(PowerOrder::restart) == PowerOutcome::ordered);
    CHECK(script.called() == "--no-ask-password reboot\n");
    CHECK(SystemPower(script.path()).order(PowerOrder::shut_down) == PowerOutcome::ordered);
    CHECK(script.called() == "--no-ask-password poweroff\n");
}

TEST_CASE("an order that is not permitted is told apart from one that failed") {
    const Script denied("echo 'Call to PowerOff failed: Interactive authentication required.' >&2; exit 1");
    CHECK(SystemPower(denied.path()).order(PowerOrder::shut_down) == PowerOutcome::not_permitted);
    const Script failed("echo 'Failed to connect to bus' >&2; exit 1");
    CHECK(SystemPower(failed.path()).order(PowerOrder::shut_down) == PowerOutcome::failed);
}

TEST_CASE("where there is no such program nothing is switched off") {
    CHECK(SystemPower("no-such-program-of-linli").order(PowerOrder::restart) == PowerOutcome::not_here);
    CHECK(NoPower().order(PowerOrder::shut_down) == PowerOutcome::not_here);
}

TEST_CASE("a program that floods its words is heard to the end and kept short") {
    const Script script("i=0; while [ $i -lt 2000 ]; do echo 'no no no no no no no no' >&2; i=$((i+1)); done; exit 1");
    CHECK(SystemPower(script.path()).order(PowerOrder::restart) == PowerOutcome::failed);
}

}  // namespace linli::kiosk
