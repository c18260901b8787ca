// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "cli/commands/commands.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/pause_matter.h"
#include "hall/acts/set_message.h"
#include "hall/base/utf8.h"

namespace linli::cli {
namespace {

constexpr std::string_view everything = "issuing";

struct Arguments {
    std::string what;
    std::string reason;
    LocalizedText words;
    std::string until;
    bool clear = false;
};

Exit pause(Session& session, const Arguments& given) {
    if (!is_plain_line(given.reason, pause_reason_characters_max)) return session.misused("cli.pause.wrong_reason", {});
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    if (given.what == everything) {
        const auto paused = pause_issuing(*hall, given.reason, {});
        if (!paused) return session.failed(paused.error());
        session.tell("cli.pause.issuing", {{"reason", given.reason}});
        return Exit::done;
    }
    const auto paused = pause_matter(*hall, given.what, given.reason, {});
    if (!paused) return session.failed(paused.error());
    if (!*paused) return session.refused(paused->error());
    session.tell("cli.pause.matter", {{"matter", session.matter_name(given.what)}, {"reason", given.reason}});
    return Exit::done;
}

Exit resume(Session& session, const Arguments& given) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    if (given.what == everything) {
        const auto resumed = resume_issuing(*hall);
        if (!resumed) return session.failed(resumed.error());
        session.tell(*resumed ? "cli.resume.issuing" : "cli.resume.not_paused", {});
        return *resumed ? Exit::done : Exit::refused;
    }
    const auto resumed = resume_matter(*hall, given.what);
    if (!resumed) return session.failed(resumed.error());
    if (!*resumed) return session.refused(resumed->error());
    session.tell(**resumed ? "cli.resume.matter" : "cli.resume.not_paused",
                 {{"matter", session.matter_name(given.what)}});
    return **resumed ? Exit::done : Exit::refused;
}

/// "16:30" as minutes since midnight.
std::optional<int> minute_of_day(const std::string& text) {
    int hour = 0, minute = 0;
    if (text.size() != 5 || text[2] != ':') return {};
    const char* begin = text.data();
    if (std::from_chars(begin, begin + 2, hour).ptr != begin + 2) return {};
    if (std::from_chars(begin + 3, begin + 5, minute).ptr != begin + 5) return {};
    if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return {};
    return hour * 60 + minute;
}

Exit clear(Session& session, Hall& hall) {
    const auto cleared = clear_message(hall);
    if (!cleared) return session.failed(cleared.error());
    session.tell(*cleared ? "cli.message.cleared" : "cli.message.none", {});
    return *cleared ? Exit::done : Exit::refused;
}

Exit message(Session& session, const Arguments& given) {
    const bool has_words = !given.words.zh.empty() || !given.words.en.empty();
    if (given.clear == has_words) return session.misused("cli.message.words_or_clear", {});
    if (!is_plain_line(given.words.zh, message_zh_characters_max) ||
        !is_plain_line(given.words.en, message_en_characters_max))
        return session.misused("cli.message.wrong_words", {});
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    if (given.clear) return clear(session, *hall);
    std::optional<WallMs> until;
    if (!given.until.empty()) {
        const auto minute = minute_of_day(given.until);
        const LocalTime now = hall->local_now();
        if (!minute || *minute <= now.minute_of_day)
            return session.misused("cli.message.wrong_until", {{"until", given.until}, {"now", now.hour_minute()}});
        until = hall->zone().moment(now.date, *minute);
    }
    const auto set = set_message(*hall, given.words, until, {});
    if (!set) return session.failed(set.error());
    session.tell(until ? "cli.message.set_until" : "cli.message.set",
                 {{"zh", given.words.zh}, {"en", given.words.en}, {"until", given.until}});
    return Exit::done;
}

}  // namespace

void add_notice_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    CLI::App* paused = add_command(app, chosen, "pause", session.t("cli.help.pause"),
                                   [&session, given] { return pause(session, *given); });
    paused->add_option("--reason", given->reason, session.t("cli.help.pause_reason"));
    CLI::App* resumed = add_command(app, chosen, "resume", session.t("cli.help.resume"),
                                    [&session, given] { return resume(session, *given); });
    for (CLI::App* command : {paused, resumed})
        command->add_option("what", given->what, session.t("cli.help.pause_what"))->required();
    CLI::App* shown = add_command(app, chosen, "message", session.t("cli.help.message"),
                                  [&session, given] { return message(session, *given); });
    shown->add_option("zh", given->words.zh, session.t("cli.help.message_zh"));
    shown->add_option("en", given->words.en, session.t("cli.help.message_en"));
    shown->add_option("--until", given->until, session.t("cli.help.message_until"));
    shown->add_flag("--clear", given->clear, session.t("cli.help.message_clear"));
}

}  // namespace linli::cli
