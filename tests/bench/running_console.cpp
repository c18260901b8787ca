// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/running_console.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "hall/acts/keep_staff.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "tests/bench/busy_content.h"
#include "tests/support/places.h"

namespace linli::bench {

using support::ApiClient;
using support::Json;
using support::Reply;

std::unique_ptr<RunningConsole> RunningConsole::start(int counters) {
    std::unique_ptr<RunningConsole> console(new RunningConsole);
    if (console->make_hall(counters) && console->run()) return console;
    fmt::print("linli-console does not start: {}\n", console->process_ ? console->process_->said() : "no hall");
    return nullptr;
}

bool RunningConsole::make_hall(int counters) {
    auto hall = Hall::create(database(), clock_, Actor{"kiosk"}, busy_content(counters));
    if (!hall) return false;
    hall_ = std::move(*hall);
    const auto content = hall_->content();
    if (content) matter_ = (*content)->matters.front().id;
    return content.has_value();
}

bool RunningConsole::run() {
    std::filesystem::path pages = support::built_pages_folder();
    if (!std::filesystem::exists(pages / "index.html")) {
        pages = folder_.file("pages");
        std::filesystem::create_directory(pages);
        std::ofstream(pages / "index.html") << "<!doctype html><title>none</title>";
    }
    // The access log goes to a file, as a system's journal takes it.
    const std::string command = "exec \"$0\" \"$@\" 2>'" + folder_.file("log").string() + "'";
    process_ = std::make_unique<HeardProcess>(
        std::vector<std::string>{"sh", "-c", command, support::console_program(), "--database", database().string(),
                                 "--pages", pages.string(), "--certificates", folder_.file("certificates").string(),
                                 "--listen", "127.0.0.1", "--port", "0", "--local-port", "0"});
    if (process_->heard("/trust") < 0) return false;
    const std::string& said = process_->said();
    const std::string local = "http://127.0.0.1:", before_trust = said.substr(0, said.find("/trust"));
    local_port_ = std::atoi(said.c_str() + said.find(local) + local.size());
    network_port_ = std::atoi(before_trust.c_str() + before_trust.rfind(':') + 1);
    return local_port_ > 0 && network_port_ > 0;
}

std::string RunningConsole::base(Way way) const {
    return fmt::format("{}://127.0.0.1:{}", way == Way::clear ? "http" : "https", port(way));
}

std::string RunningConsole::authority(Way way) const {
    return way == Way::clear ? "" : (folder_.file("certificates") / "authority.crt").string();
}

std::unique_ptr<ApiClient> RunningConsole::client(Way way) const {
    return std::make_unique<ApiClient>(base(way), authority(way));
}

std::unique_ptr<ApiClient> RunningConsole::clerk(Way way, int counter) {
    const std::string account = fmt::format("clerk{}", ++clerks_);
    const auto added = add_staff(*hall_, {.account = account, .name = "测试员", .role = Role::clerk});
    if (!added || !*added) return nullptr;
    auto clerk = client(way);
    const Reply in = clerk->sign_in(account, (*added)->password);
    const Reply own =
        clerk->put("/api/session/password", {{"old", (*added)->password}, {"new", "kettle-umbrella-" + account}});
    if (in.status != 200 || own.status != 200) return nullptr;
    if (counter == 0) return clerk;
    const Reply open = clerk->post(fmt::format("/api/counters/{}/open", counter), Json::object());
    return open.status == 200 ? std::move(clerk) : nullptr;
}

std::string RunningConsole::take_number() {
    const auto taken = issue_number(*hall_, {matter_, {}, new_uuid(clock_.wall_ms()), {}});
    return taken && *taken ? (*taken)->code() : "";
}

Reply give_order(ApiClient& clerk, int counter, const std::string& order, const std::string& in_hand) {
    return clerk.post(fmt::format("/api/counters/{}/orders", counter),
                      {{"request_id", new_uuid(SystemClock().wall_ms())}, {"order", order}, {"in_hand", in_hand}});
}

}  // namespace linli::bench
