// SPDX-License-Identifier: Apache-2.0
#include "tests/hall/content/small_hall.h"

#include <catch2/catch_test_macros.hpp>

namespace linli {
namespace {

constexpr const char* hall = R"({
  "name": {"zh": "桂花里社区服务大厅", "en": "Guihuali Community Hall"},
  "short_name": {"zh": "桂花里社区", "en": "Guihuali"},
  "time_zone": "Asia/Shanghai",
  "waiting_area": {"zh": "茶水自取", "en": "Tea is free"},
  "hours": {
    "week": {
      "monday": [{"from": "08:30", "to": "12:00"}, {"from": "13:30", "to": "17:30"}],
      "tuesday": [], "wednesday": [], "thursday": [], "friday": [],
      "saturday": [{"from": "09:00", "to": "24:00"}],
      "sunday": []
    },
    "exceptions": [{"date": "2026-10-05", "open": []}, {"date": "2026-10-11", "open": [{"from": "09:15", "to": "11:00"}]}],
    "issue_before_open_minutes": 25, "stop_before_close_minutes": 15, "issue_in_breaks": false
  },
  "priorities": [
    {"id": "elder", "name": {"zh": "老人", "en": "Older people"}, "icon": "elderly", "head_start_minutes": 15},
    {"id": "military", "name": {"zh": "军人", "en": "Military"}, "icon": "military_tech", "head_start_minutes": 10}
  ],
  "queue": {"rejoin_after": 4, "rejoin_times_max": 2, "calls_before_miss": 5, "numbers_a_day_max": 900,
            "wait_amber_minutes": 12, "wait_red_minutes": 25}
})";

constexpr const char* lines = R"({"lines": [
  {"letter": "A", "name": {"zh": "民政", "en": "Civil Affairs"}, "gloss": {"zh": "救助", "en": "Relief"}},
  {"letter": "K", "name": {"zh": "其他", "en": "Other"}, "gloss": {"zh": "志愿", "en": "Volunteering"}}
]})";

constexpr const char* matters = R"({"matters": [
  {"id": "allowance", "line": "A", "name": {"zh": "高龄津贴", "en": "Allowance"}, "note": {"zh": "约 5 天", "en": "Some 5 days"},
   "bring": [{"zh": "身份证", "en": "ID card"}], "keywords": ["老人"], "service_minutes": 10, "daily_limit": 40},
  {"id": "question", "line": "K", "name": {"zh": "问一问", "en": "Ask us"}, "note": {"zh": "当场", "en": "At once"},
   "bring": [], "keywords": [], "service_minutes": 5}
]})";

constexpr const char* counters = R"({"counters": [
  {"number": 7, "place": {"zh": "左边", "en": "Left"}, "lines": ["A"], "matters": ["question"]}
]})";

constexpr const char* reminders = R"({"reminders": [
  {"label": {"zh": "周三", "en": "Wed"}, "text": {"zh": "量血压", "en": "Blood pressure"}, "tone": "warning", "until": "2026-11-30"}
]})";

}  // namespace

ContentDocuments small_hall() {
    return {{"hall.json", hall},
            {"lines.json", lines},
            {"matters.json", matters},
            {"counters.json", counters},
            {"reminders.json", reminders}};
}

ContentDocuments small_hall_with(const std::string& file, std::string_view sound, std::string_view spoilt) {
    ContentDocuments documents = small_hall();
    std::string& bytes = documents.at(file);
    const auto found = bytes.find(sound);
    REQUIRE(found != std::string::npos);
    REQUIRE(bytes.find(sound, found + 1) == std::string::npos);
    bytes.replace(found, sound.size(), spoilt);
    return documents;
}

}  // namespace linli
