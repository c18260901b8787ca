// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/cpp_scan.h"

#include <algorithm>
#include <cctype>

namespace linli::tidy {
namespace {

bool is_word(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_'; }

/// Walks once over the source; each step takes one comment, literal, number, word or other character.
class Scanner {
public:
    explicit Scanner(std::string_view source) : source_(source), scanned_{std::string(source), {}} {}

    ScannedCpp run() {
        while (at_ < source_.size()) step();
        return std::move(scanned_);
    }

private:
    char now() const { return at_ < source_.size() ? source_[at_] : '\0'; }
    bool sees(std::string_view text) const { return source_.substr(at_).starts_with(text); }

    void step() {
        if (sees("//")) return blank_to(source_.find('\n', at_));
        if (sees("/*")) return blank_to(end_after("*/", at_ + 2));
        if (sees("R\"")) return raw_literal();
        if (now() == '"') return literal();
        if (now() == '\'') return blank_to(after_quoted('\''));
        if (is_word(now())) return word();
        ++at_;
    }

    /// Words whole, so that the ' in 1'000 is no character literal and the R of a name begins no raw string.
    void word() {
        const bool number = std::isdigit(static_cast<unsigned char>(now())) != 0;
        while (is_word(now()) || (number && now() == '\'')) {
            if (sees("R\"")) return;
            ++at_;
        }
    }

    void literal() {
        const std::size_t begin = at_;
        const std::size_t end = after_quoted('"');
        scanned_.literals.push_back({std::string(source_.substr(begin + 1, end - begin - 2)), begin});
        blank(begin + 1, end - 1);
        at_ = end;
    }

    void raw_literal() {
        const std::size_t begin = at_ + 1;
        const std::size_t open = source_.find('(', begin);
        const std::string close = ")" + std::string(source_.substr(begin + 1, open - begin - 1)) + "\"";
        const std::size_t end = end_after(close, open);
        scanned_.literals.push_back({std::string(source_.substr(open + 1, end - close.size() - open - 1)), begin});
        blank(begin + 1, end - 1);
        at_ = end;
    }

    std::size_t after_quoted(char quote) const {
        std::size_t end = at_ + 1;
        while (end < source_.size() && source_[end] != quote) end += source_[end] == '\\' ? 2 : 1;
        return std::min(end + 1, source_.size());
    }

    std::size_t end_after(std::string_view text, std::size_t from) const {
        const std::size_t found = source_.find(text, from);
        return found == std::string_view::npos ? source_.size() : found + text.size();
    }

    void blank_to(std::size_t end) {
        end = std::min(end, source_.size());
        blank(at_, end);
        at_ = end;
    }

    void blank(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (scanned_.code[i] != '\n') scanned_.code[i] = ' ';
    }

    std::string_view source_;
    std::size_t at_ = 0;
    ScannedCpp scanned_;
};

}  // namespace

ScannedCpp scan_cpp(std::string_view source) { return Scanner(source).run(); }

Span first_argument(std::string_view code, std::size_t open) {
    int depth = 0;
    std::size_t at = open + 1;
    for (; at < code.size(); ++at) {
        const char byte = code[at];
        if (depth == 0 && (byte == ',' || byte == ')')) break;
        if (byte == '(' || byte == '{' || byte == '[') ++depth;
        if (byte == ')' || byte == '}' || byte == ']') --depth;
    }
    return {open + 1, at};
}

}  // namespace linli::tidy
