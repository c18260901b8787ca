// SPDX-License-Identifier: Apache-2.0
// What a box and a district of the first version wrote, byte by byte, is taken for ever. tests/faults/version_1 was
// recorded once and does not change.
#include <nlohmann/json.hpp>

#include "district/boxes/enrol.h"
#include "district/boxes/health.h"
#include "district/boxes/token.h"
#include "district/store/hall_days.h"
#include "hall/base/uuid.h"
#include "hall/wire/sync_json.h"
#include "tests/district/test_box.h"
#include "tests/support/cases.h"
#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;
using Json = nlohmann::ordered_json;

namespace {

std::filesystem::path recorded(const char* file) {
    return support::source_folder() / "tests" / "faults" / "version_1" / file;
}

const Json& messages() {
    static const Json all = Json::parse(support::read_file(recorded("messages.json")));
    return all;
}

std::string request(const char* name) { return messages().at("requests").at(name).dump(); }
std::string answer(const char* name) { return messages().at("answers").at(name).dump(); }

sync::PushHead push_head() {
    const Json& head = messages().at("requests").at("push");
    return {head.at("Linli-Device"), head.at("Linli-Epoch"),  head.at("Linli-First"),    head.at("Linli-Last"),
            head.at("Linli-Chain"),  head.at("Linli-Digest"), head.at("Linli-Signature")};
}

}  // namespace

TEST_CASE("a box of the first version is let in, and its batch, report and request are taken") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const HallRow hall = district.add_hall();
    const auto asked = value_of(sync::read_enrol_request(request("enrol")));
    const std::string code_hash(as_text(blake2b(asked.code)));
    value_of(insert_pairing(district.connection(),
                            {hall.hall_id, code_hash, Approval::given, monday_ms, monday_ms + 1, {}, {}}));
    const auto let_in = value_of(enrol(district.connection(), asked, monday_ms));
    REQUIRE(let_in.has_value());
    const auto sender = value_of(find_sender(district.connection(), let_in->token, monday_ms));
    REQUIRE(sender.has_value());

    const std::string body = support::read_file(recorded("push.zst"));
    for (const sync::EntryResult wanted : {sync::EntryResult::accepted, sync::EntryResult::duplicate}) {
        const auto taken = value_of(take_batch(district.connection(), *sender, push_head(), body, monday_ms));
        REQUIRE(taken.has_value());
        CHECK(taken->acked_through == 31);
        CHECK(std::ranges::count(taken->results, wanted) == 31);
    }
    CHECK(district.count("SELECT count(*) FROM alarm") == 0);
    const auto day = value_of(days_of_date(district.connection(), "2026-11-23"));
    REQUIRE(day.size() == 1);
    CHECK(day[0].figures.taken == 9);
    CHECK(day[0].figures.done == 3);
    CHECK(day[0].figures.missed == 1);
    CHECK(day[0].figures.gone == 1);
    const auto health = value_of(sync::read_health(request("health")));
    CHECK(value_of(take_health(district.connection(), *sender, health, monday_ms)).has_value());
    const auto token = value_of(sync::read_token_request(request("token")));
    CHECK(value_of(renew_token(district.connection(), *sender, token, monday_ms)).has_value());
    support::print_cases("messages of a box of the first version", 5);
}

TEST_CASE("the answers of a district of the first version are understood") {
    CHECK(value_of(sync::read_enrol_answer(answer("enrol"))).hall_id == "hall-1");
    CHECK(value_of(sync::read_enrol_answer(answer("enrol_waiting"))).state == sync::EnrolState::waiting);
    CHECK(value_of(sync::read_token_answer(answer("token"))) == std::string(64, 'c'));
    CHECK(value_of(sync::read_stream_state(answer("stream"))).acked_through == 3);
    CHECK(value_of(sync::read_ranges(answer("ranges"))).at(0).count == 1000);
    CHECK(letters(value_of(sync::read_push_answer(answer("push"))).results) == "adq");
    CHECK(value_of(sync::read_feed_page(answer("pull"))).items.size() == 4);
    CHECK(value_of(sync::read_health_answer(answer("health"))).server_incarnation == "incarnation-1");
    CHECK(sync::read_problem(answer("gap")).acked_through == 3);
    support::print_cases("messages of a district of the first version", 9);
}

TEST_CASE("entries of a newer box are kept: kinds that nobody knows, more fields, a newer version of a known kind") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_ticket("ticket.taken", "t1", "waiting", R"(,"face":{"mood":["calm"]},"weight":1.5)");
    box.add("rocket.launched", "rocket:1", R"({"to":["moon",null]})");
    box.add_ticket("ticket.teleported", "t1", "waiting");
    std::string more = box.entry(box.newest() + 1, new_uuid(box.wall_ms), "counter.opened", "counter:1", "{}");
    more.insert(1, R"("from_the_future":{"x":[1,2]},)");
    box.add_raw(more);
    std::string newer = box.entry(box.newest() + 1, new_uuid(box.wall_ms), "ticket.called", "t1",
                                  R"({"code":"A001","service_day":1,"matter":"permit","state":"called"})");
    newer.replace(newer.find(R"("version":1)"), 11, R"("version":2)");
    box.add_raw(newer);
    const auto answer = taken(district.connection(), box, box.all());
    CHECK(letters(answer.results) == "aaaaa");
    CHECK(answer.acked_through == 5);
    CHECK(district.count("SELECT count(*) FROM alarm") == 0);
    CHECK(district.count("SELECT count(*) FROM ticket WHERE state = 'called'") == 1);
    support::print_cases("entries of a newer box", 5);
}
