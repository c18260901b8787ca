// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/enrol_box.h"
#include "hall/wire/sync_json.h"
#include "tests/support/test_hall.h"

namespace linli::support {

inline const std::string test_token(64, 'a');
inline const std::string first_incarnation = "first server";

/// As an administrator who approves answers.
inline sync::EnrolAnswer approval(const std::string& fingerprint) {
    sync::EnrolAnswer answer;
    answer.state = sync::EnrolState::approved;
    answer.fingerprint = fingerprint;
    answer.hall_id = "hall-7";
    answer.hall_name = "长宁路便民服务大厅";
    answer.token = test_token;
    answer.page_key = std::string(64, '5');
    answer.pages_address = "https://pages.example";
    return answer;
}

/// The hall belongs to the district at this address, and has sent nothing yet.
void join_district(Hall& hall, const std::string& address, const std::string& pin = {});

/// What the hall's numbers make: entries in the journal.
void take_numbers(TestHall& test, int count);

}  // namespace linli::support
