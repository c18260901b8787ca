// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/show_sync.h"
#include "hall/text/catalogue.h"

namespace linli::agent {

/// How the box stands with its district, for people at a terminal: several lines, the last one without its end.
std::string status_text(const Catalogue& texts, const SyncView& view);
/// The same for programs.
std::string status_json(const SyncView& view);
/// What is in the way: what happened, what is safe, what to do.
std::string trouble_text(const Catalogue& texts, SyncTrouble trouble);

}  // namespace linli::agent
