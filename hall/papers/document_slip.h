// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"
#include "hall/papers/slip.h"

namespace linli {

/// A policy, a certificate that is not issued here, a notice, or the hours and duties on paper, to be taken home: the
/// answer, who, how much, what to bring, where. Nothing where no document has this id.
std::optional<Slip> document_slip(const HallContent& content, std::string_view id, Language language,
                                  const LocalTime& now);

}  // namespace linli
