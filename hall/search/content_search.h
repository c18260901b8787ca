// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "hall/search/search_documents.h"

namespace linli {

/// One search over everything that residents may look up, by characters, pinyin, first letters, English words and any
/// mixture of them; by what people say (synonyms of the content), and by what sounds the same. Built once for each
/// content and day, asked at every key, from any thread.
class ContentSearch {
public:
    /// Of what is equally like the query, what was read more often comes first.
    static Result<std::unique_ptr<ContentSearch>> build(const HallContent& content, const LocalDate& today,
                                                        const ReadCounts& reads = {});
    /// For documents of another origin, such as a measurement's.
    static Result<std::unique_ptr<ContentSearch>> build(std::vector<SearchDocument> documents, const Knowledge& words);
    ~ContentSearch();

    struct Hit {
        FoundKind kind = FoundKind::policy;
        std::string id;
        std::size_t title_begin = 0, title_end = 0;  ///< bytes of the Chinese title that matched; equal where none did
    };
    struct Found {
        std::vector<Hit> hits;  ///< best first
        bool nearest = false;   ///< nothing was found by what was typed; these come nearest, or are asked for most
    };
    /// At most `most`. An empty query gives nothing; any other gives something as long as there are documents.
    Found find(std::string_view query, std::size_t most) const;
    /// Bytes of the index, without the texts.
    std::int64_t bytes() const { return index_->bytes(); }

private:
    class Ranking;
    struct Phrase;
    struct Words;
    ContentSearch();

    std::vector<SearchDocument> documents_;
    std::unique_ptr<Words> words_;
    std::unique_ptr<FullTextIndex> index_;
    mutable std::mutex one_at_a_time_;
};

}  // namespace linli
