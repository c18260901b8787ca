// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>

#include "hall/base/result.h"
#include "kiosk/voice/samples.h"

namespace linli::kiosk {

/// What espeak-ng is to say. It is run as a process, never linked (its licence is the GPL), and never through a shell.
struct EspeakOrder {
    std::string voice;  ///< chinese_voice or english_voice
    std::string text;   ///< given on its standard input
    int words_a_minute = 150;
};

/// Reads pinyin with tone numbers, "hao4 chuang1 kou3". The voice "cmn", which reads Han characters, reads many wrong.
inline constexpr const char* chinese_voice = "cmn-latn-pinyin";
inline constexpr const char* english_voice = "en-us";

/// Is the program there to be run?
bool espeak_installed();
/// Runs it to its end. Where `cancelled` becomes true meanwhile the process is killed within 10 ms and what it has said
/// so far is thrown away. Errors: missing, invalid_input for more than 2,000 bytes, io (ended badly, took longer than
/// 10 s, said more than 120 s).
Result<Samples> espeak(const EspeakOrder& order, const std::atomic<bool>& cancelled);

}  // namespace linli::kiosk
