// SPDX-License-Identifier: Apache-2.0
// An old box with a new district and the other way round: what one side does not know yet it passes over, what it
// misses stops nothing else, and every record is at the district once.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "district/store/commands.h"
#include "district/store/settings.h"
#include "tests/faults/both_here.h"
#include "tests/support/cases.h"

using namespace linli;
using namespace linli::support;
using district::tests::Driver;
using Json = nlohmann::ordered_json;

namespace {

using Faults = std::vector<std::string>;

/// Fields that nobody knows in every object, however deep.
void add_fields(Json& json) {
    for (auto& inner : json)
        if (inner.is_structured()) add_fields(inner);
    if (!json.is_object()) return;
    json["from_the_future"] = {{"deep", {1, nullptr, "二"}}, {"flag", true}};
    json["a_number_more"] = -1.5;
}

std::string with_fields(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return text;
    add_fields(json);
    return json.dump();
}

std::string operation_of(const agent::HttpRequest& request) {
    const std::string path = request.url.substr(request.url.find("/v1/"));
    return path.substr(0, path.find('?'));
}

/// All that a box and a district ever ask of one another.
void everything(BothHere& both, const std::string& hall_id, const std::string& name) {
    const std::int64_t now_ms = both.district_clock.wall_ms();
    const auto command = [&](const std::string& id, const std::string& kind, const std::string& body) {
        district::CommandRow row;
        row.command_id = id + name;
        row.kind = kind;
        row.body = body;
        row.made_ms = now_ms;
        REQUIRE(district::add_command(both.connection(), hall_id, row).has_value());
    };
    for (int i = 0; i < 600; ++i) both.take();
    command("message-", "message.set", R"({"zh":"停电","en":"No power","until_ms":null})");
    command("rocket-", "rocket.launch", R"({"to":["moon",{"by":2040}]})");
    command("token-", "token.rotate", "{}");
    REQUIRE(district::new_incarnation(both.connection()).has_value());
    both.run_seconds(130);
}

std::string only_hall(BothHere& both) {
    constexpr district::Statement of_hall{"versions_hall", "SELECT hall_id FROM hall"};
    return value_of(both.connection().run(of_hall, {})).at(0).text(0);
}

}  // namespace

TEST_CASE("a newer district's answers are understood as far as they are known, and what it asks for is passed over") {
    BothHere both(LINLI_BOTH_DRIVERS());
    std::set<std::string> changed;
    both.change_answer = [&](const agent::HttpRequest& request, agent::HttpAnswer& answer) {
        answer.body = with_fields(answer.body);
        changed.insert(operation_of(request));
    };
    both.enrol();
    everything(both, only_hall(both), "1");
    CHECK(both.differences() == Faults{});
    CHECK(changed == std::set<std::string>{"/v1/enrol", "/v1/health", "/v1/pull", "/v1/push", "/v1/ranges",
                                           "/v1/stream", "/v1/token"});
    CHECK(both.hall.journal_of("message.set").size() == 1);
    CHECK(both.hall.journal_of("command.refused").size() == 1);  // noted, once
    CHECK(both.hall.journal_of("command.done").size() == 2);
    both.run_seconds(130);
    CHECK(both.hall.journal_of("command.refused").size() == 1);
    print_cases("a newer district", static_cast<long>(changed.size()) + 1);
}

TEST_CASE("a newer box's requests are understood as far as they are known, and its records are kept") {
    BothHere both(LINLI_BOTH_DRIVERS());
    std::set<std::string> changed;
    both.change_request = [&](agent::HttpRequest& request) {
        if (request.method == agent::Method::post) request.body = with_fields(request.body);
        if (request.method == agent::Method::get) request.url += "&from_the_future=1";
        request.headers.emplace_back("Linli-Future: one; two=3");
        changed.insert(operation_of(request));
    };
    both.enrol();
    everything(both, only_hall(both), "1");
    CHECK(both.differences() == Faults{});
    CHECK(changed.size() == 7);
    CHECK(both.hall.journal_of("message.set").size() == 1);
    print_cases("a newer box", static_cast<long>(changed.size()));
}

TEST_CASE(
    "a district that leaves any field out of any answer is heard no further than the truth, and the rest goes on") {
    BothHere both(Driver::sqlite);
    both.enrol();
    const std::string hall_id = only_hall(both);
    std::map<std::string, std::set<std::string>> fields;
    both.change_answer = [&](const agent::HttpRequest& request, agent::HttpAnswer& answer) {
        const Json json = Json::parse(answer.body, nullptr, false);
        if (answer.status == 200 && json.is_object())
            for (const auto& [name, value] : json.items()) fields[operation_of(request)].insert(name);
    };
    everything(both, hall_id, "0");
    CHECK(fields.size() == 6);
    long cases = 0;
    for (const auto& [operation, names] : fields)
        for (const std::string& name : names) {
            INFO(operation << " without " << name);
            both.change_answer = [&](const agent::HttpRequest& request, agent::HttpAnswer& answer) {
                Json json = Json::parse(answer.body, nullptr, false);
                if (operation_of(request) != operation || !json.is_object()) return;
                json.erase(name);
                answer.body = json.dump();
            };
            both.take();
            both.run_seconds(65);
            both.change_answer = {};
            // What it was asked for meanwhile is done as soon as the answers are whole.
            both.run_seconds(400);
            CHECK(both.differences() == Faults{});
            ++cases;
        }
    print_cases("an answer without one of its fields", cases);
}
