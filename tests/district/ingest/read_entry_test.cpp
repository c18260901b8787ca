// SPDX-License-Identifier: Apache-2.0
#include "district/ingest/read_entry.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;
using namespace linli::district;

namespace {

const std::string good =
    R"({"seq":7,"epoch":2,"id":"019ab1c2-d3e4-7abc-8def-0123456789ab","wall_ms":1795399200000,"steady_ms":12,)"
    R"("actor":"kiosk","kind":"ticket.taken","subject":"t1","version":1,"body":{"code":"号","n":3,"deep":{"x":[1]}}})";

std::string with(const std::string& from, const std::string& to) {
    std::string changed = good;
    const auto at = changed.find(from);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, from.size(), to);
}

std::string fault_of(const std::string& bytes) {
    EntryReader reader;
    std::string fault;
    const bool is_there = reader.read(bytes, fault).has_value();
    CHECK(is_there == fault.empty());
    return fault;
}

}  // namespace

TEST_CASE("an entry is read with the texts and whole numbers of its body") {
    EntryReader reader;
    std::string fault;
    const auto entry = reader.read(good, fault);
    REQUIRE(entry);
    CHECK(entry->head.seq == 7);
    CHECK(entry->head.epoch == 2);
    CHECK(entry->head.kind == "ticket.taken");
    CHECK(entry->id_ms == 0x019ab1c2d3e4);
    CHECK(entry->text("code") == "号");
    CHECK(entry->number("n") == 3);
    CHECK_FALSE(entry->text("n"));
    CHECK_FALSE(entry->text("deep"));
}

TEST_CASE("an entry that is cut off anywhere is no entry, and harms nothing") {
    EntryReader reader;
    std::string fault;
    for (std::size_t length = 0; length < good.size(); ++length) {
        INFO(length);
        // A buffer of just this length, so that a sanitizer sees a read beyond it.
        const std::vector<char> exact(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length));
        CHECK_FALSE(reader.read({exact.data(), exact.size()}, fault));
        CHECK_FALSE(fault.empty());
    }
    CHECK(reader.read(good, fault));
}

TEST_CASE("what is wrong within a value that nobody asks for is found as well") {
    CHECK(fault_of(good).empty());
    CHECK_FALSE(fault_of(with("{\"x\":[1]}", "{\"x\":[1}")).empty());
    CHECK_FALSE(fault_of(with("{\"x\":[1]}", "\"\xff\xfe\"")).empty());
    CHECK_FALSE(fault_of(with("{\"x\":[1]}", "truthy")).empty());
    CHECK_FALSE(fault_of(good + "x").empty());
    CHECK_FALSE(fault_of(with("{\"x\":[1]}", std::string(40, '[') + std::string(40, ']'))).empty());
}

TEST_CASE("fields that are missing, of another type or beyond what can be kept are faults") {
    for (const char* field :
         {"seq", "epoch", "id", "wall_ms", "steady_ms", "actor", "kind", "subject", "version", "body"})
        CHECK_FALSE(fault_of(with(std::string("\"") + field + "\"", "\"other\"")).empty());
    CHECK_FALSE(fault_of(with("\"seq\":7", "\"seq\":\"7\"")).empty());
    CHECK_FALSE(fault_of(with("\"seq\":7", "\"seq\":7.5")).empty());
    CHECK_FALSE(fault_of(with("\"seq\":7", "\"seq\":99999999999999999999")).empty());
    CHECK_FALSE(fault_of(with("\"t1\"", "\"t\\u0000\"")).empty());
    CHECK_FALSE(fault_of(with("\"t1\"", "\"" + std::string(300, 't') + "\"")).empty());
    CHECK_FALSE(fault_of(with("号", "\\u0000")).empty());
    CHECK_FALSE(fault_of(with("-7abc", "-4abc")).empty());
    CHECK_FALSE(fault_of(with("019ab1c2", "019AB1C2")).empty());
    CHECK_FALSE(fault_of("[]").empty());
    CHECK_FALSE(fault_of("null").empty());
}
