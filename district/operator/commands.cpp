// SPDX-License-Identifier: Apache-2.0
#include "district/operator/commands.h"

#include <algorithm>
#include <array>

namespace linli::district {
namespace {

struct CommandRule {
    std::string_view words;
    CommandRun run;
};

constexpr std::array commands = {
    CommandRule{"hall add", add_hall},
    CommandRule{"hall list", list_halls},
    CommandRule{"hall approve", approve_hall},
    CommandRule{"hall refuse", refuse_box},
    CommandRule{"hall revoke", revoke_hall},
    CommandRule{"code", new_code},
    CommandRule{"alarm list", tell_alarms},
    CommandRule{"alarm close", end_alarm},
    CommandRule{"quarantine list", tell_quarantine},
    CommandRule{"quarantine show", show_quarantined},
    CommandRule{"figures", tell_figures},
    CommandRule{"command send", send_command},
    CommandRule{"attachment list", tell_attachments},
    CommandRule{"attachment get", get_attachment},
    CommandRule{"incarnation new", begin_incarnation},
};

}  // namespace

CommandRun command_named(std::string_view words) {
    const auto* const found = std::ranges::find(commands, words, &CommandRule::words);
    return found == commands.end() ? nullptr : found->run;
}

}  // namespace linli::district
