// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/set_message.h"

#include "hall/acts/act.h"
#include "hall/base/utf8.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr const char* subject = "hall:message";

}  // namespace

bool is_message(const LocalizedText& words) {
    return (!words.zh.empty() || !words.en.empty()) && is_plain_line(words.zh, message_zh_characters_max) &&
           is_plain_line(words.en, message_en_characters_max);
}

Result<HallMessage> put_message(Act& act, const LocalizedText& words, std::optional<WallMs> until_ms,
                                const std::string& by) {
    HallMessage message{words, by, act.wall_ms(), until_ms};
    LINLI_TRY(act.stores().notices.save_message(message));
    const std::string body = until_ms ? wire::body({{"zh", words.zh}, {"en", words.en}, {"until_ms", *until_ms}})
                                      : wire::body({{"zh", words.zh}, {"en", words.en}});
    LINLI_TRY(act.record("message.set", subject, body));
    return message;
}

Result<bool> take_message_down(Act& act) {
    LINLI_TRY_ASSIGN(const auto before, act.stores().notices.message());
    if (!before) return false;
    LINLI_TRY(act.stores().notices.remove_message());
    LINLI_TRY(act.record("message.cleared", subject, wire::body({})));
    return true;
}

Result<HallMessage> set_message(Hall& hall, const LocalizedText& words, std::optional<WallMs> until_ms,
                                const std::string& by) {
    if (!is_message(words))
        return fail(ErrorCode::invalid_input,
                    "a message is a plain line of at most 60 Chinese or 120 English characters");
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(HallMessage message, put_message(act, words, until_ms, by));
    LINLI_TRY(act.commit());
    return message;
}

Result<bool> clear_message(Hall& hall) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const bool was_there, take_message_down(act));
    LINLI_TRY(act.commit());
    return was_there;
}

std::optional<LocalizedText> message_at(const HallNotices& notices, WallMs now) {
    if (!notices.message || (notices.message->until_ms && now >= *notices.message->until_ms)) return {};
    LocalizedText words = notices.message->words;
    if (words.en.empty()) words.en = words.zh;
    if (words.zh.empty()) words.zh = words.en;
    return words;
}

}  // namespace linli
