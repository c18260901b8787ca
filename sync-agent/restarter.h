// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli::agent {

/// Has another program of the box begin anew.
class Restarter {
public:
    virtual ~Restarter() = default;
    /// `program`: kiosk, board or console. Gives why it could not be done (not_running, not_restarted), else nothing.
    virtual std::string restart(const std::string& program) = 0;
};

/// Ends the program's process as its service's `systemctl stop` would; its unit starts it again (Restart=always). That
/// asks for no rights: all programs of a hall are one user's.
class ServiceRestarter final : public Restarter {
public:
    std::string restart(const std::string& program) override;
};

}  // namespace linli::agent
