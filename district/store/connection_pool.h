// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "district/store/open_database.h"

namespace linli::district {

/// The open connections that the server's lanes borrow, one a request.
class ConnectionPool {
public:
    explicit ConnectionPool(DatabasePlace place) : place_(std::move(place)) {}

    /// Calls use(Connection&) and gives its result, or why there is no connection.
    template <class Use>
    auto with(Use&& use) -> Result<decltype(use(std::declval<Connection&>()))> {
        LINLI_TRY_ASSIGN(std::unique_ptr<Connection> connection, borrow());
        auto value = use(*connection);
        give_back(std::move(connection));
        return value;
    }

private:
    Result<std::unique_ptr<Connection>> borrow();
    void give_back(std::unique_ptr<Connection> connection);

    const DatabasePlace place_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace linli::district
