// SPDX-License-Identifier: Apache-2.0
// Run while Linli is built: has espeak-ng speak every clip and writes the C++ file that defines built_in_clips()
// (built_in_clips.h). With a folder, also saves each as a WAV file there, to be listened to.
#include <atomic>
#include <fstream>
#include <iostream>

#include "kiosk/voice/clip_list.h"
#include "kiosk/voice/espeak_process.h"
#include "kiosk/voice/make_clip.h"
#include "kiosk/voice/wave_file.h"

namespace {

using namespace linli;
using namespace linli::kiosk;

constexpr int words_a_minute = 140;
constexpr std::size_t bytes_a_line = 32;

Result<Samples> made(const ClipSource& source) {
    if (source.text.empty()) return make_chime();
    const std::atomic<bool> never{false};
    const char* voice = source.language == Language::zh ? chinese_voice : english_voice;
    LINLI_TRY_ASSIGN(Samples spoken, espeak({voice, source.text, words_a_minute}, never));
    Samples clip = make_clip(std::move(spoken));
    if (clip.empty()) return fail(ErrorCode::io, "nothing was spoken");
    return clip;
}

std::string literal(const Samples& samples) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "\"";
    std::size_t count = 0;
    for (const std::int16_t sample : samples)
        for (const int byte : {sample & 0xFF, sample >> 8 & 0xFF}) {
            text += "\\x";
            text += digits[byte >> 4];
            text += digits[byte & 0xF];
            if (++count % bytes_a_line == 0) text += "\"\n\"";
        }
    return text + "\"";
}

}  // namespace

int main(int count, char** words) {
    std::string arrays, rows;
    for (const ClipSource& source : clip_list()) {
        const auto clip = made(source);
        if (!clip) {
            std::cerr << "clip " << source.name << ": " << clip.error().message << "\n";
            return 1;
        }
        if (count > 1) {
            std::ofstream file(std::string(words[1]) + "/" + source.name + ".wav", std::ios::binary);
            file << wave_bytes(*clip);
        }
        std::string name = "clip_" + source.name;
        for (char& letter : name)
            if (letter == '-') letter = '_';
        arrays += "constexpr char " + name + "[] =\n" + literal(*clip) + ";\n";
        rows += "    {\"" + source.name + "\", {" + name + ", " + std::to_string(clip->size() * 2) + "}},\n";
    }
    std::cout << "// Made by kiosk/voice/generate_clips.cpp.\n#include \"kiosk/voice/built_in_clips.h\"\n\n"
              << "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
              << "namespace linli::kiosk {\nnamespace {\n"
              << arrays << "constexpr BuiltInClip clips[] = {\n"
              << rows << "};\n}  // namespace\n\nstd::span<const BuiltInClip> built_in_clips() { return clips; }\n"
              << "}  // namespace linli::kiosk\n";
    std::cout.flush();
    return std::cout ? 0 : 1;
}
