// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t quiet_spans_max = 6;
constexpr std::size_t volume_spans_max = 24;

std::vector<Language> parse_languages(const ContentNode& node) {
    std::vector<Language> languages;
    for (const ContentNode& item : node.items(1, 2)) {
        const std::string name = item.text(8);
        if (name != "zh" && name != "en") item.fail("A language is zh or en.");
        const Language language = name == "en" ? Language::en : Language::zh;
        if (std::ranges::find(languages, language) != languages.end()) item.fail("This language is named twice.");
        languages.push_back(language);
    }
    return languages;
}

/// Every hour of the day in exactly one span.
std::array<int, 24> parse_volumes(const ContentNode& node) {
    std::array<int, 24> volumes{};
    int told_until = 0;
    for (const ContentNode& item : node.items(1, volume_spans_max)) {
        item.fields({"from", "to", "percent"});
        const int from = item.at("from").integer(0, 23), to = item.at("to").integer(1, 24);
        const int percent = item.at("percent").integer(0, 100);
        if (from != told_until) item.at("from").fail("A span must begin where the one above ends, the first at 0.");
        if (to <= from) item.at("to").fail("A span must end after it begins.");
        for (int hour = from; hour < to; ++hour) volumes[static_cast<std::size_t>(hour)] = percent;
        told_until = to;
    }
    if (told_until != 24) node.fail("The spans must reach to 24.");
    return volumes;
}

std::vector<QuietHours> parse_quiet(const ContentNode& node) {
    std::vector<QuietHours> spans;
    for (const ContentNode& item : node.items(0, quiet_spans_max)) {
        item.fields({"from", "to"});
        const QuietHours span{item.at("from").minute_of_day(), item.at("to").minute_of_day()};
        if (span.from_minute == span.to_minute) item.at("to").fail("A span must not end where it begins.");
        spans.push_back(span);
    }
    return spans;
}

}  // namespace

bool VoicePlan::quiet_at(int minute_of_day) const {
    return std::ranges::any_of(quiet, [minute_of_day](const QuietHours& span) {
        const bool after = minute_of_day >= span.from_minute, before = minute_of_day < span.to_minute;
        return span.from_minute < span.to_minute ? after && before : after || before;
    });
}

void parse_voice(const ContentNode& document, HallContent& content) {
    document.fields({"languages", "times", "chime", "volume_by_hour", "quiet", "rate_percent", "guidance_volume"});
    VoicePlan voice;
    voice.languages = parse_languages(document.at("languages"));
    voice.times = document.at("times").integer(1, 3);
    voice.chime = document.at("chime").boolean() ? Chime::on : Chime::off;
    voice.volume_by_hour = parse_volumes(document.at("volume_by_hour"));
    voice.quiet = parse_quiet(document.at("quiet"));
    voice.rate_percent = document.at("rate_percent").integer(70, 130);
    voice.guidance_volume = document.at("guidance_volume").integer(10, 100);
    content.voice = voice;
}

}  // namespace linli
