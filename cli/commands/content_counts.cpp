// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/content_counts.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "hall/acts/note_read.h"
#include "hall/acts/note_search.h"

namespace linli::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string month_words(int year, int month) { return fmt::format("{:04}-{:02}", year, month); }

}  // namespace

Exit list_searches(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto found = show_searches(*hall);
    if (!found) return session.failed(found.error());
    auto rows = Json::array();
    for (const VainSearch& one : *found)
        rows.push_back({{"month", month_words(one.year, one.month)},
                        {"words", one.words},
                        {"times", one.times},
                        {"last", one.last.text()}});
    if (session.form == Form::json)
        session.say(rows.dump(-1, ' ', false, Json::error_handler_t::replace));
    else if (rows.empty())
        session.say(session.t("cli.content.no_searches"));
    else
        for (const VainSearch& one : *found)
            session.say(session.t("cli.content.search", {{"month", month_words(one.year, one.month)},
                                                         {"times", fmt::format("{:>4}", one.times)},
                                                         {"last", one.last.text()},
                                                         {"words", one.words}}));
    return Exit::done;
}

Exit list_reads(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto found = show_reads(*hall);
    if (!found) return session.failed(found.error());
    auto rows = Json::array();
    for (const DocumentReads& one : *found)
        rows.push_back({{"month", month_words(one.year, one.month)}, {"document", one.id}, {"times", one.times}});
    if (session.form == Form::json)
        session.say(rows.dump());
    else if (rows.empty())
        session.say(session.t("cli.content.no_reads"));
    else
        for (const DocumentReads& one : *found)
            session.say(session.t("cli.content.read", {{"month", month_words(one.year, one.month)},
                                                       {"times", fmt::format("{:>4}", one.times)},
                                                       {"document", one.id}}));
    return Exit::done;
}

}  // namespace linli::cli
