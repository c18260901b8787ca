// SPDX-License-Identifier: Apache-2.0
#include "hall/text/spoken_chinese.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "hall/base/embedded.h"
#include "hall/base/utf8.h"
#include "hall/text/pinyin.h"
#include "hall/text/spoken_number.h"

namespace linli {
namespace {

using Syllables = std::vector<std::string>;
using Words = std::map<std::u32string, Syllables, std::less<>>;

constexpr std::size_t word_characters_max = 6;
constexpr char32_t one = U'\u4E00', not_ = U'\u4E0D', year = U'\u5E74', ordinal = U'\u7B2C', dash = U'\u2013';
// What things are counted with: two of them is liang3.
constexpr std::u32string_view counted =
    U"\u4E2A\u4EF6\u4F4D\u4EBA\u6B21\u5F20\u4EFD\u5929\u5C0F\u79CD\u540D\u5E74\u5206\u5757\u6761\u7C7B\u5C81\u5468"
    U"\u6237\u5BB6\u5904";
// After these a short number is a telephone's: da3, bo1, hua4.
constexpr std::u32string_view dialled = U"\u6253\u62E8\u8BDD\u3001";
constexpr std::string_view emergency_numbers[] = {"110", "119", "120", "122"};
constexpr std::u32string_view dashes = U"\u2013\u2014-~\uFF5E\u81F3";
constexpr std::u32string_view full_stops = U"\u3002\uFF01\uFF1F\uFF1B.!?;\u2026";
constexpr std::u32string_view commas =
    U"\uFF0C\u3001\uFF1A\u00B7,:\u2013\u2014\u300A\u300B\u300C\u300D\u201C\u201D\uFF08\uFF09()/|\u2192";

std::u32string decoded(std::string_view text) {
    std::u32string signs;
    for (const Character& character : characters(text)) signs += character.code;
    return signs;
}

Words read_words() {
    Words words;
    std::string_view rest = embedded_file("assets/speech/zh-words.txt");
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.empty() || line.front() == '#') continue;
        const auto blank = line.find(' ');
        Syllables& syllables = words[decoded(line.substr(0, blank))];
        while (line.find(' ') != std::string_view::npos) {
            line.remove_prefix(line.find(' ') + 1);
            syllables.emplace_back(line.substr(0, line.find(' ')));
        }
    }
    return words;
}

const Words& words() {
    static const Words table = read_words();
    return table;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// Goes through a text once and collects syllables and pauses.
class Reader {
public:
    explicit Reader(std::u32string_view text) : text_(text) {}

    SpokenText read() {
        while (at_ < text_.size()) step();
        SpokenText spoken;
        spoken.unknown = std::move(unknown_);
        turn_tones();
        for (const Part& part : parts_) {
            if (part.pause == 0 && !spoken.pinyin.empty()) spoken.pinyin += ' ';
            if (part.pause != 0)
                spoken.pinyin += part.pause;
            else
                spoken.pinyin += part.syllable;
        }
        return spoken;
    }

private:
    struct Part {
        std::string syllable;
        char32_t written = 0;  // only of single characters, for their change of tone
        char pause = 0;
    };

    void step() {
        const char32_t c = text_[at_];
        if (is_digit(c)) return number();
        if (is_letter(c)) return letters();
        if (word()) return;
        ++at_;
        if (c == U'/' && at_ > 1 && is_han(text_[at_ - 2]) && is_han(at(at_))) return add({"mei3"});
        if (full_stops.find(c) != std::u32string_view::npos) return pause('.');
        if (commas.find(c) != std::u32string_view::npos) return pause(',');
        const std::string_view reading = spoken_reading(c);
        if (!reading.empty())
            parts_.push_back({std::string(reading), c});
        else if ((c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000)
            unknown_ += c;
    }

    bool word() {
        for (std::size_t length = std::min(word_characters_max, text_.size() - at_); length > 0; --length) {
            const auto found = words().find(text_.substr(at_, length));
            if (found == words().end()) continue;
            for (const std::string& syllable : found->second) parts_.push_back({syllable});
            at_ += length;
            return true;
        }
        return false;
    }

    void pause(char kind) {
        if (parts_.empty()) return;
        if (parts_.back().pause == 0)
            parts_.push_back({{}, 0, kind});
        else if (kind == '.')
            parts_.back().pause = '.';
    }

    void add(const Syllables& syllables) {
        for (const std::string& syllable : syllables) parts_.push_back({syllable});
    }

    std::string digits_at(std::size_t from) const {
        std::string digits;
        for (; from < text_.size() && is_digit(text_[from]); ++from) digits += static_cast<char>(text_[from]);
        return digits;
    }
    char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : 0; }
    char32_t next_sign() const {
        std::size_t index = at_;
        while (at(index) == U' ') ++index;
        return at(index);
    }

    // One letter before digits is a ticket's code; capitals are letters; anything else is left as it is.
    void letters() {
        std::string run;
        while (at_ < text_.size() && is_letter(text_[at_])) run += static_cast<char>(text_[at_++]);
        const bool capitals = std::ranges::none_of(run, [](char c) { return c >= 'a' && c <= 'z'; });
        if (!capitals) return parts_.push_back({run});
        for (const char letter : run) parts_.push_back({std::string(1, letter)});
        if (run.size() != 1 || !is_digit(at(at_))) return;
        const std::string digits = digits_at(at_);
        at_ += digits.size();
        add(spoken_digits(digits, One::yao));
    }

    void number() {
        const std::string digits = digits_at(at_);
        const std::size_t end = at_ + digits.size();
        const std::string after = digits_at(end + 1);
        if (at(end) == U':' && digits.size() <= 2 && after.size() == 2) return time(digits, after);
        if (at(end) == U'-' && digits.size() == 4 && after.size() == 2 && at(end + 3) == U'-') return date(digits, end);
        if (at(end) == U'.' && !after.empty()) return decimal(digits, after);
        at_ = end;
        if (at(at_) == U'%') {
            ++at_;
            add({"bai3", "fen1", "zhi1"});
            return plain(digits);
        }
        plain(digits);
        range();
    }

    // "12-20" is said with dao4, as is "9:00-11:30".
    void range() {
        std::size_t index = at_;
        while (at(index) == U' ') ++index;
        if (dashes.find(at(index)) == std::u32string_view::npos || at(index) == 0) return;
        ++index;
        while (at(index) == U' ') ++index;
        if (!is_digit(at(index))) return;
        at_ = index;
        add({"dao4"});
    }

    void time(const std::string& hour, const std::string& minute) {
        at_ += hour.size() + 1 + minute.size();
        add(hour == "2" ? Syllables{"liang3"} : spoken_number(std::stoul(hour)));
        add({"dian3"});
        if (minute != "00") {
            if (minute.front() == '0') add({"ling2"});
            add(spoken_number(std::stoul(minute)));
            add({"fen1"});
        }
        range();
    }

    void date(const std::string& year_digits, std::size_t end) {
        add(spoken_digits(year_digits, One::yi));
        add({"nian2"});
        add(spoken_number(std::stoul(digits_at(end + 1))));
        add({"yue4"});
        const std::string day = digits_at(end + 4).substr(0, 2);
        at_ = end + 4 + day.size();
        if (day.empty()) return;
        add(spoken_number(std::stoul(day)));
        add({"ri4"});
    }

    void decimal(const std::string& whole, const std::string& part) {
        at_ += whole.size() + 1 + part.size();
        if (at(at_) == U'%') {
            ++at_;
            add({"bai3", "fen1", "zhi1"});
        }
        plain(whole);
        add({"dian3"});
        add(spoken_digits(part, One::yi));
    }

    void plain(const std::string& digits) {
        const char32_t next = next_sign();
        if (next == year && digits.size() == 4) return add(spoken_digits(digits, One::yi));
        const bool counts = counted.find(next) != std::u32string_view::npos && next != 0;
        const bool is_ordinal = !parts_.empty() && parts_.back().written == ordinal;
        if (digits == "2" && counts && !is_ordinal) return add({"liang3"});
        // As the character, so that its tone follows what is counted.
        if (digits == "1" && counts && !is_ordinal) return parts_.push_back({"yi1", one});
        const std::size_t longest = counts || next == U'\u5143' ? 8 : 4;
        const bool code = digits.size() > longest || (digits.size() > 1 && digits.front() == '0') || is_dialled(digits);
        add(code ? spoken_digits(digits, One::yao) : with_turned_tones(spoken_number(std::stoul(digits))));
    }

    /// One of the numbers that everybody knows, behind a word for calling or the last of them. `at_` is behind it.
    bool is_dialled(const std::string& digits) const {
        if (std::ranges::find(emergency_numbers, digits) == std::end(emergency_numbers)) return false;
        std::size_t before = at_ - digits.size();
        while (before > 0 && text_[before - 1] == U' ') --before;
        const bool unit = counted.find(next_sign()) != std::u32string_view::npos && next_sign() != 0;
        return before > 0 && !unit && next_sign() != U'\u5143' &&
               dialled.find(text_[before - 1]) != std::u32string_view::npos;
    }

    /// yi4 bai3, yi4 qian1, yi2 wan4.
    static Syllables with_turned_tones(Syllables syllables) {
        for (std::size_t i = 0; i + 1 < syllables.size(); ++i) {
            const std::string& next = syllables[i + 1];
            if (syllables[i] == "yi1" && (next == "bai3" || next == "qian1")) syllables[i] = "yi4";
            if (syllables[i] == "yi1" && next == "wan4") syllables[i] = "yi2";
        }
        return syllables;
    }

    // yi1 and bu4 are said by what follows: yi2 and bu2 before a fourth tone, yi4 before the others.
    void turn_tones() {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            Part& part = parts_[i];
            if (part.written != one && part.written != not_) continue;
            const Part* next = i + 1 < parts_.size() && parts_[i + 1].pause == 0 ? &parts_[i + 1] : nullptr;
            const char tone = next == nullptr || next->syllable.empty() ? '0' : next->syllable.back();
            if (part.written == not_) part.syllable = tone == '4' ? "bu2" : "bu4";
            // The neutral tone here is nearly always ge, a fourth by itself.
            if (part.written == one) part.syllable = tone == '4' || tone == '5' ? "yi2" : tone == '0' ? "yi1" : "yi4";
        }
    }

    std::u32string_view text_;
    std::size_t at_ = 0;
    std::vector<Part> parts_;
    std::u32string unknown_;
};

}  // namespace

SpokenText spoken_chinese(std::string_view text) {
    const std::u32string signs = decoded(text);
    return Reader(signs).read();
}

std::string spoken_english(std::string_view text) {
    const std::u32string signs = decoded(text);
    std::string spoken;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const char32_t c = signs[i], before = i > 0 ? signs[i - 1] : 0, after = i + 1 < signs.size() ? signs[i + 1] : 0;
        const bool begins = !is_letter(before) && !is_digit(before);
        if (c >= U'A' && c <= U'Z' && begins && is_digit(after)) {
            spoken += static_cast<char>(c);
            for (; is_digit(i + 1 < signs.size() ? signs[i + 1] : 0); ++i)
                (spoken += ' ') += static_cast<char>(signs[i + 1]);
        } else if (c == dash && is_digit(before) && is_digit(after)) {
            spoken += " to ";
        } else if (c < 0x80) {
            spoken += c < 0x20 ? ' ' : static_cast<char>(c);
        } else if (commas.find(c) != std::u32string_view::npos) {
            spoken += ", ";
        } else if (c == U'\u2019') {
            spoken += '\'';
        } else {
            spoken += ' ';
        }
    }
    return spoken;
}

}  // namespace linli
