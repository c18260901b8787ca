// SPDX-License-Identifier: Apache-2.0
#include "hall/text/spoken_chinese.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/content/hall_content.h"
#include "hall/text/catalogue.h"

using namespace linli;

namespace {

std::string said(std::string_view text) { return spoken_chinese(text).pinyin; }

void must_be_speakable(const std::string& text) {
    INFO(text);
    const SpokenText spoken = spoken_chinese(text);
    CHECK(spoken.unknown.empty());
    // What espeak-ng is given is plain ASCII.
    CHECK(std::ranges::all_of(spoken.pinyin, [](char c) { return c >= 0x20 && c < 0x7F; }));
}

}  // namespace

TEST_CASE("words are read as words, not as their characters alone") {
    CHECK(said("银行卡") == "yin2 hang2 ka3");
    CHECK(said("重新排队") == "chong2 xin1 pai2 dui4");
    CHECK(said("前面还有三位") == "qian2 mian4 hai2 you3 san1 wei4");
    CHECK(said("长者办理") == "zhang3 zhe3 ban4 li3");
    CHECK(said("长期护理") == "chang2 qi1 hu4 li3");
    CHECK(said("不着急") == "bu4 zhao2 ji2");
    CHECK(said("坐着等叫") == "zuo4 zhe5 deng3 jiao4");
    CHECK(said("地址") == "di4 zhi3");
    CHECK(said("独生子女") == "du2 sheng1 zi3 nv3");
    CHECK(said("办不了") == "ban4 bu4 liao3");
}

TEST_CASE("yi and bu take the tone that what follows asks for") {
    CHECK(said("一件") == "yi2 jian4");
    CHECK(said("一个") == "yi2 ge4");
    CHECK(said("一起") == "yi4 qi3");
    CHECK(said("一年") == "yi4 nian2");
    CHECK(said("第一") == "di4 yi1");
    CHECK(said("不对") == "bu2 dui4");
    CHECK(said("不来") == "bu4 lai2");
}

TEST_CASE("numbers, tickets, times, ranges and dates are said as people say them") {
    CHECK(said("请 A027 号到 12 号窗口") == "qing3 A ling2 er4 qi1 hao4 dao4 shi2 er4 hao4 chuang1 kou3");
    CHECK(said("12–20 分钟") == "shi2 er4 dao4 er4 shi2 fen1 zhong1");
    CHECK(said("9:42") == "jiu3 dian3 si4 shi2 er4 fen1");
    CHECK(said("9:05") == "jiu3 dian3 ling2 wu3 fen1");
    CHECK(said("14:00") == "shi2 si4 dian3");
    CHECK(said("8:30–17:00") == "ba1 dian3 san1 shi2 fen1 dao4 shi2 qi1 dian3");
    CHECK(said("11月23日") == "shi2 yi1 yue4 er4 shi2 san1 ri4");
    CHECK(said("2026年") == "er4 ling2 er4 liu4 nian2");
    CHECK(said("2026-11-23") == "er4 ling2 er4 liu4 nian2 shi2 yi1 yue4 er4 shi2 san1 ri4");
    CHECK(said("2 个窗口") == "liang3 ge4 chuang1 kou3");
    CHECK(said("第 2 步") == "di4 er4 bu4");
    CHECK(said("12345") == "yao1 er4 san1 si4 wu3");
    CHECK(said("10000 元") == "yi2 wan4 yuan2");
    CHECK(said("0.5") == "ling2 dian3 wu3");
    CHECK(said("30%") == "bai3 fen1 zhi1 san1 shi2");
    CHECK(said("0.5%") == "bai3 fen1 zhi1 ling2 dian3 wu3");
}

TEST_CASE("amounts, ages, terms and telephones are said as a clerk says them") {
    CHECK(said("3600 元/年") == "san1 qian1 liu4 bai3 yuan2 mei3 nian2");
    CHECK(said("100 元/月") == "yi4 bai3 yuan2 mei3 yue4");
    CHECK(said("48600 元") == "si4 wan4 ba1 qian1 liu4 bai3 yuan2");
    CHECK(said("1600 元") == "yi4 qian1 liu4 bai3 yuan2");
    CHECK(said("80–89 岁") == "ba1 shi2 dao4 ba1 shi2 jiu3 sui4");
    CHECK(said("交满 1 年") == "jiao1 man3 yi4 nian2");
    CHECK(said("多等 1 个月") == "duo1 deng3 yi2 ge4 yue4");
    CHECK(said("1 号") == "yi1 hao4");
    CHECK(said("2 周岁") == "liang3 zhou1 sui4");
    CHECK(said("5–15 个工作日") == "wu3 dao4 shi2 wu3 ge4 gong1 zuo4 ri4");
    CHECK(said("12月4日前") == "shi2 er4 yue4 si4 ri4 qian2");
    CHECK(said("马上打 120") == "ma3 shang4 da3 yao1 er4 ling2");
    CHECK(said("电话 12356、120、110；") == "dian4 hua4 yao1 er4 san1 wu3 liu4, yao1 er4 ling2, yao1 yao1 ling2.");
    CHECK(said("打 120 个电话") == "da3 yi4 bai3 er4 shi2 ge4 dian4 hua4");
    CHECK(said("电话 0000 0101") == "dian4 hua4 ling2 ling2 ling2 ling2 ling2 yao1 ling2 yao1");
    CHECK(said("报 70%") == "bao4 bai3 fen1 zhi1 qi1 shi2");
}

TEST_CASE("punctuation makes pauses, and what cannot be spoken is left out and told") {
    CHECK(said("您好，请坐。") == "nin2 hao3, qing3 zuo4.");
    CHECK(said("“取号”") == "qu3 hao4,");
    CHECK(said("").empty());
    CHECK(said("★").empty());
    CHECK(spoken_chinese("好\U0002FA1D好").pinyin == "hao3 hao3");
}

TEST_CASE("English is given as it is, with tickets spelt and ranges said") {
    CHECK(spoken_english("Ticket A027, 12–20 minutes") == "Ticket A 0 2 7, 12 to 20 minutes");
    CHECK(spoken_english("You’re next · counter 3") == "You're next ,  counter 3");
}

TEST_CASE("every text that a resident may hear has a reading for each of its characters") {
    for (const auto& [key, text] : Catalogue::embedded("zh-CN").all()) must_be_speakable(text);
    const HallContent content = parse_hall_content(embedded_content()).value();
    for (const Line& line : content.lines) must_be_speakable(line.name.zh + line.gloss.zh);
    for (const Matter& matter : content.matters) {
        must_be_speakable(matter.name.zh + matter.note.zh);
        for (const LocalizedText& thing : matter.bring) must_be_speakable(thing.zh);
    }
    const auto all = [](const std::vector<LocalizedText>& texts) {
        for (const LocalizedText& text : texts) must_be_speakable(text.zh);
    };
    for (const Policy& policy : content.knowledge.policies) {
        must_be_speakable(policy.head.title.zh + policy.head.summary.zh + policy.answer.zh + policy.more.zh);
        must_be_speakable(policy.where.zh + policy.deadline.zh + policy.amounts_label.zh);
        for (const auto* texts : {&policy.who, &policy.bring, &policy.how}) all(*texts);
        for (const Amount& amount : policy.amounts)
            must_be_speakable(amount.label.zh + amount.number.zh + " " + amount.unit.zh);
    }
    for (const NotIssued& item : content.knowledge.not_issued) {
        must_be_speakable(item.head.title.zh + item.head.summary.zh + item.why.zh);
        for (const Way& way : item.ways) must_be_speakable(way.when.zh + way.go.zh);
    }
    for (const PublicNotice& notice : content.knowledge.notices) {
        must_be_speakable(notice.head.title.zh);
        all(notice.body);
    }
    for (const Post& post : content.knowledge.duties->posts) {
        must_be_speakable(post.name.zh);
        all(post.tasks);
    }
}
