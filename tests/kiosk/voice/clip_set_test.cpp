// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/clip_set.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/voice/clip_list.h"
#include "kiosk/voice/wave_file.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace linli::kiosk {
namespace {

using support::TempFolder;

Samples a_word(std::int16_t loudness = 5'000) { return Samples(samples_of_ms(300), loudness); }

void write_all(const TempFolder& folder) {
    for (const ClipSource& source : clip_list())
        support::write_file(folder.file(source.name + ".wav"), wave_bytes(a_word()));
}

std::string faults_of(const std::filesystem::path& folder) {
    std::string all;
    for (const ClipFault& fault : check_clips(folder)) all += fault.file + ": " + fault.what + "\n";
    return all;
}

}  // namespace

TEST_CASE("a whole folder of recordings takes the place of every built-in word") {
    const TempFolder folder;
    write_all(folder);
    CHECK(faults_of(folder.path()).empty());
    std::vector<ClipFault> faults;
    const ClipSet clips = ClipSet::from_folder(folder.path(), faults);
    for (const ClipSource& source : clip_list()) CHECK(clips.clip(source.name) == a_word());
}

TEST_CASE("the check names exactly what is wrong, and that alone is taken from the built-in set") {
    const TempFolder folder;
    write_all(folder);
    std::filesystem::remove(folder.file("zh-0.wav"));
    support::write_file(folder.file("zh-1.wav"), "this is no sound");
    support::write_file(folder.file("zh-2.wav"), wave_bytes({}));
    support::write_file(folder.file("zh-3.wav"), wave_bytes(Samples(samples_of_ms(300), 0)));
    support::write_file(folder.file("zh-4.wav"), wave_bytes(Samples(samples_of_ms(5'100), 5'000)));
    std::string stereo = wave_bytes(a_word());
    stereo[22] = 2;
    support::write_file(folder.file("zh-5.wav"), stereo);
    std::string fast = wave_bytes(a_word());
    fast[24] = '\x44';
    fast[25] = '\xAC';  // 44,100
    support::write_file(folder.file("zh-6.wav"), fast);
    support::write_file(folder.file("zh-7.wav"), wave_bytes(a_word()).substr(0, 30));
    support::write_file(folder.file("zh-8.wav"), "");
    std::filesystem::remove(folder.file("zh-9.wav"));
    std::filesystem::create_directory(folder.file("zh-9.wav"));
    CHECK(faults_of(folder.path()) ==
          "zh-0.wav: it is not there\n"
          "zh-1.wav: it is no WAV file\n"
          "zh-2.wav: it is empty\n"
          "zh-3.wav: it is silent\n"
          "zh-4.wav: it is 5.1 s long; 5.0 s fit\n"
          "zh-5.wav: 22050 Hz, 2 channel(s), 16 bit: it must be 22050 Hz, mono, 16 bit PCM\n"
          "zh-6.wav: 44100 Hz, 1 channel(s), 16 bit: it must be 22050 Hz, mono, 16 bit PCM\n"
          "zh-7.wav: its format is cut off\n"
          "zh-8.wav: it is no WAV file\n"
          "zh-9.wav: it is no plain file\n");
    std::vector<ClipFault> faults;
    const ClipSet clips = ClipSet::from_folder(folder.path(), faults);
    CHECK(clips.clip("zh-0") == ClipSet::built_in().clip("zh-0"));
    CHECK(clips.clip("zh-9") == ClipSet::built_in().clip("zh-9"));
    CHECK(clips.clip("zh-qing") == a_word());
}

TEST_CASE("where there is no folder every word is the built-in one") {
    std::vector<ClipFault> faults;
    const ClipSet clips = ClipSet::from_folder("/nowhere/at/all", faults);
    REQUIRE(faults.size() == 1);
    CHECK_FALSE(clips.clip("zh-qing").empty());
}

TEST_CASE("the program checks a folder and ends with 1 where anything is wrong") {
    const TempFolder folder;
    write_all(folder);
    const auto good = support::run_program(
        {.words = {support::kiosk_program(), "--check-voice", folder.path()}, .environment = {}, .input = {}});
    CHECK(good.exit_code == 0);
    std::filesystem::remove(folder.file("chime.wav"));
    const auto bad = support::run_program(
        {.words = {support::kiosk_program(), "--check-voice", folder.path()}, .environment = {}, .input = {}});
    CHECK(bad.exit_code == 1);
    CHECK(bad.out == "chime.wav: it is not there\n");
}

TEST_CASE("a WAV file is read as it was written, also with other chunks before the samples") {
    const Samples samples{0, 1, -1, 32767, -32768};
    std::string bytes = wave_bytes(samples);
    CHECK(read_wave(bytes).value() == samples);
    bytes.insert(12, std::string("LIST\x03\0\0\0abc\0", 12));
    CHECK(read_wave(bytes).value() == samples);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto cut = read_wave(std::string_view(bytes).substr(0, length));
        CHECK((!cut.has_value() || cut->size() <= samples.size()));
    }
}

}  // namespace linli::kiosk
