// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/status_words.h"

#include <nlohmann/json.hpp>

namespace linli::agent {
namespace {

constexpr std::int64_t second_ms = 1'000, minute_ms = 60 * second_ms, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

std::string duration(const Catalogue& texts, std::int64_t ms) {
    const auto in = [&](std::string_view key, std::int64_t unit) {
        return texts.text(key, {{"n", std::to_string(ms / unit)}});
    };
    if (ms < 2 * minute_ms) return in("sync.duration.seconds", second_ms);
    if (ms < 2 * hour_ms) return in("sync.duration.minutes", minute_ms);
    if (ms < 2 * day_ms) return in("sync.duration.hours", hour_ms);
    return in("sync.duration.days", day_ms);
}

void add_line(std::string& text, const std::string& line) {
    if (!text.empty()) text += '\n';
    text += line;
}

std::string unsent_line(const Catalogue& texts, const SyncView& view) {
    if (view.unsent == 0) return texts.text("sync.status.all_sent");
    return texts.text("sync.status.unsent",
                      {{"count", std::to_string(view.unsent)}, {"age", duration(texts, view.oldest_unsent_ms)}});
}

}  // namespace

std::string trouble_text(const Catalogue& texts, SyncTrouble trouble) {
    return texts.text(std::string("sync.trouble.") + name_of(trouble));
}

std::string status_text(const Catalogue& texts, const SyncView& view) {
    std::string text;
    add_line(text,
             texts.text(std::string("sync.state.") + name_of(view.state),
                        {{"hall", view.hall_name}, {"address", view.address}, {"fingerprint", view.fingerprint}}));
    if (view.state != LinkState::none) {
        if (view.state != LinkState::waiting) add_line(text, unsent_line(texts, view));
        if (view.state != LinkState::waiting && view.unsent_attachments > 0)
            add_line(text, texts.text("sync.status.unsent_attachments",
                                      {{"count", std::to_string(view.unsent_attachments)}}));
        add_line(text, view.since_contact_ms
                           ? texts.text("sync.status.contact", {{"age", duration(texts, *view.since_contact_ms)}})
                           : texts.text("sync.status.no_contact"));
        if (!view.agent_runs) add_line(text, texts.text("sync.status.not_running"));
    }
    if (view.trouble != SyncTrouble::none) {
        add_line(text, trouble_text(texts, view.trouble));
        if (!view.trouble_detail.empty())
            add_line(text, texts.text("sync.status.detail", {{"detail", view.trouble_detail}}));
    }
    return text;
}

std::string status_json(const SyncView& view) {
    nlohmann::ordered_json json{{"state", name_of(view.state)},
                                {"address", view.address},
                                {"hall_id", view.hall_id},
                                {"hall_name", view.hall_name},
                                {"fingerprint", view.fingerprint},
                                {"journal_seq", view.journal_seq},
                                {"acked_through", view.acked_through},
                                {"durable_through", view.durable_through},
                                {"unsent", view.unsent},
                                {"oldest_unsent_s", view.oldest_unsent_ms / second_ms},
                                {"unsent_attachments", view.unsent_attachments},
                                {"contact_ms", nullptr},
                                {"since_contact_s", nullptr},
                                {"trouble", name_of(view.trouble)},
                                {"trouble_detail", view.trouble_detail},
                                {"trouble_ms", nullptr},
                                {"agent_runs", view.agent_runs}};
    if (view.contact_ms) json["contact_ms"] = *view.contact_ms;
    if (view.since_contact_ms) json["since_contact_s"] = *view.since_contact_ms / second_ms;
    if (view.trouble != SyncTrouble::none) json["trouble_ms"] = view.trouble_ms;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace linli::agent
