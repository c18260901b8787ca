// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/base/clock.h"
#include "web/server/request.h"
#include "web/server/response.h"
#include "web/server/sessions.h"

namespace linli::console {

/// May this request do what it asks for, by the x-access of its operation in console/openapi.yaml? Answers with the
/// refusal where it may not: 401 not_signed_in or locked, 403 csrf, must_change_password, forbidden. Runs on the
/// network's thread, out of memory. A request is no sign of life by itself, since pages ask by themselves; commands
/// are.
std::optional<web::Response> check_access(web::Sessions& sessions, const web::Request& request,
                                          const std::string& access);

/// The session whose cookie the request carries; nothing where it is none of ours.
std::optional<web::Session> session_of(const web::Sessions& sessions, const web::Request& request);

}  // namespace linli::console
