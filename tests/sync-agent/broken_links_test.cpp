// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/wire/sync_json.h"
#include "tests/support/cases.h"
#include "tests/sync-agent/joined_box.h"

// The link cut at every byte and every bit of an answer wrong: whatever happens on the way, what the box takes for
// received has been received.

using namespace linli;
using namespace linli::agent;
using namespace linli::support;

namespace {

using Came = Turn::Came;

std::string push_request_of(JoinedBox& box) {
    const auto asked = box.district.http().asked().back();
    return asked.head + "\r\n" + asked.body;
}

/// The district's answer to a push of everything that it has taken before, and none of which the box was told.
HttpPeer::Reply good_answer(JoinedBox& box) {
    HttpPeer::Reply answer;
    box.district.change([&](const auto&, HttpPeer::Reply& reply) {
        answer = reply;
        reply.cut_after = 0;
    });
    for (int i = 0; i < 2; ++i) CHECK(box.push_afresh().trouble.what == SyncTrouble::cut_off);
    box.district.behave_well();
    return answer;
}

/// Where the value of a field stands in a text.
std::pair<std::size_t, std::size_t> value_at(const std::string& text, const std::string& name) {
    const std::size_t begin = text.find("\"" + name + "\":") + name.size() + 3;
    return {begin, text.find_first_of(",}", begin)};
}

}  // namespace

TEST_CASE("a link that is cut at any byte of an answer loses no entry and doubles none") {
    JoinedBox box;
    take_numbers(box.test, 2);
    const HttpPeer::Reply answer = good_answer(box);
    for (std::size_t at = 0; at < answer.bytes.size(); ++at) {
        INFO("cut after " << at << " bytes of " << answer.bytes.size());
        box.district.change([at](const auto&, HttpPeer::Reply& reply) { reply.cut_after = at; });
        REQUIRE(box.push_afresh().came == Came::trouble);
        REQUIRE(box.acked() == 0);
    }
    box.district.behave_well();
    CHECK(box.push_afresh().came == Came::forward);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().entries_taken == box.newest());
    CHECK(box.district.state().faults.empty());
    print_cases("a link cut within an answer", static_cast<long>(answer.bytes.size()));
}

TEST_CASE("a link that is cut at any byte of a request loses no entry and doubles none") {
    JoinedBox box;
    take_numbers(box.test, 2);
    good_answer(box);
    const std::size_t size = push_request_of(box).size();
    box.district.with([](auto& state) { state.entries.clear(); });
    for (std::size_t at = 0; at < size; ++at) {
        INFO("cut after " << at << " bytes of " << size);
        box.district.http().cut_requests_after(at);
        REQUIRE(box.push_afresh().came == Came::trouble);
        REQUIRE(box.acked() == 0);
    }
    CHECK(box.district.state().entries.empty());
    box.district.behave_well();
    CHECK(box.push_afresh().came == Came::forward);
    CHECK(box.acked() == box.newest());
    print_cases("a link cut within a request", static_cast<long>(size));
}

TEST_CASE("an answer with any bit of its body wrong moves nothing, or no further than the truth") {
    JoinedBox box;
    take_numbers(box.test, 1);
    const HttpPeer::Reply answer = good_answer(box);
    const std::size_t begin = answer.bytes.find("\r\n\r\n") + 4;
    const std::string body = answer.bytes.substr(begin);
    const auto acked_at = value_at(body, "acked_through"), durable_at = value_at(body, "durable_through"),
               incarnation_at = value_at(body, "server_incarnation");
    const auto within = [](std::size_t at, std::pair<std::size_t, std::size_t> range) {
        return range.first <= at && at < range.second;
    };
    const std::int64_t truth = box.newest();
    int moved = 0;
    for (std::size_t bit = 0; bit < body.size() * 8; ++bit) {
        const std::size_t at = bit / 8;
        box.district.change([&](const auto&, HttpPeer::Reply& reply) {
            char& byte = reply.bytes.at(begin + at);
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (bit % 8)));
        });
        INFO("bit " << bit % 8 << " of byte " << at << " of " << body);
        box.push_afresh();
        const SyncLink link = box.link();
        REQUIRE(link.acked_through <= truth);
        REQUIRE(link.durable_through <= link.acked_through);
        const bool harmless = within(at, acked_at) || within(at, durable_at) || within(at, incarnation_at);
        if (!harmless) REQUIRE(link.acked_through == 0);
        if (link.acked_through == 0) continue;
        ++moved;
        SyncLink again = link;
        again.acked_through = again.durable_through = 0;
        again.server_incarnation.clear();
        REQUIRE(box.test.stores().sync.save_link(again).has_value());
    }
    CHECK(moved > 0);
    print_cases("a bit of an answer that is wrong", static_cast<long>(body.size() * 8));
    box.district.behave_well();
    while (box.push().came != Came::nothing) continue;
    CHECK(box.acked() == truth);
}

TEST_CASE("an answer with any byte of its head wrong moves no further than the truth") {
    JoinedBox box;
    take_numbers(box.test, 1);
    const HttpPeer::Reply answer = good_answer(box);
    const std::size_t size = answer.bytes.find("\r\n\r\n") + 4;
    for (std::size_t at = 0; at < size; ++at) {
        for (const char wrong : {'\0', '\n', '0', '9', 'x', ':'}) {
            INFO("byte " << at << " became " << static_cast<int>(wrong));
            // A length that is too large makes the box wait for bytes that never come.
            box.district.change([&](const auto&, HttpPeer::Reply& reply) {
                reply.bytes[at] = wrong;
                reply.bytes += "\n";
                reply.cut_after = reply.bytes.size() - 1;
            });
            box.push_afresh();
            REQUIRE((box.acked() == 0 || box.acked() == box.newest()));
            SyncLink again = box.link();
            again.acked_through = again.durable_through = 0;
            REQUIRE(box.test.stores().sync.save_link(again).has_value());
        }
    }
    print_cases("a byte of an answer's head that is wrong", static_cast<long>(size * 6));
}

TEST_CASE("a peer that stands still or drips is given up after a while, and nothing is lost") {
    JoinedBox box;
    take_numbers(box.test, 1);
    box.district.change([](const auto&, HttpPeer::Reply& reply) { reply.stand_still_after = reply.bytes.size() - 1; });
    CHECK(box.trouble_of_push() == "cut_off");
    box.district.change([](const auto&, HttpPeer::Reply& reply) { reply.stand_still_after = 0; });
    CHECK(box.trouble_of_push() == "cut_off");
    box.district.change([](const auto&, HttpPeer::Reply& reply) { reply.drip = std::chrono::milliseconds(150); });
    CHECK(box.trouble_of_push() == "cut_off");
    CHECK(box.acked() == 0);
    box.district.behave_well();
    CHECK(box.push_afresh().came == Came::forward);
}

TEST_CASE("an answer that comes twice is one answer, and the next request gets its own") {
    JoinedBox box;
    take_numbers(box.test, 3);
    box.district.change([](const auto&, HttpPeer::Reply& reply) { reply.bytes += reply.bytes; });
    CHECK(box.push_afresh().came == Came::forward);
    take_numbers(box.test, 3);
    Turn turn = box.push_afresh();
    CHECK(box.acked() <= box.newest());
    box.district.behave_well();
    for (int i = 0; i < 5 && turn.came != Came::nothing; ++i) turn = box.push_afresh();
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().entries_taken == box.newest());
}

TEST_CASE("nobody at the address, and somebody again") {
    JoinedBox box;
    take_numbers(box.test, 1);
    box.district.http().close();
    CHECK(box.trouble_of_push() == "unreachable");
    CHECK(box.acked() == 0);
    box.district.http().open();
    CHECK(box.push_afresh().came == Came::forward);
}

TEST_CASE("on a line that breaks in the middle of every larger batch, smaller ones come through") {
    JoinedBox box;
    take_numbers(box.test, 40);
    box.district.http().cut_requests_after(1'500);
    int tries = 0;
    while (box.push().came != Came::nothing) REQUIRE(++tries < 100);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().entries_taken == box.newest());
}
