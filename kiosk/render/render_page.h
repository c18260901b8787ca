// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "hall/base/result.h"
#include "hall/content/hall_content.h"
#include "kiosk/app/screen_id.h"
#include "kiosk/app/session.h"
#include "kiosk/platform/panel.h"
#include "kiosk/render/sample_notices.h"

namespace linli::kiosk {

/// Draws one page with sample data into a PNG file, without a display. `content` is a folder of content documents;
/// empty takes the demo hall.
struct RenderOrder {
    ScreenId page = ScreenId::home;
    std::filesystem::path out;
    std::filesystem::path content;
    Modes modes;
    SampleNotice notice = SampleNotice::none;
    int width = 1080, height = 1920;
};
Status render_page(const RenderOrder& order);

}  // namespace linli::kiosk
