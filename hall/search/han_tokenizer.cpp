// SPDX-License-Identifier: Apache-2.0
#include "hall/search/han_tokenizer.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "hall/base/utf8.h"
#include "hall/search/query_terms.h"
#include "hall/search/syllables.h"
#include "hall/text/pinyin.h"

namespace linli {
namespace {

using TokenSink = int (*)(void*, int, const char*, int, int, int);

constexpr std::size_t run_bytes_max = 60;

bool is_letter(char32_t code) { return code >= U'a' && code <= U'z'; }
bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

/// FTS5 owns one of these for each table.
struct HanTokenizer {
    enum class Spelling { none, spelled } spelling = Spelling::none;
};

class Walk {
public:
    Walk(const HanTokenizer& tokenizer, int flags, std::string_view text, void* context, TokenSink sink)
        : text_(text), context_(context), sink_(sink) {
        query_ = (flags & FTS5_TOKENIZE_QUERY) != 0;
        // Snippets and queries need no readings.
        spelled_ = tokenizer.spelling == HanTokenizer::Spelling::spelled &&
                   (flags & (FTS5_TOKENIZE_QUERY | FTS5_TOKENIZE_AUX)) == 0;
    }

    int run() {
        while (at_ < text_.size() && result_ == SQLITE_OK) step();
        return result_;
    }

private:
    void step() {
        const Character character = character_at(text_, at_);
        const char32_t code = folded(character.code);
        if (query_ && (code == U'~' || code == U'=')) return marked();
        if (is_han(code)) return han(code, character);
        if (is_letter(code)) return word(is_letter);
        if (is_digit(code)) return word(is_digit);
        at_ = character.end;
    }

    void give(int flags, std::string_view token, std::size_t begin, std::size_t end) {
        if (result_ == SQLITE_OK)
            result_ = sink_(context_, flags, token.data(), static_cast<int>(token.size()), static_cast<int>(begin),
                            static_cast<int>(end));
    }

    // "~ling" or "~0l", as a query builder wrote it.
    void marked() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') || text_[end] == '0')) ++end;
        give(0, text_.substr(at_, end - at_), at_, end);
        at_ = end;
    }

    void han(char32_t code, const Character& character) {
        give(0, text_.substr(character.begin, character.end - character.begin), character.begin, character.end);
        at_ = character.end;
        if (!spelled_) return;
        std::set<std::string> tokens;
        for (const std::string_view reading : pinyin_readings(code)) {
            tokens.insert("~" + std::string(reading));
            tokens.insert("~0" + std::string(reading.substr(0, 1)));
            tokens.insert("=" + soft_syllable(reading));
        }
        for (const std::string& token : tokens) give(FTS5_TOKEN_COLOCATED, token, character.begin, character.end);
    }

    template <class Belongs>
    void word(Belongs belongs) {
        std::string token;
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const Character character = character_at(text_, at_);
            const char32_t code = folded(character.code);
            if (!belongs(code)) break;
            if (token.size() < run_bytes_max) token += static_cast<char>(code);
            at_ = character.end;
        }
        give(0, token, begin, at_);
    }

    std::string_view text_;
    void* context_;
    TokenSink sink_;
    bool query_ = false, spelled_ = false;
    std::size_t at_ = 0;
    int result_ = SQLITE_OK;
};

int create(void*, const char** arguments, int count, Fts5Tokenizer** out) {
    auto tokenizer = std::make_unique<HanTokenizer>();
    if (count > 0 && std::string_view(arguments[0]) == "spelled") tokenizer->spelling = HanTokenizer::Spelling::spelled;
    *out = reinterpret_cast<Fts5Tokenizer*>(tokenizer.release());
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<HanTokenizer*>(tokenizer); }

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int length, TokenSink sink) {
    const std::string_view bytes = text == nullptr ? "" : std::string_view(text, static_cast<std::size_t>(length));
    return Walk(*reinterpret_cast<HanTokenizer*>(tokenizer), flags, bytes, context, sink).run();
}

fts5_api* api_of(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}  // namespace

int add_han_tokenizer(sqlite3* connection) {
    fts5_api* api = api_of(connection);
    if (api == nullptr) return SQLITE_ERROR;
    fts5_tokenizer functions{create, destroy, tokenize};
    return api->xCreateTokenizer(api, "han", nullptr, &functions, nullptr);
}

}  // namespace linli
