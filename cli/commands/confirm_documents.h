// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace linli::cli {

/// An administrator of the place has held these documents against the rules that hold there: they are no examples any
/// more, were checked today, and have a version more. All of them, or none where one is not there; content rollback
/// takes it back.
Exit confirm_documents(Session& session, const std::vector<std::string>& ids);

}  // namespace linli::cli
