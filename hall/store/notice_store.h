// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "hall/queue/notice.h"
#include "hall/store/database.h"

namespace linli {

/// What staff have set for the whole hall: pauses and the message.
class NoticeStore {
public:
    static Result<NoticeStore> open(Database& database);

    Result<HallNotices> all();
    /// The pause of this matter; with an empty id, that of all issuing.
    Result<std::optional<Pause>> pause(std::string_view matter);
    Status save_pause(std::string_view matter, const Pause& pause);
    Status end_pause(std::string_view matter);

    Result<std::optional<HallMessage>> message();
    Status save_message(const HallMessage& message);
    Status remove_message();

private:
    Statement pauses_, pause_, save_pause_, end_pause_, message_, save_message_, remove_message_;
};

}  // namespace linli
