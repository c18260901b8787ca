// SPDX-License-Identifier: Apache-2.0
#include "district/store/connection_pool.h"

namespace linli::district {

Result<std::unique_ptr<Connection>> ConnectionPool::borrow() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
    }
    return open_connection(place_);
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
}

}  // namespace linli::district
