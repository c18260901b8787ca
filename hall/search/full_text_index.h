// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace linli {

/// Words to find a document by.
struct IndexedText {
    std::string title;     ///< every language's, one after another
    std::string keywords;  ///< apart by blanks
    std::string body;
};

/// An inverted index in memory, FTS5 with the tokenizer "han": titles and keywords by characters and by how they are
/// read, bodies by characters. It is made out of the content and is nowhere else: nothing of it can be lost. One thread
/// at a time.
class FullTextIndex {
public:
    static Result<std::unique_ptr<FullTextIndex>> build(const std::vector<IndexedText>& documents);
    ~FullTextIndex();
    FullTextIndex(const FullTextIndex&) = delete;
    FullTextIndex& operator=(const FullTextIndex&) = delete;

    enum class Part { titles, bodies };
    struct Match {
        std::size_t document = 0;  ///< its place among those given
        double weight = 0;         ///< BM25, more is better
    };
    /// Documents that an FTS5 expression finds, best first, at most `most`; nothing for an expression that is none.
    std::vector<Match> match(Part part, const std::string& expression, std::size_t most) const;
    /// Bytes that the index takes, without the texts.
    std::int64_t bytes() const;

private:
    FullTextIndex() = default;
    Status open(const std::vector<IndexedText>& documents);
    Status execute(const char* sql) const;

    sqlite3* connection_ = nullptr;
    sqlite3_stmt *titles_ = nullptr, *bodies_ = nullptr;
};

}  // namespace linli
