// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/app/screen_id.h"
#include "kiosk/app/session.h"
#include "kiosk/render/sample_service.h"

namespace linli::kiosk {

/// What staff have set in the sample hall, or done there.
enum class SampleNotice : std::uint8_t { none, message, issuing_paused, matter_paused, help_called };

/// "下午 3 点起停电检修 …", in both languages.
LocalizedText sample_message();

/// A page as it looks while staff have set something, for --render.
struct NoticeSampleRow {
    ScreenId page;
    SampleNotice notice;
    const char* name;  ///< "home_message"
};
std::span<const NoticeSampleRow> notice_samples();
const NoticeSampleRow* notice_sample_from(std::string_view name);

/// Puts it into the sample hall's picture, in the place of what was set before.
void put_notice(SampleService& service, SampleNotice notice);
/// The page's sample session, with what this notice would have made of it.
Session notice_session(ScreenId page, SampleNotice notice, SampleService& service);

}  // namespace linli::kiosk
