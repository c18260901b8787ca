// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/result.h"

namespace linli::sync {

/// What box and district say to one another, as hall/wire/sync_protocol.md describes it. Digests, keys and signatures
/// are hexadecimal texts here. Everything read is bounded and checked: a read_…() gives corrupt where a field is
/// missing, of a wrong type, or too long.

struct Pairing {
    std::string address, code, pin;
};
std::string pairing_text(const Pairing& pairing);
/// Error: invalid_input, with what is wrong with the line that somebody typed or pasted.
Result<Pairing> read_pairing(std::string_view line);

struct EnrolRequest {
    std::string code, box_id;
    std::int64_t epoch = 1;
    std::string public_key, name, version, proof;
};
std::string enrol_text(const EnrolRequest& request);  ///< what its proof signs
std::string written(const EnrolRequest& request);
Result<EnrolRequest> read_enrol_request(std::string_view json);

enum class EnrolState { waiting, approved };
struct EnrolAnswer {
    EnrolState state = EnrolState::waiting;
    std::string fingerprint;
    std::string hall_id, hall_name, token, page_key, pages_address;  ///< of an approved one alone
};
std::string written(const EnrolAnswer& answer);
Result<EnrolAnswer> read_enrol_answer(std::string_view json);

struct TokenRequest {
    std::string request_id, proof;
};
std::string token_text(const TokenRequest& request);
std::string written(const TokenRequest& request);
Result<TokenRequest> read_token_request(std::string_view json);
std::string token_answer(std::string_view token);
Result<std::string> read_token_answer(std::string_view json);

/// Where a push stands in its box's journal, and who vouches for it.
struct PushHead {
    std::string device;
    std::int64_t epoch = 1, first = 0, last = 0;
    std::string chain, digest, signature;
};
std::string push_text(const PushHead& head);

enum class EntryResult { accepted, duplicate, quarantined };
struct PushAnswer {
    std::string digest;
    std::vector<EntryResult> results;
    std::int64_t acked_through = 0, durable_through = 0;
    std::string server_incarnation;
};
std::string written(const PushAnswer& answer);
Result<PushAnswer> read_push_answer(std::string_view json);

struct StreamState {
    std::int64_t acked_through = 0, durable_through = 0;
    std::string chain, server_incarnation;
};
std::string written(const StreamState& state);
Result<StreamState> read_stream_state(std::string_view json);

struct Range {
    std::int64_t first = 0, last = 0, count = 0;
    std::string hash;
    bool operator==(const Range&) const = default;
};
std::string written(const std::vector<Range>& ranges);
Result<std::vector<Range>> read_ranges(std::string_view json);

/// One thing that the district asks of a box. `body` is a JSON object as text.
struct FeedItem {
    std::string id, kind, body;
};
struct FeedPage {
    std::vector<FeedItem> items;
    std::string cursor;
    bool more = false;
};
std::string written(const FeedPage& page);
Result<FeedPage> read_feed_page(std::string_view json);

struct DeviceHealth {
    std::string place, device, health, detail;
    std::int64_t since_ms = 0;
};
struct Health {
    std::string box_id;
    std::int64_t epoch = 1;
    std::string version;
    std::int64_t now_ms = 0, uptime_s = 0, journal_seq = 0, acked_through = 0, oldest_unsent_s = 0;
    std::int64_t disk_free_bytes = 0, database_bytes = 0, content_version = 0;
    std::vector<DeviceHealth> devices;
    std::string last_error;
};
std::string written(const Health& health);
Result<Health> read_health(std::string_view json);

struct HealthAnswer {
    std::int64_t now_ms = 0;
    std::string server_incarnation;
};
std::string written(const HealthAnswer& answer);
Result<HealthAnswer> read_health_answer(std::string_view json);

/// A refusal: its name, one sentence, and for `gap` and `wrong_offset` from where to go on.
struct Problem {
    std::string problem, detail;
    std::optional<std::int64_t> acked_through{};
    std::optional<std::int64_t> offset{};
};
std::string written(const Problem& problem);
/// Never fails: what is no problem of ours (a captive portal's page) has an empty name.
Problem read_problem(std::string_view body);

/// The key of a ticket's page on a phone.
std::string page_key_of(std::string_view page_key_bytes, std::string_view ticket_id);

}  // namespace linli::sync
