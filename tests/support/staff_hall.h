// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/sign_in.h"
#include "hall/staff/staff_member.h"
#include "tests/support/test_hall.h"

namespace linli::support {

/// The password of every account of a StaffHall.
inline const std::string demo_password = "kettle-umbrella-41";

/// A hall with the six demo accounts: clerk1, clerk2, supervisor, system, security, audit.
struct StaffHall : TestHall {
    StaffHall();

    SignedIn signed_in(const std::string& account) { return done(sign_in(hall(), account, demo_password)); }
    /// Tries it with a wrong password, so many times, whatever comes of it.
    void try_wrongly(const std::string& account, int times);
    StaffMember member(const std::string& account);
    /// Whether this text stands anywhere in the database's files.
    bool on_disk(const std::string& text) const;
};

}  // namespace linli::support
