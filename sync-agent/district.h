// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/read_link.h"
#include "hall/wire/sync_json.h"
#include "sync-agent/transport.h"

namespace linli::agent {

/// Why a request came to nothing: what is in the way, and what the district said where it was the district.
struct Trouble {
    SyncTrouble what = SyncTrouble::none;  ///< none: the agent is being ended
    std::string detail;
    long status = 0;  ///< 0: no answer came
    sync::Problem problem;
    std::optional<std::chrono::seconds> retry_after;
};

template <class T>
using Heard = tl::expected<T, Trouble>;

/// One request: its path with its query, and for a POST its body.
struct Call {
    Method method = Method::get;
    std::string path{};
    std::string body{};
    std::string media_type = "application/json";
    std::vector<std::string> headers{};
};

/// The district as a box speaks with it. An answer counts only if it is one of the district's: a page of somebody's
/// network with 200 is none. With the first answer to a new token that takes the old one's place; where it is not known
/// there the old one is used.
class District {
public:
    District(Transport& transport, Hall& hall, const BoxLink& box) : transport_(transport), hall_(hall), box_(box) {}

    template <class T>
    Heard<T> ask(const Call& call, Result<T> (*read)(std::string_view)) {
        Heard<std::string> body = body_of(call);
        if (!body) return tl::unexpected(std::move(body.error()));
        Result<T> value = read(*body);
        if (!value) return tl::unexpected(Trouble{SyncTrouble::no_answer, value.error().message, 200, {}, {}});
        note_token_used();
        return std::move(*value);
    }

private:
    Heard<std::string> body_of(const Call& call);
    Heard<std::string> send(const Call& call, const std::string& token);
    void note_token_used();

    Transport& transport_;
    Hall& hall_;
    const BoxLink& box_;
    std::string used_token_;
};

/// "device=…&epoch=…", as several requests have it.
std::string device_query(const BoxLink& box);

}  // namespace linli::agent
