// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/role.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace linli {
namespace {

constexpr std::array role_names = {"none", "clerk", "supervisor", "system", "security", "audit"};
static_assert(role_names.size() == static_cast<std::size_t>(Role::audit) + 1);

struct Grant {
    Role role;
    Right right;
};

constexpr std::array grants = {
    Grant{Role::clerk, Right::desk},           Grant{Role::clerk, Right::device_test},
    Grant{Role::supervisor, Right::desk},      Grant{Role::supervisor, Right::device_test},
    Grant{Role::supervisor, Right::supervise}, Grant{Role::supervisor, Right::accounts},
    Grant{Role::system, Right::device_test},   Grant{Role::system, Right::system},
    Grant{Role::system, Right::accounts},      Grant{Role::security, Right::security},
    Grant{Role::security, Right::accounts},    Grant{Role::audit, Right::audit},
};

}  // namespace

const char* name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }

std::optional<Role> role_named(std::string_view name) {
    const auto* found = std::find(role_names.begin(), role_names.end(), name);
    if (found == role_names.end()) return {};
    return static_cast<Role>(std::distance(role_names.begin(), found));
}

bool may(Role role, Right right) {
    return std::any_of(grants.begin(), grants.end(),
                       [&](const Grant& grant) { return grant.role == role && grant.right == right; });
}

}  // namespace linli
