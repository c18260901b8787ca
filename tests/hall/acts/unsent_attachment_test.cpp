// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/unsent_attachment.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/leave_district.h"
#include "hall/acts/note_push.h"
#include "hall/acts/note_stream.h"
#include "hall/acts/read_link.h"
#include "hall/acts/show_sync.h"
#include "tests/support/attachments.h"
#include "tests/support/district_link.h"

using namespace linli;
using namespace linli::support;

namespace {

struct SendingHall : TestHall {
    SendingHall() { join_district(hall(), "https://d.example"); }
    Attachment keep(unsigned seed) {
        return done(keep_attachment(hall(), {"a scan", {}, bytes_of(pdf_of(500, seed))}));
    }
    SyncLink link() { return value_of(read_link(hall())).link; }
    std::int64_t newest() { return value_of(read_link(hall())).journal_seq; }
    /// All records up to this one have come there.
    void ack(std::int64_t through, const std::string& incarnation = first_incarnation) {
        value_of(note_push(hall(), {link().acked_through + 1, through, through, through, incarnation}));
    }
    bool note_sent(const Attachment& attachment) {
        return value_of(note_attachment_sent(hall(), attachment.digest, {link().hall_id, link().server_incarnation}));
    }
    std::string next(std::int64_t after = 0) {
        const auto found = value_of(unsent_attachment(hall(), after));
        return found ? found->digest : "";
    }
    std::int64_t unsent() { return value_of(show_sync(hall())).unsent_attachments; }
};

}  // namespace

TEST_CASE("an attachment is to go up once the entry that names it has come there, and in this order") {
    SendingHall test;
    const Attachment one = test.keep(1), two = test.keep(2);
    CHECK(test.next().empty());
    test.ack(one.entry_seq);
    CHECK(test.next() == one.digest);
    CHECK(test.next(one.entry_seq).empty());
    test.ack(test.newest());
    CHECK(test.next() == one.digest);
    CHECK(test.next(one.entry_seq) == two.digest);
    CHECK(test.unsent() == 2);
    CHECK(test.note_sent(one));
    CHECK(test.next() == two.digest);
    CHECK(test.note_sent(two));
    CHECK(test.next().empty());
    CHECK(test.unsent() == 0);
}

TEST_CASE("whoever may lack an attachment gets it again") {
    SendingHall test;
    const Attachment one = test.keep(1);
    test.ack(test.newest());
    REQUIRE(test.note_sent(one));
    SECTION("a district that was put back, by its incarnation") {
        const sync::StreamState state{test.newest(), test.newest(), std::string(64, '0'), "second server"};
        REQUIRE(value_of(note_stream(test.hall(), state)) == StreamFinding::compare);
        value_of(settle_stream(test.hall(), state, {}));
        CHECK(test.next() == one.digest);
    }
    SECTION("a district that has fallen back") {
        REQUIRE(value_of(note_gap(test.hall(), 1)));
        CHECK(test.unsent() == 1);
        CHECK(test.next().empty());
        test.ack(test.newest());
        CHECK(test.next() == one.digest);
    }
    SECTION("another district") {
        value_of(leave_district(test.hall()));
        CHECK(test.unsent() == 1);
        join_district(test.hall(), "https://other.example");
        test.ack(test.newest());
        CHECK(test.next() == one.digest);
    }
    SECTION("but nobody else") {
        test.keep(2);
        test.ack(test.newest());
        CHECK(test.unsent() == 1);
    }
}

TEST_CASE("what one district said is not noted for another, nor for itself after it was put back") {
    SendingHall test;
    const Attachment one = test.keep(1);
    test.ack(test.newest());
    const SyncLink before = test.link();
    CHECK_FALSE(value_of(note_attachment_sent(test.hall(), one.digest, {before.hall_id, "second server"})));
    CHECK_FALSE(value_of(note_attachment_sent(test.hall(), one.digest, {"hall-8", before.server_incarnation})));
    value_of(leave_district(test.hall()));
    CHECK_FALSE(value_of(note_attachment_sent(test.hall(), one.digest, {before.hall_id, before.server_incarnation})));
    CHECK(test.unsent() == 1);
}
