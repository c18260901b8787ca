// SPDX-License-Identifier: Apache-2.0
#include "hall/content/voice_plan.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "hall/content/hall_content.h"
#include "tests/hall/content/small_hall.h"

using namespace linli;

namespace {

// Complete but for one thing that a test changes.
std::string voice_with(const std::string& sound, const std::string& spoilt) {
    std::string json =
        R"({"languages": ["zh", "en"], "times": 2, "chime": false, "volume_by_hour": [{"from": 0, "to": 9, "percent": 30}, )"
        R"({"from": 9, "to": 24, "percent": 90}], "quiet": [{"from": "12:00", "to": "14:00"}, {"from": "22:00", "to": "06:00"}], )"
        R"("rate_percent": 110, "guidance_volume": 45})";
    if (sound.empty()) return json;
    const auto found = json.find(sound);
    REQUIRE(found != std::string::npos);
    return json.replace(found, sound.size(), spoilt);
}

tl::expected<HallContent, ContentFault> parsed(const std::string& voice) {
    ContentDocuments documents = small_hall();
    documents["voice.json"] = voice;
    return parse_hall_content(documents);
}

std::string fault(const std::string& sound, const std::string& spoilt) {
    const auto content = parsed(voice_with(sound, spoilt));
    REQUIRE_FALSE(content.has_value());
    return content.error().text();
}

}  // namespace

TEST_CASE("a voice plan says languages, volume by the hour, quiet hours and guidance") {
    const VoicePlan voice = parsed(voice_with("", "")).value().voice;
    CHECK(voice.languages == std::vector{Language::zh, Language::en});
    CHECK(voice.times == 2);
    CHECK(voice.chime == Chime::off);
    CHECK(voice.volume_at(8 * 60 + 59) == 30);
    CHECK(voice.volume_at(9 * 60) == 90);
    CHECK(voice.volume_at(23 * 60 + 59) == 90);
    CHECK(voice.quiet_at(12 * 60));
    CHECK_FALSE(voice.quiet_at(14 * 60));
    CHECK(voice.quiet_at(23 * 60));
    CHECK(voice.quiet_at(5 * 60 + 59));
    CHECK_FALSE(voice.quiet_at(6 * 60));
    CHECK(voice.rate_percent == 110);
    CHECK(voice.guidance_volume == 45);
}

TEST_CASE("a hall without a voice plan speaks as the demo hall does") {
    const VoicePlan voice = parse_hall_content(small_hall()).value().voice;
    CHECK(voice.languages == std::vector{Language::zh});
    CHECK(voice.volume_at(10 * 60) == 80);
}

TEST_CASE("what is wrong in a voice plan is told by its place") {
    CHECK(fault(R"("zh", "en")", R"("zh", "fr")") == "voice.json: /languages/1 (languages): A language is zh or en.");
    CHECK(fault(R"("zh", "en")", R"("zh", "zh")") ==
          "voice.json: /languages/1 (languages): This language is named twice.");
    CHECK(fault(R"("zh", "en")", "") == "voice.json: /languages (languages): There must be 1 to 2 here, not 0.");
    CHECK(fault(R"("times": 2)", R"("times": 4)") == "voice.json: /times (times): This must be 1 to 3.");
    CHECK(fault(R"("chime": false)", R"("chime": 1)") == "voice.json: /chime (chime): This must be true or false.");
    CHECK(fault(R"("percent": 90)", R"("percent": 101)") ==
          "voice.json: /volume_by_hour/1/percent (percent): This must be 0 to 100.");
    CHECK(fault(R"({"from": 9)", R"({"from": 10)") ==
          "voice.json: /volume_by_hour/1/from (from): A span must begin where the one above ends, the first at 0.");
    CHECK(fault(R"("to": 24)", R"("to": 23)") ==
          "voice.json: /volume_by_hour (volume_by_hour): The spans must reach to 24.");
    CHECK(fault(R"("to": "14:00")", R"("to": "12:00")") ==
          "voice.json: /quiet/0/to (to): A span must not end where it begins.");
    CHECK(fault(R"("to": "14:00")", R"("to": "14")").find("A time is") != std::string::npos);
    CHECK(fault(R"("rate_percent": 110, )", "") == "voice.json: /rate_percent (rate_percent): This field is missing.");
    CHECK(fault(R"("rate_percent": 110)", R"("rate_percent": 60)") ==
          "voice.json: /rate_percent (rate_percent): This must be 70 to 130.");
    CHECK(fault(R"("guidance_volume": 45)", R"("guidance_volume": 5)") ==
          "voice.json: /guidance_volume (guidance_volume): This must be 10 to 100.");
    CHECK(fault(R"("times": 2)", R"("time": 2)") == "voice.json: /time (time): There is no such field here.");
}
