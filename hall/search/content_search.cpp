// SPDX-License-Identifier: Apache-2.0
#include "hall/search/content_search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "hall/search/match_expression.h"
#include "hall/search/query_terms.h"
#include "hall/text/spelled_phrase.h"

namespace linli {
namespace {

// What each way of being found is worth. Ways add up; within a way BM25 decides.
constexpr double title_equal = 200, keyword_equal = 160, title_begins = 40, keyword_begins = 25;
constexpr double all_in_title = 100, initials_in_title = 75, sounds_in_title = 60, all_in_body = 35;
constexpr double part_in_title = 70, part_in_body = 35;
constexpr double said = 150, said_less_each = 12, said_more_a_character = 6;
constexpr double spread = 15;    // between the best and the worst of a way
constexpr double read_most = 8;  // what is read most, before what nobody reads; the others by the logarithm
constexpr std::size_t found_by_a_way_max = 50;
constexpr std::size_t enough_found = 8;
constexpr std::size_t stem_letters_min = 4;  // "amputat" is in amputated, "cat" is not in category

std::u32string plain_of(std::string_view text) { return query_terms(text).plain; }

}  // namespace

/// A phrase that people say: all of its parts must be in the query.
struct ContentSearch::Phrase {
    std::vector<std::u32string> parts;
    std::size_t length = 0;
    SpelledPhrase spelled;
    std::size_t synonym = 0;
};

struct ContentSearch::Words {
    std::vector<Phrase> phrases;
    std::vector<std::vector<std::size_t>> found;  ///< documents of each synonym, most likely first
    std::vector<std::u32string> stop_words;
    std::vector<std::u32string> titles;                 ///< of each document, plain
    std::vector<std::vector<std::u32string>> keywords;  ///< likewise
    std::vector<double> use;                            ///< what being read often is worth, likewise

    Words(const std::vector<SearchDocument>& documents, const Knowledge& knowledge);
    void add_phrase(const std::string& phrase, std::size_t synonym);
};

ContentSearch::Words::Words(const std::vector<SearchDocument>& documents, const Knowledge& knowledge) {
    std::multimap<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        by_id.emplace(documents[i].id, i);
        titles.push_back(plain_of(documents[i].title.zh));
        std::vector<std::u32string>& own = keywords.emplace_back();
        for (const std::string& word : documents[i].keywords) own.push_back(plain_of(word));
        own.push_back(plain_of(documents[i].title.en));
    }
    std::int64_t most_read = 0;
    for (const SearchDocument& document : documents) most_read = std::max(most_read, document.read);
    const double most = std::log1p(static_cast<double>(most_read));
    for (const SearchDocument& document : documents)
        use.push_back(most > 0 ? read_most * std::log1p(static_cast<double>(document.read)) / most : 0);
    for (const Synonym& synonym : knowledge.synonyms) {
        std::vector<std::size_t>& places = found.emplace_back();
        for (const std::string& id : synonym.find)
            if (const auto place = by_id.find(id); place != by_id.end()) places.push_back(place->second);
        for (const auto* said_so : {&synonym.say, &synonym.en})
            for (const std::string& phrase : *said_so) add_phrase(phrase, found.size() - 1);
    }
    for (const std::string& word : knowledge.stop_words) stop_words.push_back(to_utf32(word));
}

void ContentSearch::Words::add_phrase(const std::string& phrase, std::size_t synonym) {
    const QueryTerms terms = query_terms(phrase);
    std::vector<std::u32string> parts;
    const bool latin =
        std::ranges::any_of(terms.runs, [](const QueryRun& run) { return run.kind == QueryRun::Kind::letters; });
    if (latin) {
        for (const QueryRun& run : terms.runs) parts.push_back(run.text);
    } else {
        // Only a blank parts a Chinese phrase: 80岁 is one.
        std::size_t begin = 0;
        while (begin <= phrase.size()) {
            const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
            if (auto part = plain_of(std::string_view(phrase).substr(begin, end - begin)); !part.empty())
                parts.push_back(std::move(part));
            begin = end + 1;
        }
    }
    if (!parts.empty()) phrases.push_back({std::move(parts), terms.plain.size(), SpelledPhrase(phrase), synonym});
}

/// One query's way through all the ways of finding.
class ContentSearch::Ranking {
public:
    Ranking(const ContentSearch& search, std::string_view query) : search_(search), terms_(query_terms(query)) {
        for (const QueryRun& run : terms_.runs) {
            if (run.kind != QueryRun::Kind::han) {
                if (run.kind == QueryRun::Kind::digits || !is_stop_word(run.text)) others_.push_back(run);
                continue;
            }
            for (auto& piece : pieces_without(run.text, search_.words_->stop_words))
                pieces_.push_back(std::move(piece));
        }
    }

    Found run(std::size_t most) {
        Found found;
        if (terms_.empty()) return found;
        find_whole();
        find_said();
        find_parts();
        if (scores_.empty()) {
            found.nearest = true;
            find_nearest();
        }
        found.hits = best(most);
        return found;
    }

private:
    using Part = FullTextIndex::Part;

    bool is_stop_word(const std::u32string& word) const {
        return std::ranges::find(search_.words_->stop_words, word) != search_.words_->stop_words.end();
    }

    void add(Part part, const std::string& expression, double worth, double relative = spread) {
        const auto matches = search_.index_->match(part, expression, found_by_a_way_max);
        if (matches.empty()) return;
        const double best = matches.front().weight;
        for (const auto& match : matches) {
            const double share = best > 0 ? match.weight / best : 1;
            scores_[match.document] += worth - relative * (1 - share);
        }
    }

    // What holds all that was typed, or sounds like it.
    void find_whole() {
        add(Part::titles, all_runs(terms_.runs, LettersAs::words_or_syllables), all_in_title);
        for (const auto& [document, score] : std::map(scores_)) scores_[document] += likeness(document);
        const bool letters =
            std::ranges::any_of(terms_.runs, [](const QueryRun& run) { return run.kind == QueryRun::Kind::letters; });
        if (letters) add(Part::titles, all_runs(terms_.runs, LettersAs::initials), initials_in_title);
        if (scores_.empty()) add(Part::titles, all_sounds(terms_.runs), sounds_in_title);
        add(Part::bodies, all_runs(terms_.runs, LettersAs::words_or_syllables), all_in_body);
    }

    /// How like the document's name it is.
    double likeness(std::size_t document) const {
        const std::u32string& title = search_.words_->titles[document];
        double worth = title == terms_.plain ? title_equal : title.starts_with(terms_.plain) ? title_begins : 0;
        for (const std::u32string& word : search_.words_->keywords[document])
            worth = std::max(worth, word == terms_.plain             ? keyword_equal
                                    : word.starts_with(terms_.plain) ? keyword_begins
                                                                     : 0);
        return worth;
    }

    // What people say when they mean it.
    void find_said() {
        std::map<std::size_t, std::size_t> longest;  // phrase's length by synonym
        for (const Phrase& phrase : search_.words_->phrases)
            if (is_said(phrase)) longest[phrase.synonym] = std::max(longest[phrase.synonym], phrase.length);
        std::map<std::size_t, double> worths;
        for (const auto& [synonym, length] : longest) {
            double worth = said + said_more_a_character * static_cast<double>(length);
            for (const std::size_t document : search_.words_->found[synonym]) {
                worths[document] = std::max(worths[document], worth);
                worth -= said_less_each;
            }
        }
        for (const auto& [document, worth] : worths) scores_[document] += worth;
    }

    bool is_said(const Phrase& phrase) const {
        const bool there = std::ranges::all_of(phrase.parts, [&](const std::u32string& part) { return holds(part); });
        if (there) return true;
        // Typed as it is read.
        const bool one_run = terms_.runs.size() == 1 && terms_.runs[0].kind == QueryRun::Kind::letters;
        if (!one_run || terms_.plain.size() < 3) return false;
        const auto match = phrase.spelled.find(terms_.plain);
        return match && match->at_start && match->manner <= SpellingManner::initials &&
               match->end - match->begin >= 3 * (phrase.length - 1);
    }

    // A Latin word is there as a word, not as a part of one.
    bool holds(const std::u32string& part) const {
        const bool latin = part.front() >= U'a' && part.front() <= U'z';
        if (!latin) return terms_.plain.find(part) != std::u32string::npos;
        return std::ranges::any_of(terms_.runs, [&](const QueryRun& run) {
            return run.text == part || (part.size() >= stem_letters_min && run.text.starts_with(part));
        });
    }

    // Parts of what was typed, without the words that say nothing.
    void find_parts() {
        if (pieces_.size() + others_.size() == 0) return;
        const std::string parts = any_part(pieces_, others_);
        add(Part::titles, parts, part_in_title, part_in_title);
        // Bodies hold every common word: they are asked where names have said little.
        if (scores_.size() < enough_found) add(Part::bodies, parts, part_in_body, part_in_body);
    }

    void find_nearest() {
        std::vector<std::u32string> all = pieces_;
        if (all.empty())
            for (const QueryRun& run : terms_.runs)
                if (run.kind == QueryRun::Kind::han) all.push_back(run.text);
        add(Part::titles, any_character(all), part_in_title, part_in_title);
        add(Part::bodies, any_character(all), part_in_body, part_in_body);
        if (scores_.empty())
            for (std::size_t i = 0; i < search_.documents_.size(); ++i) scores_[i] = 0;
    }

    std::vector<Hit> best(std::size_t most) const {
        std::vector<std::pair<double, std::size_t>> ranked;
        for (const auto& [document, score] : scores_)
            ranked.emplace_back(score + of_kind(document) + search_.words_->use[document], document);
        std::ranges::sort(ranked, [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        if (ranked.size() > most) ranked.resize(most);
        std::vector<Hit> hits;
        for (const auto& [score, document] : ranked) hits.push_back(hit(document));
        return hits;
    }

    double of_kind(std::size_t document) const {
        constexpr double matter_less = 4, notice_less = 12;
        const FoundKind kind = search_.documents_[document].kind;
        return kind == FoundKind::matter ? -matter_less : kind == FoundKind::notice ? -notice_less : 0;
    }

    Hit hit(std::size_t document) const {
        const SearchDocument& found = search_.documents_[document];
        Hit hit{found.kind, found.id, 0, 0};
        const SpelledPhrase title(found.title.zh);
        std::optional<SpelledPhrase::Match> match = title.find(terms_.plain);
        for (const std::u32string& piece : pieces_)
            if (!match && piece.size() >= 2) match = title.find(piece);
        if (match) {
            hit.title_begin = match->begin;
            hit.title_end = match->end;
        }
        return hit;
    }

    const ContentSearch& search_;
    QueryTerms terms_;
    std::vector<std::u32string> pieces_;  ///< of Han runs, without stop words
    std::vector<QueryRun> others_;
    std::map<std::size_t, double> scores_;
};

ContentSearch::ContentSearch() = default;
ContentSearch::~ContentSearch() = default;

Result<std::unique_ptr<ContentSearch>> ContentSearch::build(const HallContent& content, const LocalDate& today,
                                                            const ReadCounts& reads) {
    return build(search_documents(content, today, reads), content.knowledge);
}

Result<std::unique_ptr<ContentSearch>> ContentSearch::build(std::vector<SearchDocument> documents,
                                                            const Knowledge& words) {
    std::unique_ptr<ContentSearch> search(new ContentSearch);
    std::vector<IndexedText> texts;
    for (SearchDocument& document : documents) texts.push_back(std::exchange(document.text, {}));
    LINLI_TRY_ASSIGN(search->index_, FullTextIndex::build(texts));
    search->words_ = std::make_unique<Words>(documents, words);
    search->documents_ = std::move(documents);
    return search;
}

ContentSearch::Found ContentSearch::find(std::string_view query, std::size_t most) const {
    const std::lock_guard lock(one_at_a_time_);
    return Ranking(*this, query).run(most);
}

}  // namespace linli
