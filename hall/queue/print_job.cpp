// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/print_job.h"

#include <array>

namespace linli {
namespace {

constexpr std::array state_names = {"queued", "printing", "printed", "failed", "dropped"};
static_assert(state_names.size() == static_cast<std::size_t>(PrintState::dropped) + 1);

constexpr std::array trouble_names = {"half_printed", "link_lost", "stalled",  "not_sure",
                                      "interrupted",  "not_drawn", "too_late", "ticket_ended"};
static_assert(trouble_names.size() == static_cast<std::size_t>(SlipTrouble::ticket_ended) + 1);

template <class Enum, std::size_t count>
std::optional<Enum> named(const std::array<const char*, count>& names, std::string_view name) {
    for (std::size_t i = 0; i < count; ++i)
        if (names.at(i) == name) return static_cast<Enum>(i);
    return {};
}

}  // namespace

const char* name_of(PrintState state) { return state_names.at(static_cast<std::size_t>(state)); }
std::optional<PrintState> print_state_from(std::string_view name) { return named<PrintState>(state_names, name); }

const char* name_of(SlipTrouble trouble) { return trouble_names.at(static_cast<std::size_t>(trouble)); }
std::optional<SlipTrouble> slip_trouble_from(std::string_view name) { return named<SlipTrouble>(trouble_names, name); }

}  // namespace linli
