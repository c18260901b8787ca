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

// What residents may look up; places, categories and values come first, because documents name them.
void parse_categories(const ContentNode& document, HallContent& content);
void parse_places(const ContentNode& document, HallContent& content);
void parse_values(const ContentNode& document, HallContent& content);
void parse_policy(const ContentNode& document, HallContent& content);
void parse_not_issued(const ContentNode& document, HallContent& content);
void parse_public_notice(const ContentNode& document, HallContent& content);
void parse_duties(const ContentNode& document, HallContent& content);
void parse_synonyms(const ContentNode& document, HallContent& content);
/// Names that nothing bears are left out.
void drop_unknown_names(HallContent& content);
/// The first name that nothing bears, or id that two documents have.
std::optional<ContentFault> check_knowledge(HallContent& content);

/// The "hours" of hall.json.
OpeningHours parse_hours(const ContentNode& node);

}  // namespace linli
