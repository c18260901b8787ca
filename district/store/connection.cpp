// SPDX-License-Identifier: Apache-2.0
#include "district/store/connection.h"

namespace linli::district {

Result<Transaction> Transaction::begin(Connection& connection) {
    LINLI_TRY(connection.begin());
    return Transaction(connection);
}

Transaction::~Transaction() {
    if (connection_) connection_->roll_back();
}

Status Transaction::commit() {
    // Rolled back by the destructor where it fails: then neither driver is left within a transaction.
    LINLI_TRY(connection_->commit());
    connection_ = nullptr;
    return {};
}

}  // namespace linli::district
