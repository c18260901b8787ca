// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/sync_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hall/base/bytes.h"
#include "hall/wire/sync_fields.h"
#include "hall/wire/sync_limits.h"

namespace linli::sync {
namespace {

constexpr std::size_t word_max = 100;
constexpr std::size_t sentence_max = 500;
constexpr std::size_t address_max = 300;
constexpr std::size_t cursor_max = 100;
constexpr std::size_t devices_max = 100;
constexpr std::size_t ranges_max = 100'000;
constexpr std::size_t body_max = 16UL * 1024;

constexpr const char* result_names[] = {"accepted", "duplicate", "quarantined"};

}  // namespace

std::string pairing_text(const Pairing& pairing) {
    return "linli1:" +
           base64url(dumped(Json{{"address", pairing.address}, {"code", pairing.code}, {"pin", pairing.pin}}));
}

Result<Pairing> read_pairing(std::string_view line) {
    constexpr std::string_view begin = "linli1:";
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    line = first == std::string_view::npos ? "" : line.substr(first, line.find_last_not_of(" \t\r\n") - first + 1);
    if (!line.starts_with(begin) || line.size() > pairing_text_max)
        return fail(ErrorCode::invalid_input, "this is no pairing string: it begins with linli1: and is one line");
    const auto bytes = bytes_of_base64url(line.substr(begin.size()));
    if (!bytes) return fail(ErrorCode::invalid_input, "the pairing string is damaged, perhaps cut off");
    const Json json = parsed(*bytes);
    Pairing pairing;
    Fields fields(json, "the pairing string");
    fields.text("address", pairing.address, address_max);
    fields.text("code", pairing.code, word_max);
    fields.text_or_empty("pin", pairing.pin, address_max);
    if (const Status done = fields.done(); !done) return fail(ErrorCode::invalid_input, done.error().message);
    return pairing;
}

std::string enrol_text(const EnrolRequest& request) {
    return fmt::format("linli-enrol-1\n{}\n{}\n{}\n", request.code, request.box_id, request.public_key);
}

std::string written(const EnrolRequest& request) {
    return dumped(Json{{"code", request.code},
                       {"box_id", request.box_id},
                       {"epoch", request.epoch},
                       {"public_key", request.public_key},
                       {"name", request.name},
                       {"version", request.version},
                       {"proof", request.proof}});
}

Result<EnrolRequest> read_enrol_request(std::string_view json) {
    const Json parsed_json = parsed(json);
    EnrolRequest request;
    Fields fields(parsed_json, "the enrolment");
    fields.text("code", request.code, word_max);
    fields.text("box_id", request.box_id, word_max);
    fields.number("epoch", request.epoch, 1);
    fields.hexadecimal("public_key", request.public_key, 32);
    fields.text_or_empty("name", request.name, sentence_max);
    fields.text_or_empty("version", request.version, word_max);
    fields.hexadecimal("proof", request.proof, 64);
    LINLI_TRY(fields.done());
    return request;
}

std::string written(const EnrolAnswer& answer) {
    if (answer.state == EnrolState::waiting)
        return dumped(Json{{"state", "waiting"}, {"fingerprint", answer.fingerprint}});
    return dumped(Json{{"state", "approved"},
                       {"fingerprint", answer.fingerprint},
                       {"hall_id", answer.hall_id},
                       {"hall_name", answer.hall_name},
                       {"token", answer.token},
                       {"page_key", answer.page_key},
                       {"pages_address", answer.pages_address}});
}

Result<EnrolAnswer> read_enrol_answer(std::string_view json) {
    const Json parsed_json = parsed(json);
    EnrolAnswer answer;
    std::string state;
    Fields fields(parsed_json, "the answer to the enrolment");
    fields.text("state", state, word_max);
    fields.text("fingerprint", answer.fingerprint, word_max);
    LINLI_TRY(fields.done());
    if (state == "waiting") return answer;
    if (state != "approved") return fail(ErrorCode::corrupt, "the answer to the enrolment: an unknown state");
    answer.state = EnrolState::approved;
    fields.text("hall_id", answer.hall_id, word_max);
    fields.text_or_empty("hall_name", answer.hall_name, sentence_max);
    fields.hexadecimal("token", answer.token, 32);
    fields.hexadecimal("page_key", answer.page_key, 32);
    fields.text_or_empty("pages_address", answer.pages_address, address_max);
    LINLI_TRY(fields.done());
    return answer;
}

std::string token_text(const TokenRequest& request) { return fmt::format("linli-token-1\n{}\n", request.request_id); }

std::string written(const TokenRequest& request) {
    return dumped(Json{{"request_id", request.request_id}, {"proof", request.proof}});
}

Result<TokenRequest> read_token_request(std::string_view json) {
    const Json parsed_json = parsed(json);
    TokenRequest request;
    Fields fields(parsed_json, "the token's renewal");
    fields.text("request_id", request.request_id, word_max);
    fields.hexadecimal("proof", request.proof, 64);
    LINLI_TRY(fields.done());
    return request;
}

std::string token_answer(std::string_view token) { return dumped(Json{{"token", token}}); }

Result<std::string> read_token_answer(std::string_view json) {
    const Json parsed_json = parsed(json);
    std::string token;
    Fields fields(parsed_json, "the new token");
    fields.hexadecimal("token", token, 32);
    LINLI_TRY(fields.done());
    return token;
}

std::string push_text(const PushHead& head) {
    return fmt::format("linli-push-1\n{}\n{}\n{}\n{}\n{}\n{}\n", head.device, head.epoch, head.first, head.last,
                       head.chain, head.digest);
}

std::string written(const PushAnswer& answer) {
    Json results = Json::array();
    for (const EntryResult result : answer.results) results.push_back(result_names[static_cast<int>(result)]);
    return dumped(Json{{"digest", answer.digest},
                       {"results", results},
                       {"acked_through", answer.acked_through},
                       {"durable_through", answer.durable_through},
                       {"server_incarnation", answer.server_incarnation}});
}

Result<PushAnswer> read_push_answer(std::string_view json) {
    const Json parsed_json = parsed(json);
    PushAnswer answer;
    Fields fields(parsed_json, "the answer to a push");
    fields.hexadecimal("digest", answer.digest, 32);
    const Json* const results = fields.array("results", batch_entries_max);
    fields.number("acked_through", answer.acked_through);
    fields.number("durable_through", answer.durable_through);
    fields.text("server_incarnation", answer.server_incarnation, word_max);
    LINLI_TRY(fields.done());
    for (const Json& result : *results) {
        const auto* const found = std::find(std::begin(result_names), std::end(result_names), result);
        if (found == std::end(result_names)) return fail(ErrorCode::corrupt, "the answer to a push: an unknown result");
        answer.results.push_back(static_cast<EntryResult>(found - std::begin(result_names)));
    }
    return answer;
}

std::string written(const StreamState& state) {
    return dumped(Json{{"acked_through", state.acked_through},
                       {"durable_through", state.durable_through},
                       {"chain", state.chain},
                       {"server_incarnation", state.server_incarnation}});
}

Result<StreamState> read_stream_state(std::string_view json) {
    const Json parsed_json = parsed(json);
    StreamState state;
    Fields fields(parsed_json, "the stream's state");
    fields.number("acked_through", state.acked_through);
    fields.number("durable_through", state.durable_through);
    fields.hexadecimal("chain", state.chain, 32);
    fields.text("server_incarnation", state.server_incarnation, word_max);
    LINLI_TRY(fields.done());
    return state;
}

std::string written(const std::vector<Range>& ranges) {
    Json list = Json::array();
    for (const Range& range : ranges)
        list.push_back({{"first", range.first}, {"last", range.last}, {"count", range.count}, {"hash", range.hash}});
    return dumped(Json{{"ranges", list}});
}

Result<std::vector<Range>> read_ranges(std::string_view json) {
    const Json parsed_json = parsed(json);
    Fields fields(parsed_json, "the ranges");
    const Json* const list = fields.array("ranges", ranges_max);
    LINLI_TRY(fields.done());
    std::vector<Range> ranges;
    for (const Json& one : *list) {
        Range range;
        Fields inner(one, "a range");
        inner.number("first", range.first, 1);
        inner.number("last", range.last, 1);
        inner.number("count", range.count);
        inner.hexadecimal("hash", range.hash, 32);
        LINLI_TRY(inner.done());
        ranges.push_back(range);
    }
    return ranges;
}

std::string written(const FeedPage& page) {
    Json items = Json::array();
    for (const FeedItem& item : page.items)
        items.push_back({{"id", item.id}, {"kind", item.kind}, {"body", Json::parse(item.body, nullptr, false)}});
    return dumped(Json{{"items", items}, {"cursor", page.cursor}, {"more", page.more}});
}

Result<FeedPage> read_feed_page(std::string_view json) {
    const Json parsed_json = parsed(json);
    FeedPage page;
    Fields fields(parsed_json, "the feed");
    const Json* const items = fields.array("items", pull_items_max);
    fields.text_or_empty("cursor", page.cursor, cursor_max);
    page.more = fields.flag("more");
    LINLI_TRY(fields.done());
    for (const Json& one : *items) {
        FeedItem item;
        Fields inner(one, "an item of the feed");
        inner.text("id", item.id, word_max);
        inner.text("kind", item.kind, word_max);
        inner.object("body", item.body, body_max);
        LINLI_TRY(inner.done());
        page.items.push_back(std::move(item));
    }
    return page;
}

std::string written(const Health& health) {
    Json devices = Json::array();
    for (const DeviceHealth& device : health.devices)
        devices.push_back({{"place", device.place},
                           {"device", device.device},
                           {"health", device.health},
                           {"detail", device.detail},
                           {"since_ms", device.since_ms}});
    return dumped(Json{{"box_id", health.box_id},
                       {"epoch", health.epoch},
                       {"version", health.version},
                       {"now_ms", health.now_ms},
                       {"uptime_s", health.uptime_s},
                       {"journal_seq", health.journal_seq},
                       {"acked_through", health.acked_through},
                       {"oldest_unsent_s", health.oldest_unsent_s},
                       {"disk_free_bytes", health.disk_free_bytes},
                       {"database_bytes", health.database_bytes},
                       {"content_version", health.content_version},
                       {"devices", devices},
                       {"last_error", health.last_error}});
}

Result<Health> read_health(std::string_view json) {
    const Json parsed_json = parsed(json);
    Health health;
    Fields fields(parsed_json, "the health report");
    fields.text("box_id", health.box_id, word_max);
    fields.number("epoch", health.epoch, 1);
    fields.text_or_empty("version", health.version, word_max);
    fields.number("now_ms", health.now_ms, INT64_MIN);
    fields.number("uptime_s", health.uptime_s);
    fields.number("journal_seq", health.journal_seq);
    fields.number("acked_through", health.acked_through);
    fields.number("oldest_unsent_s", health.oldest_unsent_s);
    fields.number("disk_free_bytes", health.disk_free_bytes);
    fields.number("database_bytes", health.database_bytes);
    fields.number("content_version", health.content_version, -1);
    fields.text_or_empty("last_error", health.last_error, sentence_max);
    const Json* const devices = fields.array("devices", devices_max);
    LINLI_TRY(fields.done());
    for (const Json& one : *devices) {
        DeviceHealth device;
        Fields inner(one, "a device's health");
        inner.text_or_empty("place", device.place, word_max);
        inner.text("device", device.device, word_max);
        inner.text("health", device.health, word_max);
        inner.text_or_empty("detail", device.detail, sentence_max);
        inner.number("since_ms", device.since_ms, INT64_MIN);
        LINLI_TRY(inner.done());
        health.devices.push_back(std::move(device));
    }
    return health;
}

std::string written(const HealthAnswer& answer) {
    return dumped(Json{{"now_ms", answer.now_ms}, {"server_incarnation", answer.server_incarnation}});
}

Result<HealthAnswer> read_health_answer(std::string_view json) {
    const Json parsed_json = parsed(json);
    HealthAnswer answer;
    Fields fields(parsed_json, "the answer to the health report");
    fields.number("now_ms", answer.now_ms);
    fields.text("server_incarnation", answer.server_incarnation, word_max);
    LINLI_TRY(fields.done());
    return answer;
}

std::string written(const Problem& problem) {
    Json json{{"problem", problem.problem}, {"detail", problem.detail}};
    if (problem.acked_through) json["acked_through"] = *problem.acked_through;
    if (problem.offset) json["offset"] = *problem.offset;
    return dumped(json);
}

Problem read_problem(std::string_view body) {
    const Json json = parsed(body);
    Problem problem;
    Fields fields(json, "the refusal");
    fields.text("problem", problem.problem, word_max);
    fields.text_or_empty("detail", problem.detail, sentence_max);
    if (!fields.done()) return {};
    const auto number = [&](const char* name, std::optional<std::int64_t>& into) {
        std::int64_t value = 0;
        if (!json.contains(name)) return;
        Fields own(json, "the refusal");
        own.number(name, value);
        if (own.done()) into = value;
    };
    number("acked_through", problem.acked_through);
    number("offset", problem.offset);
    return problem;
}

std::string page_key_of(std::string_view page_key_bytes, std::string_view ticket_id) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    constexpr std::size_t length = 20;
    const Digest digest = keyed_blake2b(page_key_bytes, ticket_id);
    std::string key;
    unsigned bits = 0;
    unsigned held = 0;
    for (std::size_t i = 0; key.size() < length; ++i) {
        bits = (bits << 8U) | digest.at(i);
        held += 8;
        while (held >= 5 && key.size() < length) {
            held -= 5;
            key += letters[(bits >> held) & 31U];
        }
    }
    return key;
}

}  // namespace linli::sync
