// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/clip_list.h"

namespace linli::kiosk {
namespace {

constexpr std::string_view letters = "ABCDEFGHJK";  // of department lines

struct Named {
    const char* name;
    const char* text;
};

constexpr Named chinese[] = {
    // A third tone within a sentence stays low: espeak-ng's own phonemes, since a syllable alone gets the whole tone.
    {"qing", "[[tS;h'i21N]]"},
    {"hao", "hao4"},
    {"dao", "dao4"},
    {"haochuangkou", "hao4 chuang1 kou3"},
    {"zaicihujiao", "zai4 ci4 hu1 jiao4"},
    {"shiyin", "zhe4 shi4 shi4 yin1"},
    // In a ticket's number 1 is yao1, which cannot be heard as 7.
    {"0", "ling2"},
    {"1", "yao1"},
    {"2", "er4"},
    {"3", "san1"},
    {"4", "si4"},
    {"5", "[[w'u21]]"},
    {"6", "liu4"},
    {"7", "qi1"},
    {"8", "ba1"},
    {"9", "[[tS;'iou21]]"},
    // Before another third tone it rises: 99 is jiu2 jiu3.
    {"5-rising", "wu2"},
    {"9-rising", "jiu2"},
    // For the numbers of counters.
    {"yi", "yi1"},
    {"shi", "shi2"},
};

constexpr Named english[] = {
    {"number", "Number"},
    {"please-go-to-counter", "please go to counter"},
    {"again", "Calling again"},
    {"sound-test", "This is a sound test"},
    {"0", "zero"},
    {"1", "one"},
    {"2", "two"},
    {"3", "three"},
    {"4", "four"},
    {"5", "five"},
    {"6", "six"},
    {"7", "seven"},
    {"8", "eight"},
    {"9", "nine"},
    {"10", "ten"},
    {"11", "eleven"},
    {"12", "twelve"},
    {"13", "thirteen"},
    {"14", "fourteen"},
    {"15", "fifteen"},
    {"16", "sixteen"},
    {"17", "seventeen"},
    {"18", "eighteen"},
    {"19", "nineteen"},
    {"20", "twenty"},
    {"30", "thirty"},
    {"40", "forty"},
    {"50", "fifty"},
    {"60", "sixty"},
    {"70", "seventy"},
    {"80", "eighty"},
    {"90", "ninety"},
};

std::vector<ClipSource> all_clips() {
    std::vector<ClipSource> clips{{std::string(chime_clip), Language::zh, {}}};
    for (const Named& clip : chinese) clips.push_back({std::string("zh-") + clip.name, Language::zh, clip.text});
    for (const char letter : letters)
        clips.push_back({std::string("zh-") + letter, Language::zh, std::string(1, letter)});
    for (const Named& clip : english) clips.push_back({std::string("en-") + clip.name, Language::en, clip.text});
    for (const char letter : letters)
        clips.push_back({std::string("en-") + letter, Language::en, std::string(1, letter)});
    return clips;
}

}  // namespace

const std::vector<ClipSource>& clip_list() {
    static const std::vector<ClipSource> clips = all_clips();
    return clips;
}

}  // namespace linli::kiosk
