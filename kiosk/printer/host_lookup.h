// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "hall/base/result.h"

namespace linli::kiosk {

/// Where a socket connects to.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

/// The addresses of a host in the network, the likeliest first, four at most. A number is read at once; a name is asked
/// for, of the system's name service, for `patience_ms` at most and no longer than `stop` allows: the service itself
/// may take half a minute, and goes on alone. Error: missing where nobody knows the name, busy where the answer did not
/// come in time.
Result<std::vector<SocketAddress>> look_up_host(const std::string& host, std::uint16_t port, int patience_ms,
                                                const std::stop_token& stop);

}  // namespace linli::kiosk
