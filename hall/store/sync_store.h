// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hall/base/clock.h"
#include "hall/store/database.h"

namespace linli {

/// Where a box stands with its district: it belongs to none; it has shown its code and an administrator is to decide;
/// it may send; the district no longer takes what it sends.
enum class LinkState { none, waiting, approved, revoked };
const char* name_of(LinkState state);

/// All that a box knows of its district. Keys are bytes, tokens and page_key hexadecimal as the protocol has them.
struct SyncLink {
    LinkState state = LinkState::none;
    std::string address, pin, code;
    std::string public_key, secret_key;
    std::string hall_id, hall_name;
    std::string token;
    std::string next_token;    ///< given by the district and never used yet
    std::string token_before;  ///< the one that `token` took the place of: a district that was put back knows that one
    std::optional<std::int64_t> token_made_steady_ms;  ///< nothing: to be replaced as soon as may be
    std::string page_key, pages_address;
    std::int64_t acked_through = 0, durable_through = 0;
    std::string server_incarnation, cursor;
    std::optional<WallMs> contact_wall_ms;
    std::int64_t contact_steady_ms = 0;
    std::string trouble, trouble_detail;  ///< empty: none
    WallMs trouble_wall_ms = 0;
    bool operator==(const SyncLink&) const = default;
};

/// One thing that the district asked for, and what came of it.
struct SyncItem {
    std::string id, kind, state, detail;
    WallMs applied_wall_ms = 0;
};

/// Entries that are sent once more, first to last.
struct SyncStretch {
    std::int64_t first = 0, last = 0;
    std::string theirs;
    std::int64_t sent_through = 0;
};

class SyncStore {
public:
    static Result<SyncStore> open(Database& database);

    /// One of state none where there is no row.
    Result<SyncLink> link();
    Status save_link(const SyncLink& link);

    Result<std::optional<SyncItem>> item(std::string_view id);
    Status save_item(const SyncItem& item);
    /// The first of this state by its id: they are UUIDs that grow with time.
    Result<std::optional<SyncItem>> first_item_in(std::string_view state);

    /// The first one that is not sent to its end, of those that begin at or before `last`.
    Result<std::optional<SyncStretch>> open_stretch(std::int64_t last);
    Result<std::optional<SyncStretch>> stretch(std::int64_t first);
    Status save_stretch(const SyncStretch& stretch);
    /// Those that end behind `last`.
    Status drop_stretches_behind(std::int64_t last);
    /// What the district asked for stays: the same may be asked again by one that is joined again.
    Status forget_link();

private:
    Statement link_, save_link_, item_, save_item_, first_item_, open_stretch_, stretch_, save_stretch_, drop_behind_,
        forget_link_, forget_stretches_;
};

}  // namespace linli
