// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/text_keys.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/show_sync.h"
#include "hall/base/result.h"
#include "hall/queue/outcome.h"
#include "hall/queue/refusal.h"
#include "hall/queue/ticket.h"
#include "hall/text/catalogue.h"

using namespace linli;
using namespace linli::tidy;

namespace {

using Lines = std::vector<std::string>;

// Keys that the code puts together, and what it puts them together from.
const Lines built_at_run_time = {
    "refusal.*",                     // the name of a Refusal
    "error.*",                       // the name of an ErrorCode
    "state.*",                       // the name of a TicketState, for `linli`
    "ticket_state.*",                // the same for the kiosk's page, and with _note
    "outcome.*",                     // how a visit ended, one of hall/queue/outcome.h, or why a number left
    "refused.*_what",                // a refusal's title and what it means
    "doctor.*.*",                    // what the doctor looked at and how it is
    "device.*.*",                    // a device and a code of its own, for what is so and, with .mend, what to do
    "cli.health.*",                  // a DeviceHealth, for `linli`
    "cli.device_name.*",             // a Device, for `linli`
    "cli.device.values.*",           // a setting's name, for what it may be
    "cli.device.test_done.*",        // a Device
    "cli.device.test_unanswered.*",  //
    "staff.role.*",                  // the name of a Role
    "home.*.title",                  // a service's tile
    "home.*.text",                   //
    "home.*.short",                  //
    "weekday.*",                     // ISO 8601 weekday
    "words.weekday_*",               //
    "month.*",                       //
    "notices.section.*",             // a section of open affairs
    "board.rest.*",                  // why the hall is closed, a Refusal's name
    "installer.*.*",                 // a thing that an installer looks after, and what is said of it
    "kiosk.help.*",                  // an option of `linli-kiosk`
    "console.help.*",                // and of `linli-console`
    "district.help.*",               // and of `linli-district`
    "district.state.*",              // how a hall is, for `linli-district`
    "district.alarm.*",              // the name of an AlarmKind
    "sync.help.*",                   // and of `linli-sync`, with its commands
    "sync.state.*",                  // a LinkState
    "sync.trouble.*",                // a SyncTrouble
};

// Literals that look like keys: targets on the screen, content documents and kinds of the journal.
const TextKeys other_names = {"bar.language", "matters.json", "reminders.json", "device.set", "message.set"};

TextKeys keys_of(std::string_view language) {
    TextKeys keys;
    for (const SourceFile& file : source_tree()) {
        if (!lies_in(file.path, std::string("assets/text/") + std::string(language))) continue;
        const auto part = Catalogue::parse(file.text, file.path);
        REQUIRE(part.has_value());
        for (const auto& [key, text] : part->all()) keys.insert(key);
    }
    return keys;
}

std::vector<SourceFile> code_in(std::initializer_list<std::string_view> folders) {
    std::vector<SourceFile> found;
    for (const SourceFile& file : source_tree())
        for (const std::string_view folder : folders)
            if (lies_in(file.path, folder)) found.push_back(file);
    return found;
}

/// The names of an enum whose last value is given.
template <class Enum>
Lines names_up_to(Enum last) {
    Lines names;
    for (int value = 0; value <= static_cast<int>(last); ++value) names.emplace_back(name_of(static_cast<Enum>(value)));
    return names;
}

Lines without(const TextKeys& keys, std::string_view prefix, const Lines& names, std::string_view suffix = "") {
    Lines missing;
    for (const std::string& name : names) {
        const std::string key = std::string(prefix) + name + std::string(suffix);
        if (!keys.contains(key)) missing.push_back(key);
    }
    return missing;
}

Lines numbers(int most) {
    Lines all;
    for (int number = 1; number <= most; ++number) all.push_back(std::to_string(number));
    return all;
}

}  // namespace

TEST_CASE("every text that the code asks for is there in every language") {
    // Besides papers, hall/ speaks to programs only; what looks like a key there is the journal's.
    const auto code = code_in({"kiosk", "cli", "console", "district/operator", "district/phone", "sync-agent",
                               "hall/papers", "web/pages/console", "web/pages/shared"});
    REQUIRE(code.size() > 50);
    for (const char* language : {"zh-CN", "en"}) {
        INFO(language);
        CHECK(listed(missing_keys(code, keys_of(language), other_names)) == "");
    }
}

TEST_CASE("every text is used somewhere") {
    const auto code =
        code_in({"hall", "kiosk", "cli", "console", "district", "sync-agent", "web/pages/console", "web/pages/shared"});
    for (const char* language : {"zh-CN", "en"}) {
        INFO(language);
        CHECK(listed(unused_keys(code, keys_of(language), built_at_run_time)) == "");
    }
}

TEST_CASE("every pattern of keys built at run time still makes one") {
    const TextKeys keys = keys_of("zh-CN");
    for (const std::string& pattern : built_at_run_time) {
        INFO(pattern);
        CHECK(std::ranges::any_of(keys, [&](const std::string& key) { return matches(key, pattern); }));
    }
}

TEST_CASE("every refusal, failure and state has its words in every language") {
    for (const char* language : {"zh-CN", "en"}) {
        INFO(language);
        const TextKeys keys = keys_of(language);
        const Lines states = names_up_to(TicketState::handed_over);
        CHECK(listed(without(keys, "refusal.", names_up_to(Refusal::password_common))) == "");
        CHECK(listed(without(keys, "error.", names_up_to(ErrorCode::io))) == "");
        CHECK(listed(without(keys, "state.", states)) == "");
        CHECK(listed(without(keys, "outcome.", Lines(outcomes.begin(), outcomes.end()))) == "");
        CHECK(listed(without(keys, "outcome.", Lines(leavings.begin(), leavings.end()))) == "");
        CHECK(listed(without(keys, "ticket_state.", states)) == "");
        CHECK(listed(without(keys, "weekday.", numbers(7))) == "");
        CHECK(listed(without(keys, "words.weekday_", numbers(7))) == "");
        CHECK(listed(without(keys, "month.", numbers(12))) == "");
        CHECK(listed(without(keys, "sync.state.", names_up_to(LinkState::revoked))) == "");
        CHECK(listed(without(keys, "sync.trouble.", names_up_to(SyncTrouble::enrolment_refused))) == "");
        const Lines closed = {name_of(Refusal::closed_today), name_of(Refusal::before_opening),
                              name_of(Refusal::after_closing), name_of(Refusal::on_break)};
        CHECK(listed(without(keys, "board.rest.", closed)) == "");
    }
}

TEST_CASE("a key without a text is found, whether asked for at once, by a choice or through a table") {
    const TextKeys keys = {"page.title", "page.note"};
    const std::vector<SourceFile> code = {{"a.cpp",
                                           "t(\"page.title\");\n"
                                           "t(many ? \"page.note\" : \"pages.lost\", {{\"n\", \"other.thing\"}});\n"
                                           "const char* rows[] = {\"page.gone\", \"page.target\", \"else.where\"};\n"
                                           "t(\"page.\" + name);  // \"page.comment\"\n"}};
    CHECK(missing_keys(code, keys, {"page.target"}) == Lines{"a.cpp:2: pages.lost", "a.cpp:3: page.gone"});
}

TEST_CASE("a text that nobody uses is found") {
    const std::vector<SourceFile> code = {{"a.cpp", "t(\"page.title\"); t(\"state.\" + name); // \"page.note\""}};
    CHECK(unused_keys(code, {"page.title", "page.note", "state.open"}, {"state.*"}) == Lines{"page.note"});
}

TEST_CASE("pages use and miss texts like the rest of the code") {
    const TextKeys keys = {"page.title", "page.note", "page.tab.line", "state.open"};
    const std::vector<SourceFile> code = {
        {"a.vue",
         "<b :title=\"t('page.title')\">{{ t(`page.tab.${one}`) }}</b>\n"
         "{{ t('page.gone') }}{{ t(`page.lost.${one}.name`) }}<i :x=\"page.x\">{{ t('page.note') }}</i>\n"
         "import x from './page.js'"}};
    CHECK(missing_keys(code, keys, {}) == Lines{"a.vue:2: page.gone", "a.vue:2: page.lost.*.name"});
    CHECK(unused_keys(code, keys, {}) == Lines{"state.open"});
}

TEST_CASE("a star in a pattern stands for any part of a key") {
    CHECK(matches("home.policy.title", "home.*.title"));
    CHECK_FALSE(matches("home.policy.text", "home.*.title"));
    CHECK_FALSE(matches("home.title", "home.*.title"));
    CHECK(matches("state.open", "state.*"));
    CHECK_FALSE(matches("stat", "state.*"));
}
