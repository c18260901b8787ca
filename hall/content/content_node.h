// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hall/content/hall_content.h"

namespace linli {

/// How long a text may be: as wide as so many Han characters in Chinese, so many characters in English.
struct TextLimit {
    int zh_han = 0;
    int en_characters = 0;
};

/// The first wrong thing found in one document.
struct DocumentFault {
    std::string file;
    std::optional<ContentFault> first;
    const nlohmann::json* document = nullptr;  ///< in which places are looked up, once something is wrong
};

/// One value of a content document and its place, read by the parse_* functions. The first wrong thing is kept in the
/// document's fault, and from then on every reading gives a default: readers need no check between two fields, and
/// whoever started them looks at the fault once.
class ContentNode {
public:
    /// The whole document.
    ContentNode(const nlohmann::json& document, DocumentFault& fault) : value_(&document), fault_(&fault) {
        fault.document = &document;
    }

    /// Holds the value to be an object with all `required` fields, perhaps the `optional` ones, and no other.
    void fields(std::initializer_list<std::string_view> required, std::initializer_list<std::string_view> optional = {},
                std::span<const std::string_view> more_required = {}) const;
    bool has(std::string_view field) const;
    bool is_null() const;
    ContentNode at(std::string_view field) const;
    /// The elements of an array of `least` to `most`.
    std::vector<ContentNode> items(std::size_t least, std::size_t most) const;

    int integer(int least, int most) const;
    bool boolean() const;
    /// A text without control characters, at most as wide as `han_max` Han characters.
    std::string text(int han_max) const;
    /// {"zh": …, "en": …}
    LocalizedText localized(TextLimit limit) const;
    /// One to 40 of [a-z0-9-].
    std::string id() const;
    /// A department line's letter.
    char letter() const;
    LocalDate date() const;
    /// "08:30" in minutes since midnight, up to "24:00".
    int minute_of_day() const;

    void fail(std::string reason) const;
    /// Nothing has been wrong in this document so far.
    bool well() const { return !fault_->first; }

private:
    ContentNode(const nlohmann::json* value, const nlohmann::json* parent, std::string field, DocumentFault* fault)
        : value_(value), parent_(parent), field_(std::move(field)), fault_(fault) {}
    std::string pointer() const;
    const std::string& raw_text() const;
    std::string checked_text() const;

    const nlohmann::json* value_;             // null where a required field was missing
    const nlohmann::json* parent_ = nullptr;  // null for the whole document
    std::string field_;
    DocumentFault* fault_;
};

}  // namespace linli
