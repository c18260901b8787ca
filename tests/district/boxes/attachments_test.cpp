// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/attachments.h"

#include <thread>

#include "district/store/attachments.h"
#include "hall/wire/sync_limits.h"
#include "tests/district/test_district.h"
#include "tests/support/attachments.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;
using support::digest_of;
using support::pdf_of;

namespace {

constexpr std::int64_t part = 128 * 1024;
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

/// A hall's box that brings attachments.
struct Bringer {
    explicit Bringer(TestDistrict& of) : district(of), hall_id(of.add_hall().hall_id) {}

    std::int64_t announce(const std::string& bytes, std::int64_t now_ms = monday_ms) {
        const auto state = value_of(ask(bytes, now_ms));
        INFO((state ? "" : state.error().detail));
        REQUIRE(state.has_value());
        CHECK(state->digest == digest_of(bytes));
        return state->offset;
    }
    BoxResult<sync::AttachmentState> ask(const std::string& bytes, std::int64_t now_ms = monday_ms) {
        const auto size = static_cast<std::int64_t>(bytes.size());
        return announce_attachment(district.connection(), hall_id, {digest_of(bytes), size, "application/pdf"}, now_ms);
    }
    /// "" or the refusal's name.
    std::string send(const std::string& bytes, std::int64_t offset, std::int64_t count = part) {
        return send_as(digest_of(bytes), bytes, offset, count);
    }
    std::string send_as(const std::string& digest, const std::string& bytes, std::int64_t offset,
                        std::int64_t count = part) {
        const auto taken = value_of(take_attachment_part(
            district.connection(), hall_id, digest, offset,
            bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(count)), monday_ms));
        go_on = taken ? std::optional(taken->offset) : taken.error().offset;
        return taken ? "" : std::string(taken.error().problem);
    }
    void bring(const std::string& bytes) {
        for (std::int64_t at = announce(bytes); at < static_cast<std::int64_t>(bytes.size()); at += part)
            REQUIRE(send(bytes, at) == "");
    }
    std::string refusal_of(const std::string& bytes, std::int64_t size, const std::string& type) {
        const auto state =
            value_of(announce_attachment(district.connection(), hall_id, {digest_of(bytes), size, type}, monday_ms));
        return state ? "" : std::string(state.error().problem);
    }
    AttachmentRow row(const std::string& bytes) {
        return value_of(find_attachment(district.connection(), hall_id, digest_of(bytes))).value();
    }
    std::string whole(const std::string& bytes) {
        const ReadBytes read = bytes_of_attachment(district.connection(), row(bytes));
        std::string all;
        for (std::string piece = "-"; !piece.empty(); all += piece)
            piece = value_of(read(static_cast<std::int64_t>(all.size()), sync::attachment_part_max));
        return all;
    }

    TestDistrict& district;
    std::string hall_id;
    std::optional<std::int64_t> go_on;
};

}  // namespace

TEST_CASE("an attachment comes part by part, is whole when its digest fits, and is asked for no more") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer box(district);
    const std::string bytes = pdf_of(300'000);
    CHECK(box.announce(bytes) == 0);
    CHECK(box.send(bytes, 0) == "");
    CHECK(box.go_on == part);
    CHECK(box.announce(bytes) == part);
    CHECK(box.send(bytes, part) == "");
    CHECK_FALSE(box.row(bytes).complete_ms);
    CHECK(box.send(bytes, 2 * part) == "");
    CHECK(box.go_on == 300'000);
    CHECK(box.row(bytes).complete_ms == monday_ms);
    CHECK(box.announce(bytes) == 300'000);
    CHECK(box.whole(bytes) == bytes);
}

TEST_CASE("a part that is not the next one is refused with where to go on, and nothing is written twice") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer box(district);
    const std::string bytes = pdf_of(300'000);
    CHECK(box.send(bytes, 0) == "not_announced");
    box.announce(bytes);
    CHECK(box.send(bytes, part) == "wrong_offset");
    CHECK(box.go_on == 0);
    CHECK(box.send(bytes, 0) == "");
    CHECK(box.send(bytes, 0) == "wrong_offset");
    CHECK(box.go_on == part);
    CHECK(box.send(bytes, part, 0) == "bad_part");
    CHECK(box.send_as(digest_of(bytes), pdf_of(400'000), part, 200'000) == "bad_part");
    CHECK(district.count("SELECT count(*) FROM attachment_part") == 1);
    box.bring(bytes);
    CHECK(box.send(bytes, 0) == "wrong_offset");
    CHECK(box.go_on == 300'000);
    CHECK(box.whole(bytes) == bytes);
}

TEST_CASE("bytes that are not what was announced are thrown away, and it begins anew") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer box(district);
    const std::string bytes = pdf_of(200'000);
    std::string other = bytes;
    other.at(150'000) ^= 1;
    box.announce(bytes);
    CHECK(box.send(bytes, 0) == "");
    CHECK(box.send_as(digest_of(bytes), other, part) == "bad_digest");
    CHECK(district.count("SELECT count(*) FROM attachment_part") == 0);
    CHECK_FALSE(box.row(bytes).complete_ms);
    CHECK(box.announce(bytes) == 0);
    box.bring(bytes);
    CHECK(box.whole(bytes) == bytes);
}

TEST_CASE("what is too large, of another kind, or here with another size is not announced") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer box(district);
    constexpr auto most = static_cast<std::int64_t>(sync::attachment_bytes_max);
    CHECK(box.refusal_of("a", most + 1, "image/png") == "too_large");
    CHECK(box.refusal_of("a", most, "text/html") == "unsupported_type");
    CHECK(district.count("SELECT count(*) FROM attachment") == 0);
    CHECK(box.refusal_of("a", most, "image/png") == "");
    const std::string bytes = pdf_of(1000);
    box.bring(bytes);
    CHECK(box.refusal_of(bytes, 1001, "application/pdf") == "wrong_shape");
    // As long as it is not whole another size may have been a mistake, and begins anew.
    const std::string second = pdf_of(200'000, 2);
    CHECK(box.refusal_of(second, 999'999, "application/pdf") == "");
    CHECK(box.send(second, 0) == "");
    CHECK(box.announce(second) == 0);
    box.bring(second);
    CHECK(box.whole(second) == second);
}

TEST_CASE("a hall begins no more than 100 MiB at once; what nobody goes on with for a week makes room") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer box(district);
    Bringer other(district);
    constexpr auto most = static_cast<std::int64_t>(sync::attachment_bytes_max);
    for (const char* name : {"1", "2", "3", "4", "5"}) CHECK(box.refusal_of(name, most, "image/png") == "");
    CHECK(box.refusal_of("6", 1, "image/png") == "too_many_open");
    CHECK(box.refusal_of("5", most, "image/png") == "");
    CHECK(other.refusal_of("6", 1, "image/png") == "");
    REQUIRE(box.send_as(digest_of("1"), pdf_of(100), 0) == "");
    const std::string late = pdf_of(1000);
    CHECK_FALSE(value_of(box.ask(late, monday_ms + 6 * day_ms)));
    CHECK(box.announce(late, monday_ms + 8 * day_ms) == 0);
    CHECK(district.count("SELECT count(*) FROM attachment_part") == 0);
}

TEST_CASE("two that send the same attachment at one time leave it whole") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer box(district);
    const std::string bytes = pdf_of(1'000'000);
    box.announce(bytes);
    const auto sender = [&] {
        const auto connection = open_connection(district.place());
        if (!connection) return;
        for (std::int64_t at = 0; at < static_cast<std::int64_t>(bytes.size());) {
            const auto taken = take_attachment_part(**connection, box.hall_id, digest_of(bytes), at,
                                                    bytes.substr(static_cast<std::size_t>(at), part), monday_ms);
            if (!taken) return;
            at = *taken ? (*taken)->offset : (*taken).error().offset.value_or(0);
        }
    };
    std::thread first(sender), second(sender);
    first.join();
    second.join();
    CHECK(box.row(bytes).complete_ms.has_value());
    CHECK(box.whole(bytes) == bytes);
}

TEST_CASE("halls know nothing of one another's attachments") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Bringer one(district), two(district);
    const std::string bytes = pdf_of(1000);
    one.bring(bytes);
    CHECK(two.announce(bytes) == 0);
    CHECK(value_of(list_attachments(district.connection(), two.hall_id, 10)).size() == 1);
    CHECK(value_of(list_attachments(district.connection(), "", 10)).size() == 2);
}
