// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.h"

namespace linli::cli {

/// Says on stderr, in the reader's language, what is wrong with a command line, and where its writing is explained.
Exit explain_usage(const Session& session, const CLI::App& app, const CLI::ParseError& problem);

}  // namespace linli::cli
