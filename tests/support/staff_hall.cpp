// SPDX-License-Identifier: Apache-2.0
#include "tests/support/staff_hall.h"

#include "hall/acts/keep_staff.h"
#include "hall/acts/show_staff.h"

namespace linli::support {

StaffHall::StaffHall() { done(add_demo_staff(hall(), demo_password)); }

void StaffHall::try_wrongly(const std::string& account, int times) {
    for (int i = 0; i < times; ++i) refused(sign_in(hall(), account, "not the password"));
}

StaffMember StaffHall::member(const std::string& account) { return value_of(show_staff(hall(), account)).value(); }

bool StaffHall::on_disk(const std::string& text) const {
    for (const char* part : {"", "-wal"}) {
        const std::filesystem::path file = database().string() + part;
        if (std::filesystem::exists(file) && read_file(file).find(text) != std::string::npos) return true;
    }
    return false;
}

}  // namespace linli::support
