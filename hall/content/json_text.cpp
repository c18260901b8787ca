// SPDX-License-Identifier: Apache-2.0
#include "hall/content/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "hall/base/utf8.h"

namespace linli {
namespace {

constexpr std::size_t shown_key_characters_max = 60, reason_characters_max = 200;

std::string line_and_column(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return fmt::format("line {}, column {}", line, characters(before.substr(line_begin)).size() + 1);
}

// The parser's sentence without its own place and without the bytes it read, which may be no text.
std::string plain_reason(std::string_view message) {
    if (const auto code = message.find("] "); code != std::string_view::npos) message.remove_prefix(code + 2);
    if (const auto place = message.find("column "); place != std::string_view::npos)
        if (const auto colon = message.find(": ", place); colon != std::string_view::npos)
            message.remove_prefix(colon + 2);
    message = message.substr(0, message.find("; last read"));
    const bool printable = std::ranges::all_of(message, [](char byte) { return byte >= ' ' && byte <= '~'; });
    // It repeats a number that is too large with all of its digits, which may be millions.
    return printable ? "This is no JSON: " + shortened(message, reason_characters_max) + "." : "This is no JSON.";
}

using Json = nlohmann::json;

// Builds a document while it is read, since the built value no longer shows a key given twice.
class DocumentReader final : public Json::json_sax_t {
public:
    explicit DocumentReader(std::string_view bytes) : bytes_(bytes) {}
    std::optional<JsonFault> fault;
    Json document;

    bool null() override { return value(nullptr); }
    bool boolean(bool truth) override { return value(truth); }
    bool number_integer(number_integer_t number) override { return value(number); }
    bool number_unsigned(number_unsigned_t number) override { return value(number); }
    bool number_float(number_float_t number, const string_t&) override { return value(number); }
    bool string(string_t& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { return value(nullptr); }  // JSON texts have none
    bool start_object(std::size_t) override { return open(Json::value_t::object); }
    bool start_array(std::size_t) override { return open(Json::value_t::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Level& level = levels_.back();
        const auto [member, is_new] = level.container->get_ref<Json::object_t&>().try_emplace(std::move(name));
        level.member = &*member;
        if (is_new) return true;
        fault = JsonFault{pointer(), shown(level), "This field is given twice."};
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override {
        const std::size_t offset = position == 0 ? 0 : position - 1;
        fault = JsonFault{line_and_column(bytes_, offset), "", plain_reason(error.what())};
        return false;
    }

private:
    struct Level {
        Json* container;
        Json::object_t::value_type* member = nullptr;  // of an object, the last one begun
    };

    /// Where it now stands.
    Json& place(Json value) {
        if (levels_.empty()) return document = std::move(value);
        Level& level = levels_.back();
        if (level.container->is_array())
            return level.container->get_ref<Json::array_t&>().emplace_back(std::move(value));
        return level.member->second = std::move(value);
    }
    template <class Value>
    bool value(Value&& given) {
        place(Json(std::forward<Value>(given)));
        return true;
    }
    bool open(Json::value_t kind) {
        if (levels_.size() == json_depth_max) {
            fault = JsonFault{pointer(), "", fmt::format("Nothing may be nested deeper than {}.", json_depth_max)};
            return false;
        }
        levels_.push_back({&place(Json(kind))});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }
    static std::string shown(const Level& level) {
        return shortened_line(level.member->first, shown_key_characters_max);
    }
    // An element is counted already when a container inside it is open.
    std::string pointer() const {
        std::string text;
        for (std::size_t depth = 0; depth < levels_.size(); ++depth) {
            const Level& level = levels_[depth];
            const bool innermost = depth + 1 == levels_.size();
            const std::size_t index = level.container->size() - (innermost ? 0 : 1);
            text = json_pointer_below(text, level.container->is_array() ? std::to_string(index) : shown(level));
        }
        return text;
    }

    std::string_view bytes_;
    std::vector<Level> levels_;
};

}  // namespace

tl::expected<nlohmann::json, JsonFault> parse_json(std::string_view bytes) {
    // The parser takes a NUL byte for the end of its input and would not see what follows.
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos)
        return tl::unexpected(JsonFault{line_and_column(bytes, nul), "", "This is no JSON: a NUL byte."});
    try {
        DocumentReader reader(bytes);
        if (Json::sax_parse(bytes, &reader)) return std::move(reader.document);
        if (!reader.fault) reader.fault = JsonFault{"line 1, column 1", "", "This is no JSON."};
        return tl::unexpected(*std::move(reader.fault));
    } catch (const nlohmann::json::exception& error) {
        return tl::unexpected(JsonFault{"line 1, column 1", "", plain_reason(error.what())});
    }
}

std::string json_pointer_below(const std::string& pointer, std::string_view member) {
    std::string text = pointer + "/";
    for (const char byte : member) {
        if (byte == '~')
            text += "~0";
        else if (byte == '/')
            text += "~1";
        else
            text += byte;
    }
    return text;
}

}  // namespace linli
