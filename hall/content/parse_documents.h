// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/content/content_node.h"

namespace linli {

// One function a document, each filling its part of the content and leaving the first wrong thing in the node's fault.
// They run in the order in which they stand here: a later document may name what an earlier one defined.

void parse_hall(const ContentNode& document, HallContent& content);
void parse_lines(const ContentNode& document, HallContent& content);
void parse_matters(const ContentNode& document, HallContent& content);
void parse_counters(const ContentNode& document, HallContent& content);
void parse_reminders(const ContentNode& document, HallContent& content);
void parse_slip(const ContentNode& document, HallContent& content);
void parse_board(const ContentNode& document, HallContent& content);
void parse_voice(const ContentNode& document, HallContent& content);

/// The "hours" of hall.json.
OpeningHours parse_hours(const ContentNode& node);

}  // namespace linli
