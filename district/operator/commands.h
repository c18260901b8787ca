// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "district/operator/session.h"

namespace linli::district {

using CommandRun = Result<Exit> (*)(Session&);

/// Null for what is no operator's command ("serve").
CommandRun command_named(std::string_view words);

Result<Exit> add_hall(Session& session);
Result<Exit> list_halls(Session& session);
Result<Exit> approve_hall(Session& session);
Result<Exit> refuse_box(Session& session);
Result<Exit> revoke_hall(Session& session);
Result<Exit> new_code(Session& session);
Result<Exit> tell_alarms(Session& session);
Result<Exit> end_alarm(Session& session);
Result<Exit> tell_quarantine(Session& session);
Result<Exit> show_quarantined(Session& session);
Result<Exit> tell_figures(Session& session);
Result<Exit> send_command(Session& session);
Result<Exit> tell_attachments(Session& session);
Result<Exit> get_attachment(Session& session);
Result<Exit> begin_incarnation(Session& session);

}  // namespace linli::district
