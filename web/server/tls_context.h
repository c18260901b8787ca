// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "hall/base/result.h"

namespace linli::web {

/// How the server speaks TLS: 1.2 and later, forward secrecy and authenticated ciphers alone, HTTP/1.1. Error:
/// invalid_input where certificate and key do not fit.
Result<std::shared_ptr<boost::asio::ssl::context>> tls_context(const std::string& chain_pem,
                                                               const std::string& key_pem);

}  // namespace linli::web
