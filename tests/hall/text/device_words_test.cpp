// SPDX-License-Identifier: Apache-2.0
#include "hall/text/device_words.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/queue/device.h"

using namespace linli;

TEST_CASE("a device's code has words in every language, and what is not well says how to mend it") {
    for (const char* language : {"zh-CN", "en"}) {
        const Catalogue& texts = Catalogue::embedded(language);
        for (const Device device : {Device::printer, Device::board, Device::sound}) {
            INFO(language << " " << name_of(device));
            CHECK(texts.has(std::string("device.") + name_of(device) + ".ready"));
            CHECK(device_words(texts, name_of(device), "ready").mend.empty());
            CHECK_FALSE(unheard_device_words(texts, name_of(device)).mend.empty());
        }
        for (const char* code : {"no_display", "not_running"})
            CHECK_FALSE(device_words(texts, "board", code).mend.empty());
        for (const char* code : {"no_card", "no_voice", "muted"})
            CHECK_FALSE(device_words(texts, "sound", code).mend.empty());
    }
}

TEST_CASE("a code that nobody knows yet is said as it is, with whom to ask") {
    const DeviceWords words = device_words(Catalogue::embedded("en"), "board", "code_of_tomorrow");
    CHECK(words.what == "The device says: code_of_tomorrow");
    CHECK_FALSE(words.mend.empty());
}
