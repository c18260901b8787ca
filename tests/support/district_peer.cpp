// SPDX-License-Identifier: Apache-2.0
#include "tests/support/district_peer.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/journal/entry.h"
#include "hall/wire/attachment_json.h"
#include "hall/wire/journal_batch.h"

namespace linli::support {
namespace {

constexpr int page_items = 3;

std::int64_t number_in(const std::string& text, const std::string& name) {
    const std::size_t at = text.find(name + "=");
    return at == std::string::npos ? 0 : std::stoll("0" + text.substr(at + name.size() + 1));
}

}  // namespace

HttpPeer::Reply problem_reply(int status, const std::string& problem, const std::string& headers) {
    return http_reply(status, sync::written(sync::Problem{problem, "a test's refusal", {}}), headers);
}

DistrictPeer::DistrictPeer()
    : http_(std::make_unique<HttpPeer>([this](const HttpPeer::Asked& asked) { return answer(asked); })) {}

void DistrictPeer::instead(Instead instead) {
    const std::lock_guard lock(mutex_);
    instead_ = std::move(instead);
}

void DistrictPeer::change(Change change) {
    const std::lock_guard lock(mutex_);
    change_ = std::move(change);
}

void DistrictPeer::behave_well() {
    instead({});
    change({});
    http_->cut_requests_after({});
}

DistrictPeer::State DistrictPeer::state() {
    const std::lock_guard lock(mutex_);
    return state_;
}

void DistrictPeer::with(const std::function<void(State&)>& change) {
    const std::lock_guard lock(mutex_);
    change(state_);
}

std::int64_t DistrictPeer::acked_of(const State& state) {
    std::int64_t through = 0;
    while (state.entries.contains(through + 1)) ++through;
    return through;
}

HttpPeer::Reply DistrictPeer::answer(const HttpPeer::Asked& asked) {
    const std::lock_guard lock(mutex_);
    if (instead_)
        if (auto reply = instead_(asked)) return *reply;
    HttpPeer::Reply reply = do_as_asked(asked);
    if (change_) change_(asked, reply);
    return reply;
}

HttpPeer::Reply DistrictPeer::do_as_asked(const HttpPeer::Asked& asked) {
    if (asked.target == "/v1/enrol") return enrol(asked);
    const std::string given = asked.header("Authorization");
    const bool is_next = !state_.next_token.empty() && given == "Bearer " + state_.next_token;
    if (is_next) state_.tokens = {std::exchange(state_.next_token, {})};
    const bool known =
        std::ranges::any_of(state_.tokens, [&](const std::string& token) { return given == "Bearer " + token; });
    if (!known) return problem_reply(401, "token_unknown");
    if (state_.revoked) return problem_reply(403, "hall_revoked");
    if (asked.target == "/v1/push") return push(asked);
    if (asked.target.starts_with("/v1/stream?")) return stream();
    if (asked.target.starts_with("/v1/ranges?")) return ranges(asked);
    if (asked.target.starts_with("/v1/pull?")) return pull(asked);
    if (asked.target == "/v1/token") return token(asked);
    if (asked.target == "/v1/health") return health(asked);
    if (asked.target == "/v1/attachments") return announced(asked);
    if (asked.target.starts_with("/v1/attachments/")) return part(asked);
    fault("asked for " + asked.target);
    return problem_reply(404, "not_found");
}

HttpPeer::Reply DistrictPeer::push(const HttpPeer::Asked& asked) {
    ++state_.pushes;
    sync::PushHead head;
    head.device = asked.header("Linli-Device");
    head.epoch = std::stoll("0" + asked.header("Linli-Epoch"));
    head.first = std::stoll("0" + asked.header("Linli-First"));
    head.last = std::stoll("0" + asked.header("Linli-Last"));
    head.chain = asked.header("Linli-Chain");
    head.digest = hex(as_text(blake2b(asked.body)));
    const std::string signature = bytes_of_hex(asked.header("Linli-Signature")).value_or("");
    if (head.digest != asked.header("Linli-Digest")) return problem_reply(422, "bad_digest");
    const std::string key = bytes_of_hex(state_.public_key).value_or("");
    if (!key.empty() && !signature_fits(sync::push_text(head), signature, key)) {
        fault("a push with a bad signature");
        return problem_reply(403, "bad_signature");
    }
    if (head.first > acked_of(state_) + 1) {
        sync::Problem gap{"gap", "entries are missing", acked_of(state_)};
        return http_reply(409, sync::written(gap));
    }
    const auto batch = wire::unpack_batch(asked.body);
    if (!batch || static_cast<std::int64_t>(batch->entries().size()) != head.last - head.first + 1)
        return problem_reply(400, "bad_batch");
    sync::PushAnswer answer;
    std::int64_t seq = head.first;
    for (const std::string_view entry : batch->entries()) {
        const auto [there, is_new] = state_.entries.try_emplace(seq++, entry);
        if (is_new) ++state_.entries_taken;
        if (!is_new) ++state_.duplicates;
        answer.results.push_back(is_new                   ? sync::EntryResult::accepted
                                 : there->second == entry ? sync::EntryResult::duplicate
                                                          : sync::EntryResult::quarantined);
    }
    answer.digest = head.digest;
    answer.acked_through = answer.durable_through = acked_of(state_);
    answer.server_incarnation = state_.incarnation;
    return http_reply(200, sync::written(answer));
}

std::string DistrictPeer::chain() const {
    if (!state_.chain_given.empty()) return state_.chain_given;
    std::string chain(as_text(chain_start()));
    const std::int64_t acked = acked_of(state_);
    for (std::int64_t seq = 1; seq <= acked; ++seq) chain = as_text(chain_after(chain, state_.entries.at(seq)));
    return hex(chain);
}

HttpPeer::Reply DistrictPeer::stream() const {
    const std::int64_t acked = acked_of(state_);
    return http_reply(200, sync::written(sync::StreamState{acked, acked, chain(), state_.incarnation}));
}

HttpPeer::Reply DistrictPeer::ranges(const HttpPeer::Asked& asked) const {
    const std::int64_t step = number_in(asked.target, "step");
    std::vector<sync::Range> ranges;
    const std::int64_t newest = state_.entries.empty() ? 0 : state_.entries.rbegin()->first;
    for (std::int64_t first = 1; first <= newest && step > 0; first += step) {
        sync::Range range{first, first + step - 1, 0, {}};
        std::string digests;
        for (auto at = state_.entries.lower_bound(first); at != state_.entries.end() && at->first <= range.last; ++at) {
            digests += as_text(blake2b(at->second));
            ++range.count;
        }
        range.hash = hex(as_text(blake2b(digests)));
        ranges.push_back(range);
    }
    return http_reply(200, sync::written(ranges));
}

// The cursor is the place of the next item, in a form with signs that an address must not hold as they are.
HttpPeer::Reply DistrictPeer::pull(const HttpPeer::Asked& asked) const {
    const std::size_t at = asked.target.find("cursor=%26c%3D");
    const std::size_t from = at == std::string::npos ? 0 : std::stoul(asked.target.substr(at + 14));
    sync::FeedPage page;
    const std::size_t to = std::min(from + page_items, state_.feed.size());
    for (std::size_t i = from; i < to; ++i) page.items.push_back(state_.feed[i]);
    page.cursor = fmt::format("&c={}", to);
    page.more = to < state_.feed.size();
    return http_reply(200, sync::written(page));
}

HttpPeer::Reply DistrictPeer::enrol(const HttpPeer::Asked& asked) {
    const auto request = sync::read_enrol_request(asked.body);
    if (!request) return problem_reply(400, "bad_request");
    if (state_.public_key.empty()) state_.public_key = request->public_key;
    const std::string key = bytes_of_hex(request->public_key).value_or("");
    if (request->public_key != state_.public_key) return problem_reply(403, "code_used");
    if (!signature_fits(sync::enrol_text(*request), bytes_of_hex(request->proof).value_or(""), key))
        return problem_reply(403, "bad_proof");
    sync::EnrolAnswer answer;
    answer.fingerprint = fingerprint_of(key);
    if (!state_.approved) return http_reply(200, sync::written(answer));
    answer.state = sync::EnrolState::approved;
    answer.hall_id = "hall-7";
    answer.hall_name = "长宁路便民服务大厅";
    answer.token = hex(random_bytes(32));
    answer.page_key = std::string(64, '5');
    answer.pages_address = "https://pages.example";
    state_.tokens = {answer.token};
    return http_reply(200, sync::written(answer));
}

HttpPeer::Reply DistrictPeer::token(const HttpPeer::Asked& asked) {
    const auto request = sync::read_token_request(asked.body);
    if (!request) return problem_reply(400, "bad_request");
    const std::string key = bytes_of_hex(state_.public_key).value_or("");
    if (!key.empty() && !signature_fits(sync::token_text(*request), bytes_of_hex(request->proof).value_or(""), key))
        return problem_reply(403, "bad_proof");
    state_.next_token = hex(random_bytes(32));
    return http_reply(200, sync::token_answer(state_.next_token));
}

HttpPeer::Reply DistrictPeer::health(const HttpPeer::Asked& asked) {
    const auto health = sync::read_health(asked.body);
    if (!health) {
        fault("health: " + health.error().message);
        return problem_reply(400, "bad_request");
    }
    state_.health.push_back(*health);
    return http_reply(200, sync::written(sync::HealthAnswer{1, state_.incarnation}));
}

HttpPeer::Reply DistrictPeer::announced(const HttpPeer::Asked& asked) {
    const auto head = sync::read_attachment_head(asked.body);
    if (!head) return problem_reply(400, "wrong_shape");
    const bool named = std::ranges::any_of(state_.entries, [&](const auto& entry) {
        return entry.second.find("\"attachment:" + head->digest + "\"") != std::string::npos;
    });
    if (!named) fault("an attachment came before the entry that names it");
    state_.announced[head->digest] = head->size;
    const auto offset = static_cast<std::int64_t>(state_.attachments[head->digest].size());
    return http_reply(200, sync::written(sync::AttachmentState{head->digest, offset}));
}

HttpPeer::Reply DistrictPeer::part(const HttpPeer::Asked& asked) {
    constexpr std::size_t begin = std::string_view("/v1/attachments/").size(), digits = 64;
    const std::string digest = asked.target.substr(begin, digits);
    if (!state_.announced.contains(digest)) return problem_reply(404, "not_announced");
    std::string& bytes = state_.attachments[digest];
    const auto size = static_cast<std::int64_t>(bytes.size());
    if (number_in(asked.target, "offset") != size)
        return http_reply(409, sync::written(sync::Problem{"wrong_offset", "a test's refusal", {}, size}));
    bytes += asked.body;
    ++state_.parts_taken;
    const auto whole = static_cast<std::int64_t>(bytes.size());
    if (whole == state_.announced[digest] && hex(as_text(blake2b(bytes))) != digest) {
        bytes.clear();
        return problem_reply(422, "bad_digest");
    }
    return http_reply(200, sync::written(sync::AttachmentState{digest, whole}));
}

}  // namespace linli::support
