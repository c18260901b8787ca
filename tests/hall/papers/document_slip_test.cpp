// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/document_slip.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/content/hall_content.h"

using namespace linli;

namespace {

const HallContent& demo() {
    static const HallContent content = *parse_hall_content(embedded_content());
    return content;
}

const LocalTime monday_morning{{2026, 11, 23}, 1, 582, 0};

/// Everything that stands on the paper, line by line.
std::string words_on(const Slip& slip) {
    std::string words;
    for (const SlipBlock& block : slip.blocks) {
        if (const auto* text = std::get_if<SlipText>(&block.what)) words += text->words + "\n";
        if (const auto* ends = std::get_if<SlipEnds>(&block.what)) words += ends->left + "|" + ends->right + "\n";
    }
    return words;
}

std::string paper_of(std::string_view id, Language language = Language::zh) {
    const auto slip = document_slip(demo(), id, language, monday_morning);
    return slip ? words_on(*slip) : "";
}

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a policy on paper says the answer, the amounts, what to bring and that it is an example") {
    const std::string paper = paper_of("old-age-allowance");
    const Policy& policy = *demo().knowledge.policy("old-age-allowance");
    CHECK(has(paper, policy.answer.zh));
    CHECK(has(paper, "80–89 岁|100 元/月"));
    for (const LocalizedText& item : policy.bring) CHECK(has(paper, item.zh));
    CHECK(has(paper, "示例，请以本地规定为准"));
    CHECK(has(paper, "9:42"));
    CHECK(has(paper_of("old-age-allowance", Language::en), policy.answer.en));
}

TEST_CASE("a certificate that is not issued here gives the addresses on paper, a notice its paragraphs") {
    const std::string paper = paper_of("not-kinship");
    CHECK(has(paper, "社区开不了"));
    CHECK(has(paper, "桂花路 18 号"));
    const PublicNotice& notice = demo().knowledge.notices.front();
    for (const LocalizedText& paragraph : notice.body) CHECK(has(paper_of(notice.head.id), paragraph.zh));
}

TEST_CASE("the hours on paper say the week, the coming days that differ, who does what and where the hall is") {
    const std::string paper = paper_of("staff-duties");
    CHECK(has(paper, "星期一至星期五：8:30–17:30\n星期六：9:00–12:00\n星期日：休息\n"));
    CHECK(has(paper, "1月1日至1月2日：休息"));
    for (const Post& post : demo().knowledge.duties->posts) CHECK(has(paper, post.name.zh));
    CHECK(has(paper, "电话 0000 0100"));
    CHECK(has(paper_of("staff-duties", Language::en), "Mon to Fri: 8:30–17:30"));
}

TEST_CASE("there is no paper of a document that is not there") {
    CHECK_FALSE(document_slip(demo(), "nothing", Language::zh, monday_morning).has_value());
}
