// SPDX-License-Identifier: Apache-2.0
#include "district/phone/ticket_page.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/text/catalogue.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::district;
using namespace linli::support;

namespace {

constexpr WallMs now = 1'795'399'200'000;  // 2026-11-23 10:00 in Shanghai
constexpr std::int64_t minute = 60'000;

PhoneTicket waiting() {
    PhoneTicket ticket;
    ticket.hall_name = "示例大厅";
    ticket.code = "A027";
    ticket.people_ahead = 3;
    ticket.wait = PhoneTicket::Wait{8, 15};
    ticket.as_of_ms = now - 4'000;
    return ticket;
}

std::string page(const PhoneTicket& ticket, std::string_view language = "zh-CN") {
    return ticket_page(ticket, language, "/t/abc", value_of(TimeZone::open("Asia/Shanghai")), now);
}

bool says(const std::string& html, std::string_view words) { return html.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a number in the line: how many stand before it, how long, and how fresh that is") {
    const std::string html = page(waiting());
    CHECK(says(html, "A027"));
    CHECK(says(html, "前面还有 3 人"));
    CHECK(says(html, "8–15 分钟"));
    CHECK(says(html, "09:59 的情况"));
    CHECK(says(html, R"(<meta http-equiv="refresh" content="10">)"));
    CHECK(says(page(waiting(), "en"), "People before you: 3"));
    PhoneTicket first = waiting();
    first.people_ahead = 0;
    CHECK(says(page(first), "下一个就是您"));
}

TEST_CASE("what is old is said to be old, and nobody is sent anywhere by it") {
    PhoneTicket old = waiting();
    old.as_of_ms = now - 26 * minute;
    const std::string html = page(old);
    CHECK(says(html, "已经过了 26 分钟"));
    CHECK(says(html, R"(<section class="stale">)"));
    CHECK_FALSE(says(html, "8–15"));
    old.state = TicketState::called;
    old.counter = 3;
    CHECK(says(page(old), R"(<section class="stale">)"));
    old.as_of_ms = now - 50 * 60 * minute;
    CHECK(says(page(old), "2026-11-21 08:00"));
    old.as_of_ms = now + 60 * minute;  // a clock that is ahead makes nothing old
    CHECK_FALSE(says(page(old), "已经过了"));
}

TEST_CASE("each state says one thing, and one that has ended asks no more") {
    PhoneTicket ticket = waiting();
    ticket.counter = 3;
    const auto in = [&](TicketState state) {
        ticket.state = state;
        return page(ticket);
    };
    CHECK(says(in(TicketState::called), "请到 3 号窗口"));
    CHECK(says(in(TicketState::serving), "正在 3 号窗口办理"));
    CHECK(says(in(TicketState::held), "3 号窗口给您留着"));
    CHECK(says(in(TicketState::missed), "可以接着排"));
    for (const TicketState ended : {TicketState::done, TicketState::left}) {
        CHECK_FALSE(says(in(ended), "refresh"));
        CHECK_FALSE(says(in(ended), "每 10 秒"));
    }
}

TEST_CASE("the page has no script, no inline style and nothing unescaped in it") {
    PhoneTicket ticket = waiting();
    ticket.hall_name = R"(<script>"a"&b</script>)";
    const std::string html = page(ticket);
    CHECK_FALSE(says(html, "<script"));
    CHECK_FALSE(says(html, "style="));
    CHECK(says(html, "&lt;script&gt;&quot;a&quot;&amp;b"));
    for (const char* language : {"zh-CN", "en"}) CHECK_FALSE(says(page(waiting(), language), "phone."));
    CHECK(says(no_ticket_page("en"), "There is no such number"));
}

TEST_CASE("the language is what was asked for, else the browser's, else Chinese") {
    CHECK(page_language("en-GB,en;q=0.9", "") == "en");
    CHECK(page_language("en-GB", "zh-CN") == "zh-CN");
    CHECK(page_language("", "") == "zh-CN");
    CHECK(page_language("fr", "klingon") == "zh-CN");
}
