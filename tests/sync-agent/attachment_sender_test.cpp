// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/attachment_sender.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "hall/acts/show_sync.h"
#include "hall/wire/attachment_json.h"
#include "tests/support/attachments.h"
#include "tests/sync-agent/joined_box.h"

using namespace linli;
using namespace linli::agent;
using namespace linli::support;

namespace {

constexpr std::size_t part = 128UL * 1024;

struct BringingBox : AgentBox {
    std::string keep(std::size_t size, unsigned seed = 1) {
        return done(keep_attachment(test.hall(), {"a scan", {}, bytes_of(pdf_of(size, seed))})).digest;
    }
    std::int64_t unsent() { return value_of(show_sync(test.hall())).unsent_attachments; }
    std::string trouble() { return name_of(value_of(show_sync(test.hall())).trouble); }
    std::string there(const std::string& digest) { return district.state().attachments[digest]; }
    /// In the place of the answers to parts, the first so many times.
    void parts_instead(int times, const HttpPeer::Reply& reply) {
        district.instead([=, left = times](const HttpPeer::Asked& asked) mutable -> std::optional<HttpPeer::Reply> {
            if (!asked.target.starts_with("/v1/attachments/") || left-- <= 0) return std::nullopt;
            return reply;
        });
    }
    std::vector<std::string> asked(std::size_t letters) {
        std::vector<std::string> all;
        for (const auto& one : district.http().asked()) all.push_back(one.target.substr(0, letters));
        return all;
    }
    std::int64_t announcements() {
        return std::ranges::count_if(district.http().asked(),
                                     [](const auto& one) { return one.target == "/v1/attachments"; });
    }
};

}  // namespace

TEST_CASE("an attachment goes up once, part by part, after the records and the minute's report") {
    BringingBox box;
    const std::string digest = box.keep(300'000);
    CHECK(box.unsent() == 1);
    box.run_seconds(1);
    CHECK(box.there(digest) == pdf_of(300'000));
    CHECK(box.unsent() == 0);
    CHECK(box.asked(9) == std::vector<std::string>{"/v1/strea", "/v1/push", "/v1/healt", "/v1/pull?", "/v1/attac",
                                                   "/v1/attac", "/v1/attac", "/v1/attac"});
    box.run_seconds(600);
    CHECK(box.announcements() == 1);
    CHECK(box.district.state().parts_taken == 3);
    CHECK(box.district.state().faults.empty());
    CHECK(box.trouble() == "none");
    // One that is kept while the agent runs goes up within a second.
    const std::string second = box.keep(1'000, 2);
    box.run_seconds(1);
    CHECK(box.there(second) == pdf_of(1'000, 2));
}

TEST_CASE("an attachment whose link breaks at any part goes on where it was, and no part is taken twice") {
    BringingBox box;
    const std::string digest = box.keep(3 * part + 5);
    const int broken = GENERATE(1, 2, 3, 4);
    const bool before_it_is_taken = GENERATE(true, false);
    int count = 0;
    const auto breaks = [&](const HttpPeer::Asked& asked) {
        return asked.target.starts_with("/v1/attachments/") && ++count == broken;
    };
    HttpPeer::Reply cut = http_reply(200, "{}");
    cut.cut_after = 20;
    if (before_it_is_taken)
        box.district.instead(
            [&](const HttpPeer::Asked& asked) { return breaks(asked) ? std::optional(cut) : std::nullopt; });
    else
        box.district.change([&](const HttpPeer::Asked& asked, HttpPeer::Reply& reply) {
            if (breaks(asked)) reply.cut_after = 20;
        });
    box.run_seconds(15);
    CHECK(box.there(digest) == pdf_of(3 * part + 5));
    CHECK(box.unsent() == 0);
    CHECK(box.district.state().parts_taken >= 4);
    CHECK(box.announcements() == 2);
    CHECK(box.trouble() == "none");
}

TEST_CASE("a page of somebody's network is no answer, to no question about an attachment") {
    BringingBox box;
    const std::string digest = box.keep(200'000);
    box.district.instead([](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (!asked.target.starts_with("/v1/attachments")) return std::nullopt;
        return http_reply(200, "<html>Please sign in</html>");
    });
    box.run_seconds(30);
    CHECK(box.unsent() == 1);
    CHECK(box.trouble() == "no_answer");
    box.district.behave_well();
    box.parts_instead(1, http_reply(200, "<html>Please sign in</html>"));
    box.run_seconds(400);
    CHECK(box.there(digest) == pdf_of(200'000));
    CHECK(box.unsent() == 0);
    CHECK(box.trouble() == "none");
}

TEST_CASE("an answer about something else, or from beyond the end, counts for nothing") {
    BringingBox box;
    const std::string digest = box.keep(1'000);
    const auto answer = [&](const std::string& about, std::int64_t offset) {
        box.district.instead([=](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
            if (!asked.target.starts_with("/v1/attachments")) return std::nullopt;
            return http_reply(200, sync::written(sync::AttachmentState{about, offset}));
        });
        box.run_seconds(40);
        CHECK(box.unsent() == 1);
        CHECK(box.trouble() == "no_answer");
    };
    answer(std::string(64, 'a'), 1'000);
    answer(digest, 1'001);
    // As if it were there, by an announcement that is well-formed: then it is.
    box.district.behave_well();
    box.run_seconds(400);
    CHECK(box.there(digest) == pdf_of(1'000));
}

TEST_CASE("a district that is elsewhere sets the box right, and one that contradicts itself is not asked in a loop") {
    BringingBox box;
    const std::string digest = box.keep(2 * part);
    const auto wrong = http_reply(409, sync::written(sync::Problem{"wrong_offset", "elsewhere", {}, 7}));
    box.parts_instead(1, wrong);
    box.run_seconds(1);
    CHECK(box.there(digest) == pdf_of(2 * part));
    CHECK(box.announcements() == 2);
    const std::string second = box.keep(2 * part, 2);
    box.parts_instead(1'000'000, wrong);
    box.run_seconds(3'600);
    CHECK(box.unsent() == 1);
    CHECK(box.announcements() < 60);
    CHECK(box.trouble() == "not_taken");
    box.district.behave_well();
    box.run_seconds(1'900);
    CHECK(box.there(second) == pdf_of(2 * part, 2));
    CHECK(box.trouble() == "none");
}

TEST_CASE("a district that has lost what was announced is told again") {
    BringingBox box;
    const std::string digest = box.keep(2 * part);
    box.parts_instead(1, problem_reply(404, "not_announced"));
    box.run_seconds(1);
    CHECK(box.there(digest) == pdf_of(2 * part));
}

TEST_CASE("what is refused holds up no other, and is tried again, each time later") {
    BringingBox box;
    const std::string bad = box.keep(1'000, 1), good = box.keep(1'000, 2);
    box.district.instead([&](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        return asked.target.find(bad) == std::string::npos ? std::nullopt
                                                           : std::optional(problem_reply(422, "bad_digest"));
    });
    box.run_seconds(1);
    CHECK(box.there(good) == pdf_of(1'000, 2));
    CHECK(box.unsent() == 1);
    CHECK(box.trouble() == "not_taken");
    box.run_seconds(7'200);
    CHECK(box.announcements() < 20);
    CHECK(box.district.state().health.size() > 100);
    box.district.behave_well();
    box.run_seconds(1'801);
    CHECK(box.there(bad) == pdf_of(1'000, 1));
    CHECK(box.unsent() == 0);
    CHECK(box.trouble() == "none");
}

TEST_CASE("bytes that were changed on the way are sent again from the beginning") {
    BringingBox box;
    const std::string digest = box.keep(2 * part);
    int parts = 0;
    box.district.instead([&](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (asked.target.starts_with("/v1/attachments/") && ++parts == 2) box.district.spoil(digest);
        return std::nullopt;
    });
    box.run_seconds(10);
    CHECK(box.there(digest) == pdf_of(2 * part));
    CHECK(box.unsent() == 0);
    CHECK(box.district.state().parts_taken == 4);
}

TEST_CASE("between two parts a new record goes first") {
    BringingBox box;
    const std::string digest = box.keep(4 * part);
    int parts = 0;
    box.district.instead([&](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (asked.target.starts_with("/v1/attachments/") && ++parts == 2) take_numbers(box.test, 1);
        return std::nullopt;
    });
    box.run_seconds(1);
    CHECK(box.there(digest) == pdf_of(4 * part));
    std::vector<std::string> order = box.asked(16);
    order.erase(order.begin(), order.begin() + 4);
    CHECK(order == std::vector<std::string>{"/v1/attachments", "/v1/attachments/", "/v1/attachments/", "/v1/push",
                                            "/v1/attachments/", "/v1/attachments/"});
}

TEST_CASE("while records wait no attachment goes up") {
    BringingBox box;
    box.keep(1'000);
    box.district.instead([](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        return asked.target == "/v1/push" ? std::optional(problem_reply(503, "busy")) : std::nullopt;
    });
    box.run_seconds(300);
    CHECK(box.announcements() == 0);
    box.district.behave_well();
    box.run_seconds(400);
    CHECK(box.unsent() == 0);
}

TEST_CASE("a district that was put back without an attachment gets it again") {
    BringingBox box;
    const std::string digest = box.keep(1'000);
    box.run_seconds(1);
    REQUIRE(box.unsent() == 0);
    box.district.with([](auto& state) {
        state.attachments.clear();
        state.announced.clear();
        state.incarnation = "second server";
    });
    box.run_seconds(61);
    CHECK(box.there(digest) == pdf_of(1'000));
    CHECK(box.unsent() == 0);
    // One that has it all the same is asked once.
    const auto before = box.announcements();
    box.district.with([](auto& state) { state.incarnation = "third server"; });
    box.run_seconds(61);
    CHECK(box.unsent() == 0);
    CHECK(box.announcements() == before + 1);
    CHECK(box.district.state().parts_taken == 2);
}

TEST_CASE("a district that switches the hall off in the midst of an attachment gets nothing more") {
    BringingBox box;
    box.keep(4 * part);
    box.parts_instead(1, problem_reply(403, "hall_revoked"));
    box.run_seconds(60);
    CHECK(box.trouble() == "hall_revoked");
    CHECK(box.district.state().parts_taken == 0);
    CHECK(box.unsent() == 1);
}

TEST_CASE("an attachment that lacks bytes on this machine holds up nothing") {
    BringingBox box;
    const std::string damaged = box.keep(600'000, 1), good = box.keep(1'000, 2);
    box.test.run("DELETE FROM attachment_part WHERE at > 0 AND digest = '" + damaged + "'");
    box.run_seconds(10);
    CHECK(box.there(good) == pdf_of(1'000, 2));
    CHECK(box.unsent() == 1);
    take_numbers(box.test, 1);
    box.run_seconds(1);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("where somebody on the way lets only small parts through, the attachment goes up in such") {
    BringingBox box;
    const std::string digest = box.keep(2 * part);
    const auto narrow = [&](std::size_t most) {
        box.district.instead([most](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
            if (!asked.target.starts_with("/v1/attachments/") || asked.body.size() <= most) return std::nullopt;
            return http_reply(413, "<html>too large</html>");
        });
    };
    narrow(40'000);
    box.run_seconds(5);
    CHECK(box.there(digest) == pdf_of(2 * part));
    CHECK(box.trouble() == "none");
    box.keep(2 * part, 2);
    narrow(1'000);
    box.run_seconds(600);
    CHECK(box.unsent() == 1);
    CHECK(box.trouble() == "too_large");
    CHECK(box.announcements() < 60);
}

TEST_CASE("a district that fails at every part is not sent the same again and again, and records go on") {
    BringingBox box;
    const std::string digest = box.keep(2 * part);
    box.parts_instead(1'000'000, problem_reply(503, "disk_full"));
    box.run_seconds(3'600);
    CHECK(box.announcements() < 20);
    CHECK(box.trouble() == "busy");
    take_numbers(box.test, 1);
    box.run_seconds(1);
    CHECK(box.acked() == box.newest());
    box.district.behave_well();
    box.run_seconds(1'801);
    CHECK(box.there(digest) == pdf_of(2 * part));
    CHECK(box.trouble() == "none");
}

TEST_CASE("a line on which a part stands still too long gets smaller ones") {
    BringingBox box;
    const std::string digest = box.keep(2 * part);
    box.district.http().cut_requests_after(70'000);
    box.run_seconds(60);
    box.district.http().cut_requests_after({});
    box.run_seconds(60);
    CHECK(box.there(digest) == pdf_of(2 * part));
    CHECK(std::ranges::any_of(box.district.http().asked(), [](const auto& one) {
        return one.target.starts_with("/v1/attachments/") && !one.body.empty() && one.body.size() < part;
    }));
}
