// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli {

/// How the hall speaks: languages, volume by the hour, quiet hours (voice.json).
struct VoicePlan {};

}  // namespace linli
