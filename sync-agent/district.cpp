// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/district.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/acts/enrol_box.h"
#include "hall/acts/renew_token.h"

namespace linli::agent {
namespace {

constexpr long ok = 200, unauthorized = 401, forbidden = 403, content_too_large = 413, too_many = 429,
               unavailable = 503;
constexpr long server_faults = 500;

SyncTrouble what_of(long status, const sync::Problem& problem) {
    if (status == unauthorized && problem.problem == "token_unknown") return SyncTrouble::token_unknown;
    if (status == forbidden && problem.problem == "hall_revoked") return SyncTrouble::hall_revoked;
    if (status == content_too_large) return SyncTrouble::too_large;
    if (status == too_many || status == unavailable) return SyncTrouble::busy;
    if (status >= server_faults) return SyncTrouble::server_fault;
    // Anybody's network answers 401, 403 or 302 with a page of its own: that is not the district speaking.
    return problem.problem.empty() ? SyncTrouble::no_answer : SyncTrouble::not_taken;
}

/// One line for the log, whatever somebody else wrote.
std::string detail_of(long status, const sync::Problem& problem) {
    std::string line = problem.problem.empty() ? fmt::format("the answer had status {}", status)
                                               : fmt::format("{} {}: {}", status, problem.problem, problem.detail);
    constexpr char first_printable = ' ';
    std::replace_if(
        line.begin(), line.end(),
        [](char byte) { return static_cast<unsigned char>(byte) < first_printable || byte == '\x7f'; }, ' ');
    return line;
}

}  // namespace

std::string device_query(const BoxLink& box) { return fmt::format("device={}&epoch={}", box.box_id, box.epoch); }

Heard<std::string> District::body_of(const Call& call) {
    const SyncLink& link = box_.link;
    Heard<std::string> heard = tl::unexpected(Trouble{});
    // The newest first; a district that was put back knows the one before.
    for (const std::string* token : {&link.next_token, &link.token, &link.token_before}) {
        if (token != &link.token && token->empty()) continue;
        used_token_ = *token;
        heard = send(call, used_token_);
        if (heard || heard.error().what != SyncTrouble::token_unknown) return heard;
        // What fails here is tried again with the next request.
        if (token == &link.next_token) (void)drop_next_token(hall_, used_token_);
    }
    return heard;
}

Heard<std::string> District::send(const Call& call, const std::string& token) {
    if (!is_district_address(box_.link.address))
        return tl::unexpected(
            Trouble{SyncTrouble::not_trusted, "the district's address is no https address", 0, {}, {}});
    HttpRequest request{call.method, box_.link.address + call.path, box_.link.pin, call.headers, call.body};
    if (!token.empty()) request.headers.push_back("Authorization: Bearer " + token);
    if (call.method == Method::post) request.headers.push_back("Content-Type: " + call.media_type);
    auto answer = transport_.send(request);
    if (!answer) return tl::unexpected(Trouble{answer.error().why, answer.error().detail, 0, {}, {}});
    if (answer->status == ok) return std::move(answer->body);
    Trouble trouble;
    trouble.status = answer->status;
    trouble.problem = sync::read_problem(answer->body);
    trouble.what = what_of(trouble.status, trouble.problem);
    trouble.detail = detail_of(trouble.status, trouble.problem);
    trouble.retry_after = answer->retry_after;
    return tl::unexpected(std::move(trouble));
}

void District::note_token_used() {
    const SyncLink& link = box_.link;
    const bool first_use = !link.code.empty() && link.state == LinkState::approved;
    // What fails here is noted with the next answer.
    if (first_use || used_token_ != link.token) (void)linli::note_token_used(hall_, used_token_);
}

}  // namespace linli::agent
