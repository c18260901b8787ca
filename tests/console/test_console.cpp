// SPDX-License-Identifier: Apache-2.0
#include "tests/console/test_console.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "hall/acts/keep_staff.h"

namespace linli::support {

TestConsole::TestConsole(Reach reach) : hall(always_open()) {
    spdlog::set_level(spdlog::level::off);
    done(add_demo_staff(hall.hall(), demo_password, "zh-CN"));
    std::filesystem::create_directory(folder_.file("pages"));
    write_file(folder_.file("pages") / "index.html", "<!doctype html><title>pages</title>");
    order_.database = hall.database();
    order_.pages = folder_.file("pages");
    order_.certificates = certificates();
    order_.local_only = reach == Reach::local;
    order_.port = order_.local_port = 0;
    order_.listen = {"127.0.0.1"};
    start();
}

TestConsole::~TestConsole() { stop(); }

void TestConsole::start() {
    auto service = console::Service::open(order_, hall.clock);
    INFO((service ? "" : service.error().message));
    REQUIRE(service);
    service_ = std::move(*service);
    order_.local_port = service_->local_port();
    order_.port = service_->network_port();
    thread_ = std::thread([this] { service_->run(); });
}

void TestConsole::stop() {
    if (!service_) return;
    service_->server().stop();
    thread_.join();
    service_.reset();
}

void TestConsole::restart() {
    stop();
    start();
}

std::string TestConsole::base() const { return fmt::format("http://127.0.0.1:{}", order_.local_port); }
std::string TestConsole::network_base() const { return fmt::format("https://127.0.0.1:{}", order_.port); }

std::unique_ptr<ApiClient> TestConsole::signed_in(const std::string& account, const std::vector<int>& counters) {
    auto client = std::make_unique<ApiClient>(base());
    const Reply reply = client->sign_in(account, demo_password, counters);
    INFO(reply.body);
    REQUIRE(reply.status == 200);
    return client;
}

Reply TestConsole::order(ApiClient& client, int counter, const std::string& order, const std::string& in_hand,
                         Json more) {
    Json body = more.is_object() ? std::move(more) : Json::object();
    if (!body.contains("request_id")) body["request_id"] = new_key();
    body["order"] = order;
    body["in_hand"] = in_hand;
    return client.post(fmt::format("/api/counters/{}/orders", counter), body);
}

}  // namespace linli::support
