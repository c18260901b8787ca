// SPDX-License-Identifier: Apache-2.0
#include "web/server/late_answer.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <stdexcept>

#include "tests/web/server/served.h"

using namespace linli::web;
using namespace linli::web::testing;

TEST_CASE("answers that come later hold no thread, and come from whoever has them") {
    std::mutex mutex;
    std::vector<LateAnswer> kept;
    Served served([&](ServerOptions&, ServerParts& parts) {
        Route& held = *std::ranges::find(parts.routes, "held", &Route::operation);
        held.handle = {};
        held.handle_later = [&](const Request&, const LateAnswer& later) {
            const std::lock_guard lock(mutex);
            kept.push_back(later);
        };
        parts.on_stop = [&] {
            const std::lock_guard lock(mutex);
            kept.at(2).give(json(200, R"({"text":"stopping"})"));
        };
    });
    const auto waiting = [&](std::size_t count) {
        for (int look = 0; look < 1'000; ++look) {
            {
                const std::lock_guard lock(mutex);
                if (kept.size() == count) return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    };
    std::vector<std::future<Answer>> answers;
    for (std::size_t i = 0; i < 3; ++i) {
        answers.push_back(std::async(std::launch::async, [&] { return served.ask(get("/api/held")); }));
        REQUIRE(waiting(i + 1));
    }
    CHECK(served.ask(get("/api/echo/front")).status == 200);
    {
        const std::lock_guard lock(mutex);
        kept[0].give(json(200, R"({"text":"first"})"));
        kept[0].give(json(200, R"({"text":"again"})"));
        kept[1] = kept[0];  // the last one of its kind goes away
    }
    CHECK(answers[0].get().body.find("first") != std::string::npos);
    CHECK(answers[1].get().status == 503);
    CHECK(answers[2].wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
    served.stop();
    CHECK(answers[2].get().body.find("stopping") != std::string::npos);
}

TEST_CASE("a handler that throws before it answers later is answered for") {
    Served served([&](ServerOptions&, ServerParts& parts) {
        Route& held = *std::ranges::find(parts.routes, "held", &Route::operation);
        held.handle = {};
        held.handle_later = [](const Request&, const LateAnswer&) { throw std::runtime_error("on purpose"); };
    });
    CHECK(served.ask(get("/api/held")).status == 500);
}
