// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/voice/samples.h"

namespace linli::kiosk {

/// Two soft tones that die away, a falling third, as stations have before a call. 0.9 s.
Samples make_chime();
/// A spoken word as a clip: silence at both ends cut off, brought to the common loudness, 3 ms soft at either end.
Samples make_clip(Samples spoken);

}  // namespace linli::kiosk
