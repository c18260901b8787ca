// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcement.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "kiosk/voice/clip_list.h"

namespace linli::kiosk {
namespace {

std::string said(const Announcement& announcement) {
    std::string all;
    for (const auto& phrase : announcement.phrases) {
        if (!all.empty()) all += " |";
        for (const std::string& clip : phrase) all += " " + clip;
    }
    return all;
}

std::string counter(int number, Language language) {
    std::string all;
    for (const std::string& clip : number_clips(number, language)) all += clip.substr(3) + " ";
    return all;
}

}  // namespace

TEST_CASE("a call is the chime, the number digit by digit, and the counter") {
    CHECK(said(announcement_of({"A027", 3, 1}, {})) ==
          " chime | zh-qing zh-A zh-0 zh-2 zh-7 zh-hao | zh-dao zh-3 zh-haochuangkou");
    CHECK(said(announcement_of({"J1011", 12, 1}, {})) ==
          " chime | zh-qing zh-J zh-1 zh-0 zh-1 zh-1 zh-hao | zh-dao zh-shi zh-2 zh-haochuangkou");
}

TEST_CASE("of third tones in a row every one but the last rises, in Chinese alone") {
    const auto number = [](std::string_view code) {
        const std::string all = said(announcement_of({code, 5, 1}, {}));
        return all.substr(all.find("zh-qing") + 8, all.find(" zh-hao") - all.find("zh-qing") - 8);
    };
    CHECK(number("A999") == "zh-A zh-9-rising zh-9-rising zh-9");
    CHECK(number("A599") == "zh-A zh-5-rising zh-9-rising zh-9");
    CHECK(number("A095") == "zh-A zh-0 zh-9-rising zh-5");
    CHECK(number("A959") == "zh-A zh-9-rising zh-5-rising zh-9");
    CHECK(number("A905") == "zh-A zh-9 zh-0 zh-5");
    CHECK(number("A195") == "zh-A zh-1 zh-9-rising zh-5");
    VoicePlan plan;
    plan.languages = {Language::en};
    CHECK(said(announcement_of({"A999", 5, 1}, plan)) ==
          " chime | en-number en-A en-9 en-9 en-9 | en-please-go-to-counter en-5");
}

TEST_CASE("a repeated call is said to be one, in every language of the plan, as often as it says") {
    VoicePlan plan;
    plan.chime = Chime::off;
    plan.languages = {Language::en, Language::zh};
    CHECK(said(announcement_of({"K105", 21, 2}, plan)) ==
          " en-again | en-number en-K en-1 en-0 en-5 | en-please-go-to-counter en-20 en-1 | zh-zaicihujiao | "
          "zh-qing zh-K zh-1 zh-0 zh-5 zh-hao | zh-dao zh-2 zh-shi zh-yi zh-haochuangkou");
    plan.languages = {Language::zh};
    plan.times = 3;
    CHECK(announcement_of({"A001", 1, 1}, plan).phrases.size() == 6);
}

TEST_CASE("counters are said as the languages say them") {
    CHECK(counter(1, Language::zh) == "yi ");
    CHECK(counter(2, Language::zh) == "2 ");
    CHECK(counter(10, Language::zh) == "shi ");
    CHECK(counter(11, Language::zh) == "shi yi ");
    CHECK(counter(20, Language::zh) == "2 shi ");
    CHECK(counter(99, Language::zh) == "9 shi 9 ");
    CHECK(counter(13, Language::en) == "13 ");
    CHECK(counter(40, Language::en) == "40 ");
    CHECK(counter(72, Language::en) == "70 2 ");
}

TEST_CASE("every clip of every call is in the built-in set, of a usable length and loudness") {
    const ClipSet clips = ClipSet::built_in();
    VoicePlan plan;
    plan.languages = {Language::zh, Language::en};
    for (const char letter : std::string("ABCDEFGHJK"))
        for (int number = 1; number <= 99; ++number)
            for (const auto& phrase : announcement_of({letter + std::to_string(number + 900), number, 2}, plan).phrases)
                for (const std::string& name : phrase) {
                    if (!clips.clip(name).empty()) continue;
                    FAIL("there is no clip " << name);
                }
    for (const ClipSource& source : clip_list()) {
        INFO(source.name);
        const Samples& clip = clips.clip(source.name);
        REQUIRE(clip.size() > samples_of_ms(80));
        CHECK(clip.size() < samples_of_ms(2'000));
        const auto peak = std::ranges::max(clip, {}, [](std::int16_t sample) { return std::abs(sample); });
        CHECK(std::abs(peak) > 5'000);
        CHECK(std::abs(peak) <= 28'000);
        // No silence at the ends, and no click either.
        CHECK(std::abs(clip.front()) < 300);
        CHECK(std::abs(clip.back()) < 300);
        const auto loud = [](std::int16_t sample) { return std::abs(sample) > 150; };
        CHECK(std::ranges::find_if(clip, loud) - clip.begin() < static_cast<std::ptrdiff_t>(samples_of_ms(15)));
    }
}

TEST_CASE("clips within a phrase are joined with a cross-fade, phrases with a pause") {
    const ClipSet clips = ClipSet::built_in();
    const Samples &qing = clips.clip("zh-qing"), &hao = clips.clip("zh-hao");
    const std::size_t fade = samples_of_ms(10), pause = samples_of_ms(180);
    const Samples together = joined({{{"zh-qing", "zh-hao"}}}, clips, 100);
    REQUIRE(together.size() == qing.size() + hao.size() - fade);
    CHECK(std::equal(qing.begin(), qing.end() - static_cast<std::ptrdiff_t>(fade), together.begin()));
    CHECK(std::equal(hao.begin() + static_cast<std::ptrdiff_t>(fade), hao.end(),
                     together.end() - static_cast<std::ptrdiff_t>(hao.size() - fade)));
    const Samples apart = joined({{{"zh-qing"}, {"zh-hao"}}}, clips, 100);
    REQUIRE(apart.size() == qing.size() + pause + hao.size());
    CHECK(std::all_of(apart.begin() + static_cast<std::ptrdiff_t>(qing.size()),
                      apart.begin() + static_cast<std::ptrdiff_t>(qing.size() + pause),
                      [](std::int16_t sample) { return sample == 0; }));
    CHECK(joined({{{"zh-qing"}, {"zh-hao"}}}, clips, 120).size() < apart.size());
}

TEST_CASE("a clip that is not there is left out, and the rest is spoken") {
    const ClipSet clips = ClipSet::built_in();
    CHECK(joined({{{"zh-qing", "zh-Q", "zh-hao"}}}, clips, 100) == joined({{{"zh-qing", "zh-hao"}}}, clips, 100));
    CHECK(joined({{{"nothing"}}}, clips, 100).empty());
}

}  // namespace linli::kiosk
