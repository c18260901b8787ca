// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/kiosk/support/driver.h"
#include "tests/kiosk/support/layout_rules.h"

namespace linli::kiosk::testing {
namespace {

void begin(Driver& driver) {
    driver.show(ScreenId::home, Session{});
    driver.frames();
}

void type(Driver& driver, const std::string& letters) {
    for (const char letter : letters) driver.tap(std::string("key.") + letter);
}

Session reading(const std::string& document) {
    Session session;
    session.document = document;
    return session;
}

/// Goes on reading to the end; everything that is shown on the way.
bool reads_somewhere(Driver& driver, const std::string& words) {
    constexpr int pages_max = 12;
    for (int i = 0; i < pages_max; ++i) {
        if (driver.shows(words)) return true;
        if (!driver.has("read_on")) return false;
        driver.tap("read_on");
    }
    return false;
}

/// What was asked to be counted as looked up in vain.
std::vector<std::string> noted(Driver& driver) {
    std::vector<std::string> words;
    for (const Question& question : driver.service().asked())
        if (const auto* one = std::get_if<AskNoteSearch>(&question)) words.push_back(one->words);
    return words;
}

/// What was asked to be counted as read.
std::vector<std::string> read(Driver& driver) {
    std::vector<std::string> ids;
    for (const Question& question : driver.service().asked())
        if (const auto* one = std::get_if<AskNoteRead>(&question)) ids.push_back(one->id);
    return ids;
}

}  // namespace

TEST_CASE("from the home page a policy's answer is four touches and a word away, and then a number") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    REQUIRE(driver.screen() == ScreenId::look_up);
    type(driver, "gl");
    REQUIRE(driver.has("document.old-age-allowance"));
    driver.tap("document.old-age-allowance");
    REQUIRE(driver.screen() == ScreenId::policy);
    CHECK(driver.shows("80 岁以上"));
    CHECK(driver.shows("身份证原件"));
    CHECK(driver.shows("100"));
    driver.tap("take_number");
    CHECK(driver.screen() == ScreenId::confirm);
    CHECK(driver.kiosk().session().matter == "old-age-allowance");
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::policy);
}

TEST_CASE("everything that a policy says can be read in every mode, and is marked as an example") {
    const auto modes = GENERATE(Modes{}, Modes{.size = TextSize::larger}, Modes{.reach = Reach::low},
                                Modes{.size = TextSize::larger, .reach = Reach::low});
    const auto shape = GENERATE(Shape::portrait, Shape::landscape);
    Driver driver(shape == Shape::portrait ? Driver::Options{} : Driver::Options{.width = 1920, .height = 1080});
    for (const char* words :
         {"身份证原件", "年满 80 周岁", "5–15 个工作日", "示例，请以本地规定为准", "取号，到窗口交材料"}) {
        driver.show(ScreenId::policy, reading("old-age-allowance"), modes);
        driver.pass(400);
        INFO(words);
        CHECK(reads_somewhere(driver, words));
    }
}

TEST_CASE("a certificate that is not issued here says where to go, and a person is one touch away") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    type(driver, "qinshuguanxi");
    REQUIRE(driver.has("document.not-kinship"));
    driver.tap("document.not-kinship");
    REQUIRE(driver.screen() == ScreenId::not_issued);
    CHECK(driver.shows("社区开不了"));
    CHECK(driver.shows("桂花路 18 号"));
    driver.tap("ask_person");
    CHECK(driver.screen() == ScreenId::help);
}

TEST_CASE("what nothing is like shows what comes nearest and the way by groups") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    type(driver, "vvvv");
    CHECK(driver.shows("最接近"));
    driver.tap("key.clear");
    CHECK(driver.has("by_line"));
    driver.tap("by_line");
    REQUIRE(driver.screen() == ScreenId::categories);
    driver.tap("category.not_issued");
    REQUIRE(driver.screen() == ScreenId::documents);
    CHECK(driver.shows("残疾状况证明"));
    driver.tap("bar.back");
    driver.tap("category.housing");
    CHECK(driver.shows("公租房"));
}

TEST_CASE("a policy with several matters asks which one before a number is taken") {
    Driver driver;
    driver.show(ScreenId::policy, reading("disability-card"));
    driver.pass(400);
    driver.tap("take_number");
    REQUIRE(driver.has("matter.disability-card"));
    REQUIRE(driver.has("matter.disability-card-renewal"));
    driver.tap("bar.back");
    driver.tap("matter.disability-card-renewal");
    CHECK(driver.screen() == ScreenId::confirm);
    CHECK(driver.kiosk().session().matter == "disability-card-renewal");
}

TEST_CASE("a page can be kept on a phone: the code shows, and the way back leads to the text") {
    Driver driver;
    driver.show(ScreenId::policy, reading("old-age-allowance"));
    driver.pass(400);
    driver.tap("to_phone");
    CHECK(driver.shows("扫一扫"));
    driver.tap("phone_done");
    CHECK(driver.shows("80 岁以上"));
    driver.tap("to_phone");
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::policy);
    CHECK(driver.shows("80 岁以上"));
}

TEST_CASE("a page is read aloud once at each touch of its button") {
    Driver driver;
    driver.show(ScreenId::policy, reading("old-age-allowance"));
    driver.pass(400);
    REQUIRE(driver.spoken().said.empty());
    driver.tap("read_aloud");
    driver.pass(1'000);
    REQUIRE(driver.spoken().said.size() == 1);
    const auto& sentences = driver.spoken().said.front();
    CHECK(std::ranges::any_of(sentences, [](const std::string& one) { return one.find("80") != std::string::npos; }));
    driver.tap("read_aloud");
    driver.pass(1'000);
    CHECK(driver.spoken().said.size() == 2);
    CHECK(driver.spoken().is_speaking);
}

TEST_CASE("what was read is printed where there is a printer, and the page says what came of it") {
    Driver driver;
    driver.service().put_printer(DeviceHealth::bad, "paper_out");
    driver.show(ScreenId::policy, reading("old-age-allowance"));
    driver.pass(400);
    CHECK_FALSE(driver.has("print_document"));
    driver.service().put_printer(DeviceHealth::good, "ready");
    driver.pass(400);
    REQUIRE(driver.has("print_document"));
    driver.service().set_test_outcome(DeviceRequest::State::asked);
    driver.tap("print_document");
    CHECK_FALSE(driver.enabled("print_document"));
    const auto& all = driver.service().asked();
    const auto print =
        std::ranges::find_if(all, [](const Question& one) { return std::holds_alternative<AskPrintDocument>(one); });
    REQUIRE(print != all.end());
    CHECK(std::get<AskPrintDocument>(*print).wanted.id == "old-age-allowance");
    driver.service().set_test_outcome(DeviceRequest::State::done);
    driver.pass(400);
    driver.frames();
    CHECK(driver.shows("印好了"));
    driver.service().set_test_outcome(DeviceRequest::State::failed, "paper_out");
    driver.tap("print_document");
    driver.pass(400);
    driver.frames();
    CHECK(driver.shows("没印出来"));
}

TEST_CASE("notices are listed from the newest, with dates and the time for objections") {
    Driver driver;
    begin(driver);
    driver.tap("notices");
    REQUIRE(driver.screen() == ScreenId::notices);
    driver.tap("notice.elder-meal-purchase");
    REQUIRE(driver.screen() == ScreenId::public_notice);
    CHECK(driver.shows("11月27日"));
    CHECK(driver.shows("有意见可以提"));
}

TEST_CASE("when the hall is open and who does what is two touches from the home page, and found by search") {
    Driver driver;
    begin(driver);
    driver.tap("notices");
    driver.tap("hours");
    REQUIRE(driver.screen() == ScreenId::hall_hours);
    CHECK(driver.shows("今天开到 17:30"));
    CHECK(driver.shows("开门前 30 分钟起可以取号，关门前 10 分钟停止。"));
    CHECK(driver.shows("星期六：9:00–12:00"));
    CHECK(driver.shows("1月1日至1月2日：休息"));
    CHECK(reads_somewhere(driver, "民政专员"));
    CHECK(reads_somewhere(driver, "2–3 号窗口"));
    CHECK(reads_somewhere(driver, "0000 0100"));
    driver.tap("take_number");
    CHECK(driver.screen() == ScreenId::choose);
    driver.tap("bar.home");
    driver.tap("policy");
    type(driver, "jidiankaimen");
    REQUIRE(driver.has("document.staff-duties"));
    driver.tap("document.staff-duties");
    CHECK(driver.screen() == ScreenId::hall_hours);
}

TEST_CASE("a hall whose content says nothing of duties still says when it is open") {
    Driver driver;
    auto content = std::make_shared<HallContent>(*driver.service().picture()->content);
    content->knowledge.duties.reset();
    content->hours.stop_before_close_minutes = content->hours.issue_before_open_minutes = 0;
    HallPicture picture = *driver.service().picture();
    picture.content = content;
    driver.service().set_picture(picture);
    driver.show(ScreenId::hall_hours, Session{});
    driver.pass(400);
    CHECK(driver.shows("星期六：9:00–12:00"));
    CHECK(driver.shows("一开门就可以取号，一直到关门。"));
    CHECK_FALSE(driver.has("print_document"));
    CHECK_FALSE(driver.shows("民政专员"));
}

TEST_CASE("what somebody opens is counted once a visit") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    driver.tap("by_line");
    driver.tap("category.housing");
    driver.tap("document.public-rental");
    driver.tap("bar.back");
    driver.tap("document.public-rental");
    driver.tap("bar.home");
    driver.tap("notices");
    driver.tap("hours");
    CHECK(read(driver) == std::vector<std::string>{"public-rental", "staff-duties"});
    driver.pass(10 * 60'000);
    REQUIRE(driver.screen() == ScreenId::attract);
    begin(driver);
    driver.tap("notices");
    driver.tap("hours");
    CHECK(read(driver).size() == 3);
}

TEST_CASE("a document leads to those that belong to it, and back leads to it again") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    driver.tap("by_line");
    driver.tap("category.elder");
    driver.tap("document.old-age-allowance");
    const auto to = [&](const std::string& id) {
        for (int i = 0; i < 12 && !driver.has("related." + id); ++i) driver.tap("read_on");
        driver.tap("related." + id);
    };
    to("senior-card");
    CHECK(driver.kiosk().session().document == "senior-card");
    CHECK(driver.shows("优待"));
    to(driver.service().picture()->content->knowledge.policy("senior-card")->head.related.front());
    CHECK(driver.kiosk().session().document != "senior-card");
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::policy);
    CHECK(driver.kiosk().session().document == "senior-card");
    driver.tap("bar.back");
    CHECK(driver.kiosk().session().document == "old-age-allowance");
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::documents);
}

TEST_CASE("in a group what is read most stands first") {
    Driver driver;
    HallPicture picture = *driver.service().picture();
    picture.reads = std::make_shared<const ReadCounts>(ReadCounts{{"senior-card", 9}, {"old-age-allowance", 30}});
    driver.service().set_picture(picture);
    begin(driver);
    driver.tap("policy");
    driver.tap("by_line");
    driver.tap("category.elder");
    const float first = driver.record().target("document.old-age-allowance")->rect.y;
    const float second = driver.record().target("document.senior-card")->rect.y;
    CHECK(first < second);
    for (const Policy& policy : picture.content->knowledge.policies)
        if (policy.category == "elder" && driver.has("document." + policy.head.id) && policy.head.id != "senior-card" &&
            policy.head.id != "old-age-allowance")
            CHECK(driver.record().target("document." + policy.head.id)->rect.y > second);
}

TEST_CASE("a policy that no number is taken for leads to a person") {
    Driver driver;
    driver.show(ScreenId::policy, reading("someone-to-talk-to"));
    driver.pass(400);
    CHECK(driver.shows("12356"));
    CHECK_FALSE(driver.has("take_number"));
    driver.tap("ask_person");
    CHECK(driver.screen() == ScreenId::help);
}

TEST_CASE("what was found is not seen behind the time-out's dialog") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    type(driver, "jtbl");
    REQUIRE(driver.shows("家庭暴力"));
    for (int seconds = 0; seconds < 200 && !driver.has("timeout.stay"); ++seconds) driver.pass(1000);
    REQUIRE(driver.has("timeout.stay"));
    CHECK_FALSE(driver.shows("家庭暴力"));
    driver.tap("timeout.stay");
    CHECK(driver.shows("家庭暴力"));
}

TEST_CASE("a document that has gone says so and leads back to the search") {
    Driver driver;
    for (const ScreenId page : {ScreenId::policy, ScreenId::not_issued, ScreenId::public_notice}) {
        driver.show(page, reading("gone"));
        driver.pass(400);
        CHECK(driver.shows("更新或撤下"));
    }
    driver.show(ScreenId::policy, reading("gone"));
    driver.pass(400);
    driver.tap("find");
    CHECK(driver.screen() == ScreenId::look_up);
}

TEST_CASE("every document of the demo hall fits its page where there is least room") {
    const auto [shape, modes] = GENERATE(
        std::pair(Shape::portrait, Modes{.language = Language::en, .size = TextSize::larger}),
        std::pair(Shape::landscape, Modes{.size = TextSize::larger, .reach = Reach::low}),
        std::pair(Shape::landscape, Modes{.language = Language::en, .size = TextSize::larger, .reach = Reach::low}));
    Driver driver(shape == Shape::portrait ? Driver::Options{} : Driver::Options{.width = 1920, .height = 1080});
    const Knowledge& knowledge = driver.service().picture()->content->knowledge;
    std::vector<std::pair<ScreenId, std::string>> pages;
    for (const Policy& one : knowledge.policies) pages.emplace_back(ScreenId::policy, one.head.id);
    for (const NotIssued& one : knowledge.not_issued) pages.emplace_back(ScreenId::not_issued, one.head.id);
    for (const PublicNotice& one : knowledge.notices) pages.emplace_back(ScreenId::public_notice, one.head.id);
    pages.emplace_back(ScreenId::hall_hours, "");
    for (const auto& [page, id] : pages) {
        driver.show(page, reading(id), modes);
        driver.pass(310);
        constexpr int pages_max = 12;
        for (int i = 0; i < pages_max; ++i) {
            INFO(id << " " << i);
            CHECK(layout_faults(driver.record(), driver.theme(), Contrast::normal) == std::vector<std::string>{});
            if (!driver.has("read_on") || driver.shows(modes.language == Language::en ? "To top" : "从头看")) break;
            driver.tap("read_on");
        }
    }
}

TEST_CASE("words that nothing is like are counted once, at the search key or when the page is left") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    type(driver, "qqxxvv");
    CHECK(noted(driver).empty());
    driver.tap("key.find");
    CHECK(noted(driver) == std::vector<std::string>{"qqxxvv"});
    driver.tap("bar.back");
    driver.tap("bar.home");
    CHECK(noted(driver) == std::vector<std::string>{"qqxxvv"});
    driver.tap("policy");
    type(driver, "vvqqxx");
    driver.tap("bar.back");
    CHECK(noted(driver) == std::vector<std::string>{"qqxxvv", "vvqqxx"});
}

TEST_CASE("a visit that runs out counts the words too, and words that found something are not counted") {
    Driver driver;
    begin(driver);
    driver.tap("policy");
    type(driver, "gljt");
    driver.tap("key.find");
    driver.tap("bar.home");
    driver.tap("policy");
    type(driver, "qqxxvv");
    driver.pass(10 * 60'000);
    REQUIRE(driver.screen() == ScreenId::attract);
    CHECK(noted(driver) == std::vector<std::string>{"qqxxvv"});
}

}  // namespace linli::kiosk::testing
