// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hall/base/result.h"
#include "hall/base/time_zone.h"
#include "hall/content/board_plan.h"
#include "hall/content/knowledge.h"
#include "hall/content/localized_text.h"
#include "hall/content/slip_plan.h"
#include "hall/content/voice_plan.h"

namespace linli {

/// A department line, "A 民政": the letter of its tickets, its name and an everyday gloss of two or three words.
struct Line {
    char letter = 'A';  ///< A to K without I (and O)
    LocalizedText name;
    LocalizedText gloss;
};

/// One thing that residents come for. The id is stable: history and statistics hang on it.
struct Matter {
    std::string id;  ///< [a-z0-9-], "old-age-allowance"
    char line = 'A';
    LocalizedText name;                 ///< at most 12 Chinese characters, so that it fits at the largest size
    LocalizedText note;                 ///< one short line below the name: "约 30 个工作日 · 带户口簿"
    std::vector<LocalizedText> bring;   ///< what to bring
    std::vector<std::string> keywords;  ///< further words to find it by
    int service_minutes = 10;           ///< set mean of one visit, used until the hall's own history says better
    std::optional<int> daily_limit;     ///< numbers a day
};

/// A counter as the hall stands: its number, where it is, and what it takes.
struct CounterPlan {
    int number = 1;
    LocalizedText place;               ///< "进门左手边"
    std::vector<char> lines;           ///< takes every matter of these lines
    std::vector<std::string> matters;  ///< and these matters
};

/// A class of people who are served earlier. The claim is trusted until the counter.
struct PriorityClass {
    std::string id;  ///< "elder"
    LocalizedText name;
    std::string icon;            ///< a name in the theme's icon table
    int head_start_minutes = 0;  ///< as if they had come that much earlier: bounded, so nobody starves
};

/// A stretch of one day in minutes since midnight, begin included, end excluded.
struct OpeningSpan {
    int begin_minute = 0;
    int end_minute = 0;
};

/// When the hall serves: per ISO weekday, and exact dates that differ (holidays: no span; make-up days: spans).
struct OpeningHours {
    std::array<std::vector<OpeningSpan>, 7> week;  ///< Monday first
    std::map<LocalDate, std::vector<OpeningSpan>> exceptions;
    int issue_before_open_minutes = 30;  ///< numbers may be taken that long before the doors
    int stop_before_close_minutes = 10;  ///< and no more that long before the day's end
    bool issue_in_breaks = true;         ///< may a number be taken in the midday break
    const std::vector<OpeningSpan>& on(const LocalDate& date, int weekday) const;
};

/// How the line moves.
struct QueueRules {
    int rejoin_after = 3;  ///< a missed number re-joins behind that many
    int rejoin_times_max = 1;
    int calls_before_miss = 3;  ///< what clerks are advised; they decide
    int numbers_a_day_max = 5000;
    int wait_amber_minutes = 15;  ///< who waits longer is shown so to clerks
    int wait_red_minutes = 30;    ///< and who waits longer than this is over the hall's limit
};

/// A short reminder on the attract page.
struct Reminder {
    LocalizedText label;  ///< "周三 9:00"
    LocalizedText text;
    std::string tone = "info";       ///< info or warning
    std::optional<LocalDate> until;  ///< last day on which it is shown
};

/// Everything an administrator edits that this hall needs to run, whole and checked.
struct HallContent {
    LocalizedText hall_name;
    LocalizedText hall_short_name;
    std::string time_zone = "Asia/Shanghai";
    LocalizedText waiting_area;  ///< "茶水在饮水机旁边，自己取用"
    std::vector<Line> lines;
    std::vector<Matter> matters;
    std::vector<CounterPlan> counters;
    std::vector<PriorityClass> priorities;
    OpeningHours hours;
    QueueRules rules;
    std::vector<Reminder> reminders;
    SlipPlan slip;
    BoardPlan board;
    VoicePlan voice;
    Knowledge knowledge;

    const Line* line(char letter) const;
    const Matter* matter(std::string_view id) const;
    const CounterPlan* counter(int number) const;
    const PriorityClass* priority(std::string_view id) const;
    bool takes(const CounterPlan& counter, const Matter& matter) const;
};

/// Where and why a content document is wrong.
struct ContentFault {
    std::string file;    ///< "matters.json"
    std::string place;   ///< "line 12, column 3" or a JSON pointer, "/matters/4/name/zh"
    std::string field;   ///< "zh", empty for broken JSON
    std::string reason;  ///< one English sentence
    std::string text() const { return file + ": " + place + (field.empty() ? "" : " (" + field + ")") + ": " + reason; }
};

/// The documents' names and bytes: "hall.json", "policies/old-age-allowance.json", and pictures' files among them; all
/// of them stand in document_kinds.h.
using ContentDocuments = std::map<std::string, std::string>;

/// Parses and checks all documents together (ids unique, every matter's line there, every matter taken by a counter,
/// sizes bounded, UTF-8 valid, no unknown field). The format is described in hall/content/content_format.md.
tl::expected<HallContent, ContentFault> parse_hall_content(const ContentDocuments& documents);

/// Decodes every picture to its last byte, which takes some ten milliseconds each: for whoever checks or installs
/// content. Those who load what was installed need not, parse_hall_content() has read the pictures' heads.
std::optional<ContentFault> check_pictures(const HallContent& content);

/// Reads a folder's documents from disk, at most 4 MiB each.
/// Errors: missing where there is no such folder, io, invalid_content for a larger one.
Result<ContentDocuments> read_content_folder(const std::string& folder);

/// The demo hall's documents, built into the program (assets/hall).
ContentDocuments embedded_content();

}  // namespace linli
