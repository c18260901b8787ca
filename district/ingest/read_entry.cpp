// SPDX-License-Identifier: Apache-2.0
#include "district/ingest/read_entry.h"

#include <simdjson.h>

#include "hall/wire/sync_limits.h"

namespace linli::district {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t depth_max = 16;
constexpr std::size_t word_bytes_max = 200;

/// Fields out of an entry's object; the first that does not fit is remembered.
struct Fields {
    const dom::object& object;
    std::string& fault;

    std::int64_t number(const char* name) {
        std::int64_t value = 0;
        if (object[name].get(value) != simdjson::SUCCESS && fault.empty())
            fault = std::string(name) + " is no whole number";
        return value;
    }
    std::string word(const char* name) {
        std::string_view value;
        const bool is_text = object[name].get(value) == simdjson::SUCCESS;
        if (fault.empty() && (!is_text || value.size() > word_bytes_max || value.find('\0') != value.npos))
            fault = std::string(name) + " is no text that can be kept";
        return std::string(value);
    }
};

void read_body(const dom::object& body, ReadEntry& entry, std::string& fault) {
    entry.body.reserve(body.size());
    for (const auto field : body) {
        std::int64_t number = 0;
        std::string_view text;
        if (field.value.get(number) == simdjson::SUCCESS)
            entry.body.emplace_back(field.key, number);
        else if (field.value.get(text) == simdjson::SUCCESS)
            entry.body.emplace_back(field.key, std::string(text));
        else
            continue;
        if (text.find('\0') != text.npos) fault = "a text of the body holds a zero byte";
    }
}

}  // namespace

struct EntryReader::Parser {
    dom::parser parser;
};

std::optional<std::string> ReadEntry::text(std::string_view name) const {
    for (const auto& [key, value] : body)
        if (const auto* const found = std::get_if<std::string>(&value); found && key == name) return *found;
    return std::nullopt;
}

std::optional<std::int64_t> ReadEntry::number(std::string_view name) const {
    for (const auto& [key, value] : body)
        if (const auto* const found = std::get_if<std::int64_t>(&value); found && key == name) return *found;
    return std::nullopt;
}

EntryReader::EntryReader() : parser_(std::make_unique<Parser>()) {
    // Where there is no memory, read() says so.
    [[maybe_unused]] const auto ignored = parser_->parser.allocate(sync::batch_bytes_max, depth_max);
}
EntryReader::~EntryReader() = default;

std::optional<ReadEntry> EntryReader::read(std::string_view bytes, std::string& fault) {
    fault.clear();
    // The document model, which looks at every byte; on-demand parsing passes over what nobody asks for, unchecked. The
    // bytes are copied into the parser's own buffer, with the padding that it reads beyond their end.
    dom::object object;
    if (const auto error = parser_->parser.parse(bytes.data(), bytes.size(), true).get(object)) {
        fault = std::string("no JSON object: ") + simdjson::error_message(error);
        return std::nullopt;
    }
    ReadEntry entry;
    Fields fields{object, fault};
    entry.head.seq = fields.number("seq");
    entry.head.epoch = fields.number("epoch");
    entry.head.id = fields.word("id");
    entry.head.wall_ms = fields.number("wall_ms");
    entry.head.steady_ms = fields.number("steady_ms");
    entry.head.actor = fields.word("actor");
    entry.head.kind = fields.word("kind");
    entry.head.subject = fields.word("subject");
    entry.head.version = static_cast<int>(fields.number("version"));
    dom::object body;
    if (object["body"].get(body) == simdjson::SUCCESS)
        read_body(body, entry, fault);
    else if (fault.empty())
        fault = "body is no object";
    const auto id_ms = uuid_ms(entry.head.id);
    if (!id_ms && fault.empty()) fault = "id is no UUID version 7";
    if (!fault.empty()) return std::nullopt;
    entry.id_ms = *id_ms;
    return entry;
}

std::optional<std::int64_t> uuid_ms(std::string_view id) {
    constexpr std::size_t length = 36, time_digits = 12;
    if (id.size() != length || id[14] != '7') return std::nullopt;
    std::int64_t ms = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < length; ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen && id[i] == '-') continue;
        const bool is_digit = id[i] >= '0' && id[i] <= '9', is_letter = id[i] >= 'a' && id[i] <= 'f';
        if (hyphen || (!is_digit && !is_letter)) return std::nullopt;
        if (++digits <= time_digits) ms = ms * 16 + (is_digit ? id[i] - '0' : id[i] - 'a' + 10);
    }
    return ms;
}

}  // namespace linli::district
