// SPDX-License-Identifier: Apache-2.0
#include "console/console.h"

#include "console/access.h"
#include "console/answers.h"
#include "hall/staff/staff_member.h"
#include "hall/staff/staff_session.h"

namespace linli::console {

Console::Console(std::filesystem::path database, const Clock& clock)
    : halls(std::move(database), clock),
      sessions(clock, session_idle_ms_max),
      events(std::make_shared<web::EventChannel>()) {}

void Console::set_front(std::string json) {
    const std::lock_guard lock(front_mutex_);
    front_ = std::move(json);
}

std::string Console::front() const {
    const std::lock_guard lock(front_mutex_);
    return front_;
}

std::optional<web::Response> answer_together(Console& console, const std::function<void()>& run_all) {
    const Status kept = console.halls.together(run_all);
    console.changed();  // only now can others see it
    if (kept) return std::nullopt;
    return answer(kept.error());
}

std::function<web::Response(const web::Request&)> handler(Console& console, Answer answer) {
    return [&console, answer](const web::Request& request) -> web::Response {
        // The session may have ended or been locked since the network's thread looked; then the act is not done.
        web::Session who;
        if (const auto found = session_of(console.sessions, request)) who = *found;
        auto response = console.halls.with([&](Hall& hall) {
            const ActingAs acting(hall, Actor{who.account.empty() ? "console" : staff_actor(who.account)});
            return answer(Call{console, hall, request, who});
        });
        if (request.method != "GET") console.changed();
        return response ? std::move(*response) : linli::console::answer(response.error());
    };
}

}  // namespace linli::console
