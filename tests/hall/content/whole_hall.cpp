// SPDX-License-Identifier: Apache-2.0
#include "tests/hall/content/whole_hall.h"

#include <nlohmann/json.hpp>

#include "tests/hall/content/small_hall.h"
#include "tests/support/pictures.h"

namespace linli {
namespace {

constexpr const char* slip = R"({"rows": [
  {"row": "text", "text": {"zh": "{hall}", "en": "{hall}"}, "size": 36, "weight": "bold", "align": "centre", "line_height": 130, "above": 1},
  {"row": "matter", "size": 34, "weight": "bold", "align": "left", "line_height": 130, "mark_size": 28, "above": 14},
  {"row": "number", "size": 188, "line_height": 112, "above": 2},
  {"row": "rule", "thickness": 4, "above": 16},
  {"row": "facts", "label_size": 26, "value_size": 48, "rules": 2, "above": 3, "facts": [
    {"label": {"zh": "前面", "en": "Ahead"}, "value": {"zh": "{ahead}", "en": "{ahead}"}}]},
  {"row": "code", "side": 203, "above": 14, "beside": [
    {"text": {"zh": "要带{bring}。", "en": "Bring: {bring}."}, "size": 28, "weight": "bold", "align": "left", "line_height": 145}]},
  {"row": "ends", "left": {"zh": "当天有效", "en": "Today"}, "right": {"zh": "扫码", "en": "Scan"}, "size": 24, "above": 12}
]})";

constexpr const char* board = R"({"language": "both", "lines": ["A", "K"], "notices": [
  {"text": {"zh": "医保缴费", "en": "Health insurance"}, "until": "2026-11-30"}]})";

constexpr const char* voice = R"({"languages": ["zh"], "times": 2, "chime": true,
  "volume_by_hour": [{"from": 0, "to": 24, "percent": 70}],
  "quiet": [{"from": "12:00", "to": "13:30"}], "rate_percent": 100, "guidance_volume": 60})";

constexpr const char* categories = R"({"categories": [
  {"id": "elders", "name": {"zh": "养老助老", "en": "Older people"}, "icon": "elderly"}]})";

constexpr const char* places = R"({"places": [
  {"id": "police", "name": {"zh": "派出所", "en": "Police station"}, "address": {"zh": "桂花路 1 号", "en": "1 Guihua Road"},
   "hours": {"zh": "全天", "en": "All day"}, "phone": "110"}]})";

constexpr const char* values = R"({
  "units": [{"id": "yuan-a-month", "name": {"zh": "元/月", "en": "yuan a month"}, "en_one": "yuan"}],
  "values": [{"id": "allowance-80", "name": {"zh": "80 岁津贴", "en": "Allowance at 80"}, "number": 100, "unit": "yuan-a-month"}]})";

constexpr const char* synonyms = R"({"synonyms": [
  {"id": "old", "say": ["老了"], "en": ["old"], "find": ["old-age", "question"]}], "stop_words": ["请问"]})";

constexpr const char* policy = R"({"kind": "policy", "id": "old-age", "version": 3,
  "title": {"zh": "高龄津贴", "en": "Old-age allowance"}, "summary": {"zh": "80 岁起每月领", "en": "Monthly from 80"},
  "category": "elders", "answer": {"zh": "每月领 {allowance-80}。", "en": "You get {allowance-80}."},
  "more": {"zh": "不用等。", "en": "No need to wait."},
  "amounts": {"label": {"zh": "领多少", "en": "How much"}, "items": [{"label": {"zh": "80 岁", "en": "At 80"}, "value": "allowance-80"}]},
  "who": [{"zh": "年满 80 岁", "en": "Aged 80"}], "bring": [{"zh": "身份证", "en": "ID card"}], "how": [{"zh": "到窗口", "en": "Go to a counter"}],
  "where": {"zh": "本大厅", "en": "This hall"}, "deadline": {"zh": "5 天", "en": "5 days"}, "matters": ["allowance"],
  "keywords": ["老人"], "related": ["not-alive"], "source": {"name": {"zh": "办法", "en": "Rules"}, "checked": "2026-11-20"},
  "confirmed": true, "valid": {"from": "2026-01-01", "until": null}, "tags": ["guihuali"]})";

constexpr const char* not_issued = R"({"kind": "not-issued", "id": "not-alive", "version": 1,
  "title": {"zh": "健在证明", "en": "Proof of life"}, "summary": {"zh": "手机上认证", "en": "By phone"},
  "why": {"zh": "不用开。", "en": "It is not needed."},
  "ways": [{"when": {"zh": "领养老金", "en": "For a pension"}, "go": {"zh": "用手机", "en": "Use a phone"}, "place": "police",
            "bring": {"zh": "身份证", "en": "ID card"}, "hint": {"zh": "家人可以帮忙", "en": "Family may help"}}],
  "matters": ["question"], "keywords": ["健在"], "related": ["old-age"],
  "source": {"name": {"zh": "通知", "en": "Notice"}, "checked": "2026-11-20"},
  "confirmed": false, "valid": {"from": null, "until": "2027-01-01"}, "tags": ["guihuali"]})";

constexpr const char* notice = R"({"kind": "notice", "id": "roof", "version": 1,
  "title": {"zh": "修屋顶", "en": "Roof repair"}, "summary": {"zh": "钱怎么用", "en": "What it costs"}, "section": "fund",
  "body": [{"zh": "一共三万。", "en": "Thirty thousand."}], "pictures": ["roof-plan"], "published": "2026-11-01",
  "objection": {"from": "2026-11-01", "until": "2026-11-08", "how": {"zh": "到窗口说", "en": "Tell a counter"}},
  "keywords": ["屋顶"], "related": ["old-age"], "source": {"name": {"zh": "居委会", "en": "The committee"}, "checked": "2026-11-01"},
  "confirmed": true, "valid": {"from": "2026-11-01", "until": "2027-11-01"}, "tags": ["guihuali"]})";

constexpr const char* duties = R"({"kind": "duties", "id": "who-does-what", "version": 1,
  "title": {"zh": "谁管什么", "en": "Who does what"}, "summary": {"zh": "两个人", "en": "Two of us"}, "place": "police",
  "posts": [{"name": {"zh": "负责人", "en": "Head"}, "tasks": [{"zh": "投诉建议", "en": "Complaints"}], "counters": [7]}],
  "stand_in": {"zh": "有人替", "en": "Somebody stands in"},
  "keywords": ["几点"], "related": ["old-age"], "source": {"name": {"zh": "大厅", "en": "The hall"}, "checked": "2026-11-01"},
  "confirmed": true, "valid": {"from": "2026-11-01", "until": "2027-11-01"}, "tags": ["guihuali"]})";

constexpr const char* picture = R"({"kind": "picture", "id": "roof-plan", "version": 1,
  "title": {"zh": "平面图", "en": "Plan"}, "description": {"zh": "六号楼在右边。", "en": "Building 6 is on the right."},
  "source": {"name": {"zh": "居委会", "en": "The committee"}, "checked": "2026-11-01"},
  "valid": {"from": "2026-11-01", "until": null}, "tags": ["guihuali"]})";

/// The small hall is closed on most days.
std::string always_busy(const std::string& hall) {
    nlohmann::json document = nlohmann::json::parse(hall);
    const nlohmann::json spans = document["hours"]["week"]["monday"];
    for (nlohmann::json& day : document["hours"]["week"]) day = spans;
    return document.dump();
}

}  // namespace

ContentDocuments whole_hall() {
    ContentDocuments documents = small_hall();
    documents["hall.json"] = always_busy(documents.at("hall.json"));
    documents.insert({{"slip.json", slip},
                      {"board.json", board},
                      {"voice.json", voice},
                      {"categories.json", categories},
                      {"places.json", places},
                      {"values.json", values},
                      {"synonyms.json", synonyms},
                      {"policies/old-age.json", policy},
                      {"not_issued/not-alive.json", not_issued},
                      {"notices/roof.json", notice},
                      {"duties.json", duties},
                      {"pictures/roof-plan.json", picture},
                      {"pictures/roof-plan.png", support::png_picture(80, 64)}});
    return documents;
}

}  // namespace linli
