// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/session.h"

namespace linli::cli {

/// What residents looked up in vain, and what they read, by month: for whoever writes the documents.
Exit list_searches(Session& session);
Exit list_reads(Session& session);

}  // namespace linli::cli
