// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcement.h"

#include <algorithm>

#include "kiosk/voice/clip_list.h"

namespace linli::kiosk {
namespace {

using Phrase = Announcement::Phrase;

constexpr std::int64_t fade_ms = 10;
constexpr std::int64_t pause_ms = 180;

void append(Phrase& phrase, const Phrase& more) { phrase.insert(phrase.end(), more.begin(), more.end()); }

bool has_third_tone(char digit) { return digit == '5' || digit == '9'; }

// Letter and digits one by one, as it stands on the paper.
Phrase code_clips(std::string_view code, Language language) {
    Phrase clips;
    for (std::size_t i = 0; i < code.size(); ++i) {
        std::string clip = (language == Language::zh ? "zh-" : "en-") + std::string(1, code[i]);
        // Of third tones in a row every one but the last rises.
        if (language == Language::zh && has_third_tone(code[i]) && i + 1 < code.size() && has_third_tone(code[i + 1]))
            clip += "-rising";
        clips.push_back(std::move(clip));
    }
    return clips;
}

void add_chinese(Announcement& announcement, const SpokenCall& call) {
    if (call.call > 1) announcement.phrases.push_back({"zh-zaicihujiao"});
    Phrase who{"zh-qing"};
    append(who, code_clips(call.code, Language::zh));
    who.emplace_back("zh-hao");
    announcement.phrases.push_back(who);
    Phrase where{"zh-dao"};
    append(where, number_clips(call.counter, Language::zh));
    where.emplace_back("zh-haochuangkou");
    announcement.phrases.push_back(where);
}

void add_english(Announcement& announcement, const SpokenCall& call) {
    if (call.call > 1) announcement.phrases.push_back({"en-again"});
    Phrase who{"en-number"};
    append(who, code_clips(call.code, Language::en));
    announcement.phrases.push_back(who);
    Phrase where{"en-please-go-to-counter"};
    append(where, number_clips(call.counter, Language::en));
    announcement.phrases.push_back(where);
}

void join(Samples& sound, const Samples& clip) {
    const std::size_t fade = std::min({samples_of_ms(fade_ms), sound.size(), clip.size()});
    const std::size_t from = sound.size() - fade;
    for (std::size_t i = 0; i < fade; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(fade);
        sound[from + i] = static_cast<std::int16_t>(sound[from + i] * (1 - part) + clip[i] * part);
    }
    sound.insert(sound.end(), clip.begin() + static_cast<std::ptrdiff_t>(fade), clip.end());
}

}  // namespace

Phrase number_clips(int number, Language language) {
    const auto digit = [](int value) { return std::to_string(value); };
    const int tens = number / 10, ones = number % 10;
    if (language == Language::en) {
        if (number <= 20) return {"en-" + digit(number)};
        Phrase clips{"en-" + digit(10 * tens)};
        if (ones > 0) clips.push_back("en-" + digit(ones));
        return clips;
    }
    Phrase clips;
    if (tens > 1) clips.push_back("zh-" + digit(tens));
    if (tens > 0) clips.emplace_back("zh-shi");
    if (ones > 0 || tens == 0) clips.push_back(ones == 1 ? "zh-yi" : "zh-" + digit(ones));
    return clips;
}

Announcement announcement_of(const SpokenCall& call, const VoicePlan& plan) {
    Announcement announcement;
    if (plan.chime == Chime::on) announcement.phrases.push_back({std::string(chime_clip)});
    for (int i = 0; i < plan.times; ++i)
        for (const Language language : plan.languages)
            language == Language::zh ? add_chinese(announcement, call) : add_english(announcement, call);
    return announcement;
}

Announcement test_announcement(const VoicePlan& plan) {
    Announcement announcement;
    announcement.phrases.push_back({std::string(chime_clip)});
    for (const Language language : plan.languages)
        announcement.phrases.push_back({language == Language::zh ? "zh-shiyin" : "en-sound-test"});
    return announcement;
}

Samples joined(const Announcement& announcement, const ClipSet& clips, int rate_percent) {
    Samples sound;
    for (const Phrase& phrase : announcement.phrases) {
        if (!sound.empty()) sound.resize(sound.size() + samples_of_ms(pause_ms * 100 / std::max(rate_percent, 1)), 0);
        // A phrase begins anew: nothing fades into the pause.
        Samples spoken;
        for (const std::string& name : phrase) join(spoken, clips.clip(name));
        sound.insert(sound.end(), spoken.begin(), spoken.end());
    }
    return sound;
}

}  // namespace linli::kiosk
