// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/ticket_slip.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

const LocalTime taken{{2026, 11, 23}, 1, 9 * 60 + 42, 0};

/// The demo hall, and number A027 of its first matter behind six others.
struct Sample {
    HallContent content = *parse_hall_content(embedded_content());
    TicketView view;

    Sample() {
        view.ticket.letter = 'A';
        view.ticket.number = 27;
        view.ticket.matter = "old-age-allowance";
        view.ticket.check_code = "4821";
        view.people_ahead = 6;
        view.wait = WaitRange{12, 20};
        view.counters = {1, 2, 3};
        view.any_counter_open = true;
    }
    Slip slip(Language language = Language::zh, int copy = 1, std::optional<LocalTime> printed = {}) const {
        return ticket_slip({content, view, language, taken, copy, printed});
    }
};

template <class Kind>
bool has(const Slip& slip) {
    return std::ranges::any_of(slip.blocks,
                               [](const SlipBlock& block) { return std::holds_alternative<Kind>(block.what); });
}

/// The first of its kind, or an empty one.
template <class Kind>
Kind first(const Slip& slip) {
    for (const SlipBlock& block : slip.blocks)
        if (const auto* found = std::get_if<Kind>(&block.what)) return *found;
    return {};
}

/// Every text on the slip, a line each.
std::string all_words(const Slip& slip) {
    std::string all;
    const auto add = [&](const std::string& words) { all += words + "\n"; };
    for (const SlipBlock& block : slip.blocks) {
        if (const auto* text = std::get_if<SlipText>(&block.what)) add(text->words);
        if (const auto* marked = std::get_if<SlipMarked>(&block.what)) add(marked->text.words + "|" + marked->mark);
        if (const auto* number = std::get_if<SlipNumber>(&block.what)) add(number->code);
        if (const auto* facts = std::get_if<SlipFacts>(&block.what))
            for (const SlipFact& fact : facts->facts) add(fact.label + "|" + fact.value);
        if (const auto* code = std::get_if<SlipCode>(&block.what))
            for (const SlipText& text : code->beside) add(text.words);
        if (const auto* ends = std::get_if<SlipEnds>(&block.what)) add(ends->left + "|" + ends->right);
    }
    return all;
}

}  // namespace

TEST_CASE("a slip says hall, time, matter, number, line, window, what to bring and how to give back") {
    Sample sample;
    CHECK(all_words(sample.slip()) ==
          "桂花里社区服务大厅\n"
          "2026年11月23日 星期一 9:42 取号\n"
          "高龄津贴申领|\n"
          "A027\n"
          "您前面还有|6 人\n"
          "大约等|12–20 分钟\n"
          "到 1–3 号窗口（进门左手边）\n"
          "要带身份证、户口簿、本人银行卡。\n"
          "过号不要紧，说一声，隔 3 个号再叫您。\n"
          "当天有效，退号码 4821|扫码存到手机\n");
    CHECK(all_words(sample.slip(Language::en)) ==
          "Guihuali Community Hall\n"
          "Taken Mon 23 Nov 2026, 9:42\n"
          "Old-age allowance|\n"
          "A027\n"
          "Ahead of you|6\n"
          "Wait about|12–20 min\n"
          "Go to counters 1–3 (On the left as you enter)\n"
          "Bring: ID card, Household register book, Your own bank card.\n"
          "Missed your call? Tell a counter: you are called again after 3 others.\n"
          "Valid today. To give back: 4821|Scan to keep\n");
}

TEST_CASE("the code for a phone says the same as the kiosk's page") {
    const Slip slip = Sample().slip();
    REQUIRE(has<SlipCode>(slip));
    CHECK(first<SlipCode>(slip).payload == "A027 桂花里社区 高龄津贴申领 2026-11-23 09:42");
}

TEST_CASE("a number that is called earlier is marked beside its matter") {
    Sample sample;
    sample.view.ticket.priority = "elder";
    CHECK(first<SlipMarked>(sample.slip()).mark == "优先");
    CHECK(first<SlipMarked>(sample.slip(Language::en)).mark == "Priority");
}

TEST_CASE("a paper printed again says so before anything else, whatever the plan says") {
    Sample sample;
    CHECK(first<SlipMarked>(sample.slip(Language::zh, 1)).mark.empty());
    const Slip again = sample.slip(Language::zh, 2);
    REQUIRE(std::holds_alternative<SlipMarked>(again.blocks.front().what));
    CHECK(first<SlipMarked>(again).mark == "补打（第 2 张）");
    CHECK(first<SlipMarked>(sample.slip(Language::en, 3)).mark == "Reprint, copy 3");
    const LocalTime later{{2026, 11, 23}, 1, 10 * 60 + 5, 0};
    CHECK(first<SlipMarked>(sample.slip(Language::zh, 2, later)).mark == "10:05 补打（第 2 张）");
    sample.content.slip.rows = {{0, SlipNumberRow{}}};
    CHECK(has<SlipMarked>(sample.slip(Language::zh, 2)));
}

TEST_CASE("where nobody is ahead the slip says so in words") {
    Sample sample;
    sample.view.people_ahead = 0;
    sample.view.wait = WaitRange{0, 0};
    const Slip slip = sample.slip();
    CHECK(first<SlipFacts>(slip).facts[0].value == "没有人");
    CHECK(first<SlipFacts>(slip).facts[1].value == "不到 1 分钟");
}

TEST_CASE("where no counter is open the slip has no wait and says what will happen") {
    Sample sample;
    sample.view.wait.reset();
    sample.view.any_counter_open = false;
    const std::string words = all_words(sample.slip());
    CHECK(first<SlipFacts>(sample.slip()).facts.size() == 1);
    CHECK(words.find("大约等") == std::string::npos);
    CHECK(words.find("窗口还没开，开了就按顺序叫。") != std::string::npos);
}

TEST_CASE("a number that was called and is printed again shows its counter and no place in the line") {
    Sample sample;
    sample.view.ticket.state = TicketState::called;
    sample.view.ticket.counter = 4;
    sample.view.people_ahead = 0;
    sample.view.wait.reset();
    const Slip slip = sample.slip(Language::zh, 2);
    CHECK_FALSE(has<SlipFacts>(slip));
    CHECK(all_words(slip).find("到 4 号窗口（进门右手边）") != std::string::npos);
    CHECK(all_words(slip).find("窗口还没开") == std::string::npos);
}

TEST_CASE("what has nothing to say is left out: nothing to bring, no joining again, a matter that is gone") {
    Sample sample;
    sample.content.matters.front().bring.clear();
    CHECK(all_words(sample.slip()).find("要带") == std::string::npos);
    CHECK(all_words(sample.slip()).find("过号不要紧") != std::string::npos);
    sample.content.rules.rejoin_times_max = 0;
    CHECK(all_words(sample.slip()).find("过号不要紧") == std::string::npos);
    sample.view.ticket.matter = "gone";
    const std::string words = all_words(sample.slip());
    CHECK(words.find("A027") != std::string::npos);
    CHECK(words.find("高龄") == std::string::npos);
}

TEST_CASE("braces in what an administrator wrote are no placeholders") {
    Sample sample;
    sample.content.hall_name.zh = "{code}{大厅";
    CHECK(std::get<SlipText>(sample.slip().blocks.front().what).words == "{code}{大厅");
}

TEST_CASE("a test slip has the hall, the time, a ruler, the head's band, rare characters and a code") {
    const Sample sample;
    for (const Language language : {Language::zh, Language::en}) {
        const Slip slip = test_slip(sample.content, language, taken);
        CHECK(has<SlipRuler>(slip));
        CHECK(has<SlipGrey>(slip));
        REQUIRE(has<SlipCode>(slip));
        CHECK(first<SlipCode>(slip).payload.ends_with("2026-11-23 09:42"));
        const std::string words = all_words(slip);
        CHECK(words.find(sample.content.hall_name.in(language)) != std::string::npos);
        CHECK(words.find("9:42") != std::string::npos);
        CHECK(words.find("𬭎") != std::string::npos);
    }
}
