// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "web/server/sessions.h"

namespace linli::web {
namespace {

constexpr int export_version = 1;

/// Empty where it is none.
std::string unhex(std::string_view text) {
    std::string bytes;
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0) return {};
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

nlohmann::json data_json(const SessionData& data) {
    return {{"account", data.account},
            {"name", data.name},
            {"role", data.role},
            {"must_change_password", data.must_change_password},
            {"extra", data.extra}};
}

SessionData data_of(const nlohmann::json& json) {
    SessionData data;
    data.account = json.at("account").get<std::string>();
    data.name = json.at("name").get<std::string>();
    data.role = json.at("role").get<std::string>();
    data.must_change_password = json.at("must_change_password").get<bool>();
    data.extra = json.at("extra").get<std::map<std::string, std::string>>();
    return data;
}

}  // namespace

std::string Sessions::export_entries() const {
    const std::lock_guard lock(mutex_);
    nlohmann::json list = nlohmann::json::array();
    for (const Entry& entry : entries_) {
        if (over(entry)) continue;
        list.push_back({{"token_hash", hex(as_text(entry.token_hash))},
                        {"id", entry.session.id},
                        {"csrf", entry.session.csrf},
                        {"locked", entry.session.locked},
                        {"opened_boot_ms", entry.opened_boot_ms},
                        {"touched_boot_ms", entry.touched_boot_ms},
                        {"data", data_json(entry.session.data)}});
    }
    const nlohmann::json all{{"version", export_version}, {"boot", clock_.boot_id()}, {"sessions", list}};
    return all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::size_t Sessions::import_entries(std::string_view text) {
    const std::lock_guard lock(mutex_);
    const nlohmann::json all = nlohmann::json::parse(text, nullptr, false);
    std::vector<Entry> found;
    try {
        if (!all.is_object() || all.at("version") != export_version || all.at("boot") != clock_.boot_id()) return 0;
        for (const nlohmann::json& item : all.at("sessions")) {
            Entry entry;
            const std::string hash = unhex(item.at("token_hash").get<std::string>());
            if (hash.size() != entry.token_hash.size()) continue;
            std::ranges::copy(hash, entry.token_hash.begin());
            entry.session.id = item.at("id").get<std::string>();
            entry.session.csrf = item.at("csrf").get<std::string>();
            entry.session.locked = item.at("locked").get<bool>();
            entry.opened_boot_ms = item.at("opened_boot_ms").get<std::int64_t>();
            entry.touched_boot_ms = item.at("touched_boot_ms").get<std::int64_t>();
            entry.session.data = data_of(item.at("data"));
            const std::int64_t now = clock_.boot_ms();
            if (entry.opened_boot_ms > now || entry.touched_boot_ms > now || over(entry)) continue;
            if (entries_.size() + found.size() < limits_.sessions_max) found.push_back(std::move(entry));
        }
    } catch (const nlohmann::json::exception&) {
        return 0;  // half a file is no file: people sign in again
    }
    std::ranges::move(found, std::back_inserter(entries_));
    return found.size();
}

}  // namespace linli::web
