// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>

#include "tests/support/temp_folder.h"

namespace linli::support {

/// A private PostgreSQL in a folder of its own, reached by a Unix socket there and by nothing else, with fsync on. It
/// is begun at the first use in a test program, and ended with it.
class PostgresServer {
public:
    static PostgresServer& of_this_program();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// As libpq takes it; what is named comes first in the search path, so that each test has tables of its own.
    std::string conninfo(const std::string& schema) const;

private:
    PostgresServer();
    pid_t start(const std::string& program, const std::string& words) const;
    void await_ready() const;

    TempFolder folder_;
    pid_t pid_ = -1;
};

}  // namespace linli::support
