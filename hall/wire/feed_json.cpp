// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/feed_json.h"

#include "hall/wire/sync_fields.h"

namespace linli::sync {
namespace {

constexpr std::size_t words_max = 1'000;
constexpr std::size_t name_max = 100;

}  // namespace

Result<MessageOrder> read_message_order(std::string_view body) {
    const Json json = parsed(body);
    MessageOrder order;
    Fields fields(json, "the message");
    fields.text_or_empty("zh", order.words.zh, words_max);
    fields.text_or_empty("en", order.words.en, words_max);
    LINLI_TRY(fields.done());
    const auto until = json.find("until_ms");
    if (until == json.end() || until->is_null()) return order;
    std::int64_t until_ms = 0;
    fields.number("until_ms", until_ms);
    LINLI_TRY(fields.done());
    order.until_ms = until_ms;
    return order;
}

Result<std::string> read_restart_order(std::string_view body) {
    const Json json = parsed(body);
    std::string program;
    Fields fields(json, "the restart");
    fields.text("program", program, name_max);
    LINLI_TRY(fields.done());
    return program;
}

}  // namespace linli::sync
