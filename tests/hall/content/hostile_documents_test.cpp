// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <chrono>
#include <random>

#include "hall/base/utf8.h"
#include "hall/content/document_kinds.h"
#include "tests/hall/content/whole_hall.h"

using namespace linli;

namespace {

/// What an editor, a disk or somebody with a purpose may do to a document.
class Spoiler {
public:
    explicit Spoiler(std::uint32_t seed) : draw_(seed) {}

    std::string spoilt(std::string bytes) {
        for (std::size_t times = 1 + below(3); times > 0; --times) spoil(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t most) { return most == 0 ? 0 : draw_() % most; }

    void spoil(std::string& bytes) {
        static const std::string pieces[] = {"\\ud800",
                                             "\\udc00\\ud800",
                                             "\xED\xA0\x80",
                                             "\xC0\xAF",
                                             "\xF5\x80\x80\x80",
                                             "\xEF\xBF\xBE",
                                             "\xEF\xBB\xBF",
                                             "\\u0000",
                                             "\xE2\x80\xAE",
                                             "1e999",
                                             "-1e999",
                                             "99999999999999999999999999",
                                             "-9223372036854775808",
                                             "18446744073709551615",
                                             "0.1e-400",
                                             "-0",
                                             "null",
                                             "true",
                                             "{}",
                                             "[]",
                                             "\"\"",
                                             "{\"a\": {\"b\": [[[[",
                                             "]",
                                             "}",
                                             "\"",
                                             "\\",
                                             ",",
                                             ":",
                                             "{",
                                             "[",
                                             "\n",
                                             "\t",
                                             "\x1b[31m",
                                             "//",
                                             "{nothing}",
                                             "<b>",
                                             "NaN",
                                             "Infinity"};
        const std::size_t at = below(bytes.size() + 1);
        switch (below(8)) {
            case 0:
                if (!bytes.empty()) bytes[below(bytes.size())] = static_cast<char>(draw_() & 0xFF);
                break;
            case 1:
                if (!bytes.empty()) bytes[below(bytes.size())] ^= static_cast<char>(1U << below(8));
                break;
            case 2:
                bytes.resize(at);
                break;
            case 3:
                bytes.erase(at, below(40));
                break;
            case 4:
                bytes.insert(at, pieces[below(std::size(pieces))]);
                break;
            case 5: {  // a part once more: fields twice, elements twice
                const std::string part = bytes.substr(at, below(80));
                bytes.insert(below(bytes.size() + 1), part);
                break;
            }
            case 6:
                bytes.insert(at, std::string(1 + below(300), "[{\"9a "[below(6)]));
                break;
            default:  // another value in a value's place
                if (const std::size_t colon = bytes.find(": ", at); colon != std::string::npos)
                    bytes.replace(colon + 2, below(12), pieces[below(std::size(pieces))]);
        }
    }

    std::mt19937 draw_;
};

using Outcome = tl::expected<HallContent, ContentFault>;

/// A fault that can be shown to somebody, or nothing wrong.
std::string wrong_answer(const Outcome& content) {
    if (content) return content->lines.empty() || content->matters.empty() ? "taken without lines or matters" : "";
    const ContentFault& fault = content.error();
    if (fault.file.empty() || fault.place.empty() || fault.reason.empty()) return "a fault without a place or reason";
    constexpr std::size_t fault_characters_max = 1'500;
    return is_plain_line(fault.text(), fault_characters_max) ? "" : "a fault that no terminal should see";
}

}  // namespace

TEST_CASE("spoilt documents are taken or refused with words, ten thousand times") {
    constexpr int rounds = 1'000;
    const std::uint32_t seed = GENERATE(range(1U, 11U));
    Spoiler spoiler(seed);
    const ContentDocuments sound = whole_hall();
    REQUIRE(parse_hall_content(sound).has_value());
    std::vector<std::string> files;
    for (const auto& [file, bytes] : sound) files.push_back(file);
    ContentDocuments documents = sound;
    int read = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string& file = files[static_cast<std::size_t>(round) % files.size()];
        documents[file] = spoiler.spoilt(sound.at(file));
        const Outcome content = parse_hall_content(documents);
        const std::string wrong = wrong_answer(content);
        if (!wrong.empty()) FAIL(wrong << ": " << seed << ", " << round << ", " << file << ": " << documents[file]);
        if (content || !content.error().reason.starts_with("This is no JSON")) ++read;
        documents[file] = sound.at(file);
    }
    // Some of what is spoilt must come past the JSON, or nothing behind it was tried.
    CHECK(read > rounds / 20);
}

TEST_CASE("very large and very deep documents are refused soon") {
    const auto repeated = [](std::size_t bytes, const std::string& piece) {
        std::string text;
        while (text.size() + piece.size() <= bytes) text += piece;
        return text;
    };
    const std::size_t room = document_bytes_max - 100;
    std::string keys = "{";
    for (int i = 0; keys.size() < room; ++i) keys += "\"k" + std::to_string(i) + "\": 1, ";
    const std::string bytes = GENERATE_COPY(
        std::string(10'000'000, ' '), std::string(10'000'000, '['), std::string(room, '['), std::string(room, '{'),
        repeated(room, "{\"a\":"), repeated(room, "[{\"a\":"), "\"" + std::string(room, 'x') + "\"",
        "{\"lines\": " + std::string(room, '9') + "}", "{\"lines\": [" + repeated(room, "{},") + "{}]}",
        keys + "\"z\": 1}", "{" + repeated(room, "\"k\": 1, ") + "\"k\": 1}",
        "{\"lines\": \"" + repeated(room, "\\ud83d\\ude00") + "\"}", "{\"" + std::string(room, 'k') + "\": 1}",
        repeated(room, "\xF0\x9F"));
    ContentDocuments documents = whole_hall();
    documents["lines.json"] = bytes;
    const auto before = std::chrono::steady_clock::now();
    const auto content = parse_hall_content(documents);
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
#endif
    REQUIRE_FALSE(content.has_value());
    INFO(content.error().text());
    CHECK(wrong_answer(content) == "");
}
