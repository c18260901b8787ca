// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <csignal>
#include <nlohmann/json.hpp>

#include "hall/acts/leave_district.h"
#include "hall/acts/show_sync.h"
#include "hall/acts/verify_journal.h"
#include "hall/base/bytes.h"
#include "tests/support/attachments.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/sync-agent/joined_box.h"

using namespace linli;
using namespace linli::agent;
using namespace linli::support;

namespace {

Finished run(const TestHall& test, std::vector<std::string> words, const std::string& input = {},
             const std::string& language = "zh-CN") {
    words.insert(words.begin(), {sync_program_path(), "--database", test.database().string()});
    return run_program({std::move(words), {{"LINLI_LANGUAGE", language}}, input});
}

std::string pairing_for(const DistrictPeer& district) {
    return sync::pairing_text({district.address(), "secret-code-9", ""});
}

/// A box that belongs to nobody yet, and a district that waits for it.
struct FreshBox : JoinedBox {
    FreshBox() {
        value_of(leave_district(test.hall()));
        district.with([](auto& state) {
            state.public_key.clear();
            state.tokens.clear();
        });
    }
};

}  // namespace

TEST_CASE("a box joins, sends, shows how it stands and leaves from the command line") {
    FreshBox box;
    CHECK(run(box.test, {"status"}).out.find("没有接入") != std::string::npos);
    box.district.with([](auto& state) { state.approved = false; });
    const Finished waits = run(box.test, {"enrol", "-"}, pairing_for(box.district) + "\n");
    CHECK(waits.exit_code == 0);
    CHECK(waits.out.find(value_of(show_sync(box.test.hall())).fingerprint) != std::string::npos);
    box.district.with([](auto& state) { state.approved = true; });
    const Finished joined = run(box.test, {"enrol", pairing_for(box.district)});
    CHECK(joined.exit_code == 0);
    CHECK(joined.out.find("已接入") != std::string::npos);

    take_numbers(box.test, 3);
    const Finished once = run(box.test, {"once"}, {}, "en");
    INFO(once.out + once.err);
    CHECK(once.exit_code == 0);
    CHECK(box.acked() == box.newest());
    const auto json = nlohmann::json::parse(run(box.test, {"status", "--json"}).out);
    CHECK(json.at("state") == "approved");
    CHECK(json.at("unsent") == 0);
    CHECK(json.at("trouble") == "none");
    CHECK(json.at("agent_runs") == false);

    CHECK(run(box.test, {"enrol", pairing_for(box.district)}).exit_code == 1);
    CHECK(run(box.test, {"leave"}).exit_code == 1);
    CHECK(box.link().state == LinkState::approved);
    CHECK(run(box.test, {"leave", "--yes"}).exit_code == 0);
    CHECK(box.link().state == LinkState::none);
}

TEST_CASE("nothing that the program writes or is called by shows a secret") {
    FreshBox box;
    const std::string pairing = pairing_for(box.district);
    std::string all;
    for (const Finished& one :
         {run(box.test, {"enrol", pairing}), run(box.test, {"status", "--json"}), run(box.test, {"once"}),
          run(box.test, {"enrol", pairing, pairing}), run(box.test, {"enrol", "linli1:" + pairing})})
        all += one.out + one.err;
    const SyncLink link = box.link();
    REQUIRE_FALSE(link.token.empty());
    for (const std::string& secret : {link.token, link.page_key, pairing.substr(7, 40), std::string("secret-code-9"),
                                      hex(link.secret_key), hex(link.secret_key.substr(0, 32))})
        CHECK(all.find(secret) == std::string::npos);
}

TEST_CASE("a pairing string that was given as a word is wiped out of the list of processes") {
    FreshBox box;
    box.district.with([](auto& state) { state.approved = false; });
    std::string words;
    box.district.instead([&](const HttpPeer::Asked&) -> std::optional<HttpPeer::Reply> {
        // While the program waits for this answer everybody may look.
        const Finished ps = run_program({{"sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"}, {}, {}});
        words = ps.out;
        return std::nullopt;
    });
    CHECK(run(box.test, {"enrol", pairing_for(box.district)}).exit_code == 0);
    CHECK(words.find(box.test.database().string()) != std::string::npos);
    CHECK(words.find(pairing_for(box.district)) == std::string::npos);
}

TEST_CASE("what was typed wrong is said in words, and nothing is done") {
    FreshBox box;
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{},
                                               {"fly"},
                                               {"enrol"},
                                               {"status", "--loud"},
                                               {"enrol", "linli1:xyz"},
                                               {"enrol", sync::pairing_text({"http://d.example", "c", ""})}}) {
        const Finished finished = run(box.test, words);
        CHECK(finished.exit_code == 2);
        CHECK(finished.err.find("没有") != std::string::npos);
    }
    CHECK(box.district.http().asked().empty());
    CHECK(run(box.test, {"--help"}).exit_code == 0);
    CHECK(run(box.test, {"--version"}).out == "0.1.0\n");
    CHECK(run_program({{sync_program_path(), "status", "--database", "/nowhere/hall.db"}, {}, {}}).exit_code == 3);
}

TEST_CASE("a refused code is told in words with what to do") {
    FreshBox box;
    box.district.instead([](const HttpPeer::Asked&) { return std::optional(problem_reply(403, "code_expired")); });
    const Finished finished = run(box.test, {"enrol", pairing_for(box.district)});
    CHECK(finished.exit_code == 1);
    CHECK((finished.out + finished.err).find("过期") != std::string::npos);
    CHECK(box.link().state == LinkState::none);
}

TEST_CASE("the service sends by itself, is seen to run, and ends within a second when told to") {
    JoinedBox box;
    Child service([&] {
        execl(sync_program_path().c_str(), "linli-sync", "--database", box.test.database().c_str(), "run", nullptr);
        return 127;
    });
    for (int i = 0; i < 200 && box.acked() < box.newest(); ++i) usleep(50'000);
    CHECK(box.acked() == box.newest());
    CHECK(value_of(show_sync(box.test.hall())).agent_runs);
    take_numbers(box.test, 2);
    for (int i = 0; i < 60 && box.acked() < box.newest(); ++i) usleep(50'000);
    CHECK(box.acked() == box.newest());
    const auto begin = std::chrono::steady_clock::now();
    service.tell_to_end();
    CHECK(service.wait() == 0);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
}

TEST_CASE("a program that is killed at any named step loses no entry, doubles none and does nothing twice") {
    JoinedBox box;
    const std::vector<SyncStep> steps = {SyncStep::batch_read,      SyncStep::push_answered,  SyncStep::push_noted,
                                         SyncStep::stream_answered, SyncStep::stream_settled, SyncStep::feed_read,
                                         SyncStep::feed_applied,    SyncStep::restart_taken,  SyncStep::restart_done,
                                         SyncStep::token_answered,  SyncStep::token_kept};
    for (const SyncStep step : steps) {
        const std::string name = name_of(step);
        INFO(name);
        take_numbers(box.test, 2);
        box.district.with([&](auto& state) {
            state.incarnation = name;
            state.feed.push_back({"m-" + name, "message.set", R"({"zh":"好","en":""})"});
            state.feed.push_back({"t-" + name, "token.rotate", "{}"});
            state.feed.push_back({"r-" + name, "program.restart", R"({"program":"board"})"});
        });
        const Finished killed = run_program(
            {{sync_program_path(), "--database", box.test.database().string(), "once"}, {{"LINLI_DIE_AT", name}}, {}});
        CHECK(killed.exit_code == 128 + SIGKILL);
        run(box.test, {"once"});
        const Finished last = run(box.test, {"once"});
        INFO(last.out + last.err);
        CHECK(last.exit_code == 0);
        CHECK(box.acked() == box.newest());
    }
    const auto state = box.district.state();
    CHECK(state.faults.empty());
    CHECK(state.entries_taken == box.newest());
    CHECK(box.test.journal_of("message.set").size() == steps.size());
    CHECK(box.test.journal_of("command.done").size() == 2 * steps.size());
    CHECK(box.test.journal_of("command.refused").size() == steps.size());
    CHECK(value_of(verify_journal(box.test.hall())).fault.value_or("none") == "none");
}

TEST_CASE("a program that is killed at any step of an attachment brings it up whole, and no part twice") {
    JoinedBox box;
    unsigned seed = 0;
    for (const SyncStep step : {SyncStep::attachment_announced, SyncStep::part_answered, SyncStep::attachment_noted}) {
        const std::string name = name_of(step);
        INFO(name);
        const std::string bytes = pdf_of(300'000, ++seed);
        const auto kept = done(keep_attachment(box.test.hall(), {name, {}, bytes_of(bytes)}));
        for (int kills = 0; kills < 2; ++kills) {
            const Finished killed =
                run_program({{sync_program_path(), "--database", box.test.database().string(), "once"},
                             {{"LINLI_DIE_AT", name}},
                             {}});
            // Once it is noted, nothing is left to die at.
            CHECK(killed.exit_code == (kills == 1 && step == SyncStep::attachment_noted ? 0 : 128 + SIGKILL));
        }
        const Finished last = run(box.test, {"once"});
        INFO(last.out + last.err);
        CHECK(last.exit_code == 0);
        CHECK(box.district.state().attachments[kept.digest] == bytes);
        CHECK(box.district.state().parts_taken == static_cast<int>(3 * seed));
    }
    CHECK(nlohmann::json::parse(run(box.test, {"status", "--json"}).out).at("unsent_attachments") == 0);
    CHECK(box.district.state().faults.empty());
    done(keep_attachment(box.test.hall(), {"one more", {}, bytes_of(pdf_of(9))}));
    CHECK(run(box.test, {"status"}, {}, "en").out.find("1 attachments") != std::string::npos);
}

TEST_CASE("a box that is killed while it joins has joined or goes on joining") {
    const SyncStep step = GENERATE(SyncStep::enrolment_answered, SyncStep::enrolment_kept);
    FreshBox box;
    const Finished killed =
        run_program({{sync_program_path(), "--database", box.test.database().string(), "enrol", "-"},
                     {{"LINLI_DIE_AT", name_of(step)}},
                     pairing_for(box.district)});
    CHECK(killed.exit_code == 128 + SIGKILL);
    run(box.test, {"once"});
    run(box.test, {"once"});
    CHECK(box.link().state == LinkState::approved);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().faults.empty());
}
