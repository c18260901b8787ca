// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hall/wire/sync_json.h"
#include "tests/support/http_peer.h"

namespace linli::support {

/// A district for tests of the box's side: it keeps hall/wire/sync_protocol.md to the letter, in memory, for one box;
/// and a test may put any misbehaviour before its work or after it.
class DistrictPeer {
public:
    DistrictPeer();

    std::string address() const { return http_->address(); }
    HttpPeer& http() { return *http_; }

    /// Answers in the place of the district, which then has done nothing.
    using Instead = std::function<std::optional<HttpPeer::Reply>(const HttpPeer::Asked&)>;
    void instead(Instead instead);
    /// Changes an answer after the district has done what was asked.
    using Change = std::function<void(const HttpPeer::Asked&, HttpPeer::Reply&)>;
    void change(Change change);
    void behave_well();

    /// What it holds; to be changed while nobody asks.
    struct State {
        std::map<std::int64_t, std::string> entries;
        std::string chain_given;  ///< in the place of the right one
        std::string incarnation = "first server";
        std::vector<std::string> tokens{std::string(64, 'a')};
        std::string next_token;
        std::vector<sync::FeedItem> feed;
        bool approved = true, revoked = false;
        std::string public_key;  ///< hexadecimal; taken from the first enrolment where it is empty
        std::vector<sync::Health> health;
        int pushes = 0, entries_taken = 0, duplicates = 0;
        std::map<std::string, std::string> attachments;  ///< what has come of each, by digest
        std::map<std::string, std::int64_t> announced;   ///< its size
        int parts_taken = 0;
        std::vector<std::string> faults;  ///< where the box did not keep the protocol
    };
    /// Changes a byte of what has come of an attachment; to be called by what stands instead of an answer.
    void spoil(const std::string& digest) { state_.attachments[digest].at(0) ^= 1; }
    State state();
    void with(const std::function<void(State&)>& change);
    std::int64_t acked() { return acked_of(state()); }
    static std::int64_t acked_of(const State& state);

private:
    HttpPeer::Reply answer(const HttpPeer::Asked& asked);
    HttpPeer::Reply do_as_asked(const HttpPeer::Asked& asked);
    HttpPeer::Reply push(const HttpPeer::Asked& asked);
    HttpPeer::Reply stream() const;
    HttpPeer::Reply ranges(const HttpPeer::Asked& asked) const;
    HttpPeer::Reply pull(const HttpPeer::Asked& asked) const;
    HttpPeer::Reply enrol(const HttpPeer::Asked& asked);
    HttpPeer::Reply token(const HttpPeer::Asked& asked);
    HttpPeer::Reply health(const HttpPeer::Asked& asked);
    HttpPeer::Reply announced(const HttpPeer::Asked& asked);
    HttpPeer::Reply part(const HttpPeer::Asked& asked);
    std::string chain() const;
    void fault(const std::string& what) { state_.faults.push_back(what); }

    std::mutex mutex_;
    State state_;
    Instead instead_;
    Change change_;
    std::unique_ptr<HttpPeer> http_;
};

HttpPeer::Reply problem_reply(int status, const std::string& problem, const std::string& headers = {});

}  // namespace linli::support
