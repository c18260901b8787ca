// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "tests/support/api_client.h"

namespace linli::support {

/// A page's event stream, read in a thread of its own. Everything waits five seconds at most, and fails the test then.
class EventReader {
public:
    EventReader(const std::string& base, const std::string& cookie);
    ~EventReader();
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    /// The next event of this name after those that were given out; others are passed over.
    Json next(const std::string& event);
    /// The first of this name that `fits`.
    Json until(const std::string& event, const std::function<bool(const Json&)>& fits);
    /// The server ends the stream.
    bool ended();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::support
