// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace linli::web {

/// One request as a handler sees it: everything in it has been checked against the interface's document already.
struct Request {
    std::string method;                                          ///< "GET"; HEAD reaches handlers as GET
    std::string path;                                            ///< as sent, without the query
    std::string operation;                                       ///< its operationId
    std::map<std::string, std::string, std::less<>> parameters;  ///< of the path's pattern, percent-decoded
    std::map<std::string, std::string, std::less<>> query;       ///< decoded; each name once
    nlohmann::json body;                                         ///< null where the operation takes no JSON
    std::string raw;                                             ///< the body's bytes where it takes another type
    std::map<std::string, std::string, std::less<>> headers;     ///< by lower-case name; repeated ones joined by ", "
    std::string remote_address;                                  ///< without the port
    bool is_loopback = false;                                    ///< the other end is on this machine, and no proxy
    bool is_secure = false;                                      ///< came over TLS

    /// A header by its lower-case name; empty where there is none.
    std::string_view header(std::string_view name) const;
    /// A cookie's value as sent (RFC 6265); empty where there is none, or where the name came twice.
    std::string_view cookie(std::string_view name) const;
};

}  // namespace linli::web
