// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/number_entry.h"

#include <catch2/catch_test_macros.hpp>
#include <string_view>

using namespace linli::kiosk;

namespace {

template <class Entry>
void press_all(Entry& entry, std::string_view signs) {
    for (const char sign : signs) entry.press(sign);
}

}  // namespace

TEST_CASE("A ticket's number starts with a letter and takes four digits") {
    TicketEntry entry;
    press_all(entry, "12");
    CHECK(entry.text().empty());
    press_all(entry, "A");
    CHECK_FALSE(entry.complete());
    press_all(entry, "02799");
    CHECK(entry.text() == "A0279");
    CHECK(entry.complete());
}

TEST_CASE("Another letter mends a wrong one and keeps the digits") {
    TicketEntry entry;
    press_all(entry, "A027B");
    CHECK(entry.text() == "B027");
    entry.erase();
    CHECK(entry.text() == "B02");
    entry.clear();
    entry.erase();
    CHECK(entry.text().empty());
}

TEST_CASE("A check code is four digits and no more") {
    CheckCodeEntry entry;
    press_all(entry, "4A8");
    CHECK(entry.missing() == 2);
    press_all(entry, "215");
    CHECK(entry.text() == "4821");
    CHECK(entry.complete());
    entry.erase();
    CHECK(entry.missing() == 1);
}
