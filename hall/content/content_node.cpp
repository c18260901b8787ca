// SPDX-License-Identifier: Apache-2.0
#include "hall/content/content_node.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hall/base/utf8.h"
#include "hall/content/json_text.h"

namespace linli {
namespace {

constexpr std::size_t id_characters_max = 40;
constexpr std::size_t shown_characters_max = 60;

bool digit(char byte) { return byte >= '0' && byte <= '9'; }

/// The pointer of a value that lies somewhere in another.
std::optional<std::string> pointer_of(const nlohmann::json* wanted, const nlohmann::json& within,
                                      const std::string& so_far) {
    if (wanted == &within) return so_far;
    if (within.is_structured())
        for (const auto& item : within.items())
            if (auto found = pointer_of(wanted, item.value(), json_pointer_below(so_far, item.key()))) return found;
    return {};
}

}  // namespace

void ContentNode::fail(std::string reason) const {
    if (!well()) return;
    // The whole document's pointer is the empty text, which would read like a place forgotten.
    std::string place = pointer();
    if (place.empty()) place = "document";
    fault_->first = ContentFault{fault_->file, std::move(place), field_, std::move(reason)};
}

// Most documents are right, so nobody keeps places in hand while they are read.
std::string ContentNode::pointer() const {
    if (parent_ == nullptr) return {};
    const auto parent = pointer_of(parent_, *fault_->document, {}).value_or("");
    if (value_ == nullptr || !parent_->is_array()) return json_pointer_below(parent, field_);
    return json_pointer_below(parent,
                              std::to_string(value_ - parent_->get_ptr<const nlohmann::json::array_t*>()->data()));
}

void ContentNode::fields(std::initializer_list<std::string_view> required,
                         std::initializer_list<std::string_view> optional,
                         std::span<const std::string_view> more_required) const {
    if (!well()) return;
    if (!value_->is_object()) return fail("This must be an object.");
    for (const auto& item : value_->items()) {
        const std::string& name = item.key();
        const nlohmann::json& value = item.value();
        const auto is_name = [&](std::string_view known) { return known == name; };
        if (std::ranges::any_of(required, is_name) || std::ranges::any_of(optional, is_name) ||
            std::ranges::any_of(more_required, is_name))
            continue;
        const std::string shown = shortened_line(name, shown_characters_max);
        return ContentNode(&value, value_, shown, fault_).fail("There is no such field here.");
    }
    for (const auto names : {std::span<const std::string_view>(required), more_required})
        for (const std::string_view name : names)
            if (!value_->contains(name)) at(name).fail("This field is missing.");
}

bool ContentNode::has(std::string_view field) const { return well() && value_->is_object() && value_->contains(field); }

bool ContentNode::is_null() const { return well() && value_->is_null(); }

ContentNode ContentNode::at(std::string_view field) const {
    const nlohmann::json* member = nullptr;
    if (well() && value_->is_object())
        if (const auto found = value_->find(field); found != value_->end()) member = &*found;
    ContentNode node(member, value_, std::string(field), fault_);
    if (member == nullptr) node.fail("This field is missing.");
    return node;
}

std::vector<ContentNode> ContentNode::items(std::size_t least, std::size_t most) const {
    std::vector<ContentNode> nodes;
    if (!well()) return nodes;
    if (!value_->is_array()) {
        fail("This must be an array.");
        return nodes;
    }
    if (value_->size() < least || value_->size() > most) {
        fail(fmt::format("There must be {} to {} here, not {}.", least, most, value_->size()));
        return nodes;
    }
    nodes.reserve(value_->size());
    for (const nlohmann::json& element : *value_) nodes.push_back(ContentNode(&element, value_, field_, fault_));
    return nodes;
}

int ContentNode::integer(int least, int most) const {
    if (!well()) return least;
    if (!value_->is_number_integer()) {
        fail("This must be a whole number.");
        return least;
    }
    // A number above the signed range would turn negative when asked for as a signed one.
    const bool huge =
        value_->is_number_unsigned() && value_->get<std::uint64_t>() > static_cast<std::uint64_t>(INT32_MAX);
    const std::int64_t number = huge ? INT64_MAX : value_->get<std::int64_t>();
    if (number >= least && number <= most) return static_cast<int>(number);
    fail(fmt::format("This must be {} to {}.", least, most));
    return least;
}

bool ContentNode::boolean() const {
    if (well() && value_->is_boolean()) return value_->get<bool>();
    fail("This must be true or false.");
    return false;
}

const std::string& ContentNode::raw_text() const {
    static const std::string none;
    if (well() && value_->is_string()) return value_->get_ref<const std::string&>();
    fail("This must be a text.");
    return none;
}

std::string ContentNode::checked_text() const {
    const std::string& text = raw_text();
    if (text.empty()) fail("This text must not be empty.");
    if (!well()) return {};
    if (text.front() == ' ' || text.back() == ' ') fail("This text must not begin or end with a blank.");
    for (std::size_t position = 0; position < text.size();) {
        const Character character = character_at(text, position);
        if (is_unprintable(character.code))
            fail(fmt::format("This text must not hold U+{:04X}.", static_cast<std::uint32_t>(character.code)));
        position = character.end;
    }
    return text;
}

std::string ContentNode::text(int han_max) const {
    std::string text = checked_text();
    if (const int width = width_in_han(text); width > han_max)
        fail(fmt::format("This text is {} Han characters wide; {} fit.", width, han_max));
    return text;
}

LocalizedText ContentNode::localized(TextLimit limit) const {
    fields({"zh", "en"});
    LocalizedText both;
    both.zh = at("zh").text(limit.zh_han);
    const ContentNode english = at("en");
    both.en = english.checked_text();
    if (const auto length = character_count(both.en); length > static_cast<std::size_t>(limit.en_characters))
        english.fail(fmt::format("This text has {} characters; {} fit.", length, limit.en_characters));
    return both;
}

std::string ContentNode::id() const {
    const std::string& text = raw_text();
    const auto allowed = [](char byte) { return (byte >= 'a' && byte <= 'z') || digit(byte) || byte == '-'; };
    if (text.empty() || text.size() > id_characters_max || !std::ranges::all_of(text, allowed))
        fail(fmt::format("An id is 1 to {} of a-z, 0-9 and the hyphen.", id_characters_max));
    return well() ? text : std::string();
}

char ContentNode::letter() const {
    const std::string& text = raw_text();
    if (text.size() != 1 || text[0] < 'A' || text[0] > 'K' || text[0] == 'I')
        fail("A line's letter is one of A to K, without I, which reads like 1.");
    return well() ? text[0] : 'A';
}

LocalDate ContentNode::date() const {
    const std::string& text = raw_text();
    if (well())
        if (const auto date = LocalDate::parse(text)) return *date;
    fail("A date is written 2026-11-23 and must be in the calendar.");
    return {};
}

int ContentNode::minute_of_day() const {
    const std::string& text = raw_text();
    if (text.size() == 5 && digit(text[0]) && digit(text[1]) && text[2] == ':' && digit(text[3]) && digit(text[4])) {
        const int hour = (text[0] - '0') * 10 + (text[1] - '0');
        const int minute = (text[3] - '0') * 10 + (text[4] - '0');
        if (minute < 60 && hour * 60 + minute <= 24 * 60) return hour * 60 + minute;
    }
    fail("A time is written 08:30, from 00:00 to 24:00.");
    return 0;
}

}  // namespace linli
