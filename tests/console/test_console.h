// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "console/service.h"
#include "tests/support/api_client.h"
#include "tests/support/test_hall.h"

namespace linli::support {

inline constexpr const char* demo_password = "guihua-demo-2026";

/// The real console, in this process, over a real hall of its own that is open around the clock, with the demo's
/// accounts; reached over real sockets. Its clock is the hall's, and can be moved.
class TestConsole {
public:
    enum class Reach { local, network };
    explicit TestConsole(Reach reach = Reach::local);
    ~TestConsole();

    TestHall hall;
    std::string base() const;
    std::string network_base() const;
    const web::ApiDocument& document() const { return service_->document(); }
    web::Server& server() { return service_->server(); }
    std::filesystem::path certificates() const { return folder_.file("certificates"); }
    /// The program ends and starts again, on the same ports.
    void restart();
    void stop();
    void start();

    /// Signed in; the test fails where it is not.
    std::unique_ptr<ApiClient> signed_in(const std::string& account, const std::vector<int>& counters = {});
    /// One order at a counter, with a new request id.
    Reply order(ApiClient& client, int counter, const std::string& order, const std::string& in_hand, Json more = {});

private:
    TempFolder folder_;
    console::CommandLine order_;
    std::unique_ptr<console::Service> service_;
    std::thread thread_;
};

}  // namespace linli::support
