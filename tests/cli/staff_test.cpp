// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "hall/acts/sign_in.h"
#include "tests/cli/linli.h"

using namespace linli;
using namespace linli::support;

namespace {

ActResult<SignedIn> signing_in(const Linli& linli, const std::string& account, const std::string& password) {
    const SystemClock clock;
    const auto hall = Hall::open(linli.database, clock, Actor{"console"});
    REQUIRE(hall.has_value());
    return sign_in(**hall, account, password);
}

bool signs_in(const Linli& linli, const std::string& account, const std::string& password) {
    const auto signed_in = signing_in(linli, account, password);
    REQUIRE(signed_in.has_value());
    return signed_in->has_value();
}

std::string line_of(const std::string& text, int number) {
    std::istringstream lines(text);
    std::string line;
    for (int i = 0; i < number; ++i) std::getline(lines, line);
    return line;
}

}  // namespace

TEST_CASE("an account is made with a first password alone on its line, which signs in") {
    Linli linli;
    linli.init();
    CHECK(linli.text({"staff", "list"}).find("linli staff add") != std::string::npos);
    const std::string said = linli.text({"staff", "add", "wang.li", "--name", "演示员丙", "--role", "clerk"});
    const std::string password = line_of(said, 2);
    CHECK(password.size() == 10);
    CHECK(signs_in(linli, "wang.li", password));
    const auto staff = linli.json({"staff", "list"});
    REQUIRE(staff.size() == 1);
    CHECK(staff[0].at("account") == "wang.li");
    CHECK(staff[0].at("name") == "演示员丙");
    CHECK(staff[0].at("role") == "clerk");
    CHECK(staff[0].at("active") == true);
    CHECK(staff[0].at("must_change_password") == true);
    CHECK(staff[0].at("last_sign_in_ms").is_number());
    CHECK(linli.text({"staff", "list"}).find("has not changed the first password") != std::string::npos);
}

TEST_CASE("a reset gives another first password, as JSON too, and the one before is no longer valid") {
    Linli linli;
    linli.init();
    const auto first = linli.json({"staff", "add", "wang.li", "--name", "Demo", "--role", "audit"});
    const auto second = linli.json({"staff", "reset", "wang.li"});
    CHECK(second.at("account") == "wang.li");
    CHECK_FALSE(signs_in(linli, "wang.li", first.at("password")));
    CHECK(signs_in(linli, "wang.li", second.at("password")));
}

TEST_CASE("name, role and being on are changed one by one") {
    Linli linli;
    linli.init();
    linli.text({"staff", "add", "wang.li", "--name", "Demo", "--role", "none"});
    CHECK(linli.json({"staff", "change", "wang.li", "--role", "supervisor"}).at("role") == "supervisor");
    CHECK(linli.json({"staff", "change", "wang.li", "--name", "Other"}).at("name") == "Other");
    CHECK(linli.json({"staff", "change", "wang.li", "--off"}).at("active") == false);
    CHECK(linli.text({"staff", "list"}).find("switched off") != std::string::npos);
    CHECK(linli.text({"staff", "change", "wang.li", "--on"}).find("Other") != std::string::npos);
    const auto kept = linli.json({"staff", "list"}).at(0);
    CHECK(kept.at("active") == true);
    CHECK(kept.at("role") == "supervisor");
    CHECK(kept.at("name") == "Other");
}

TEST_CASE("what cannot be is refused, in words") {
    Linli linli;
    linli.init();
    linli.text({"staff", "add", "wang.li", "--name", "Demo", "--role", "system"});
    const auto refused = [&](const std::vector<std::string>& words) {
        return linli.json_of(1, words).at("refused").get<std::string>();
    };
    CHECK(refused({"staff", "add", "wang.li", "--name", "Demo", "--role", "clerk"}) == "account_taken");
    CHECK(refused({"staff", "add", "Wang", "--name", "Demo", "--role", "clerk"}) == "bad_account");
    CHECK(refused({"staff", "add", "wang", "--name", " ", "--role", "clerk"}) == "bad_staff_name");
    CHECK(refused({"staff", "reset", "nobody"}) == "unknown_account");
    CHECK(refused({"staff", "change", "nobody", "--off"}) == "unknown_account");
    CHECK(refused({"staff", "change", "wang.li", "--off"}) == "last_of_role");
    linli.language = "zh-CN";
    CHECK(linli.run({"staff", "change", "wang.li", "--off"}).err.find("最后一个") != std::string::npos);
}

TEST_CASE("a demo hall has demo accounts when they are asked for, once") {
    Linli linli;
    const Finished made = linli.run({"demo", "--staff", "kettle-umbrella-41"});
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    CHECK(made.out.find("6 demo accounts") != std::string::npos);
    for (const char* account : {"clerk1", "clerk2", "supervisor", "system", "security", "audit"})
        CHECK(signs_in(linli, account, "kettle-umbrella-41"));
    const Finished again = linli.run({"demo", "--staff", "kettle-umbrella-41"});
    CHECK(again.exit_code == 1);
    CHECK(again.err.find("has accounts already") != std::string::npos);
}

TEST_CASE("a demo has no accounts unless they are asked for, and a hall where people work gets none") {
    Linli demo;
    demo.text({"demo"});
    CHECK(demo.json({"staff", "list"}).empty());
    CHECK(demo.run({"demo", "--staff", "short"}).exit_code == 1);
    CHECK(demo.json({"staff", "list"}).empty());
    Linli real;
    real.init();
    const Finished refused = real.run({"demo", "--staff", "kettle-umbrella-41"});
    CHECK(refused.exit_code == 2);
    CHECK(refused.err.find("not a demo hall") != std::string::npos);
    CHECK(real.json({"staff", "list"}).empty());
}
