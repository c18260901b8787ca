// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/app/screen_id.h"
#include "kiosk/app/session.h"
#include "kiosk/render/sample_service.h"

namespace linli::kiosk {

/// What a person would have chosen and been given before this page: puts it into the session and the sample hall.
Session sample_session(ScreenId screen, SampleService& service);

}  // namespace linli::kiosk
