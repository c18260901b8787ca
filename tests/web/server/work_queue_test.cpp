// SPDX-License-Identifier: Apache-2.0
#include "web/server/work_queue.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <future>

using namespace linli::web;

namespace {

/// Jobs that wait until they are let go.
struct Gate {
    std::function<void()> job() {
        return [this] {
            ++begun;
            opened.wait();
            ++done;
        };
    }
    void wait_for_begun(int count) const {
        while (begun.load() < count) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::promise<void> open;
    std::shared_future<void> opened = open.get_future().share();
    std::atomic<int> begun{0};
    std::atomic<int> done{0};
};

}  // namespace

TEST_CASE("one sender has so many jobs and no more, and others come in between") {
    Gate gate;
    WorkQueue queue({1, 10, 2});
    CHECK(queue.add("a", gate.job()));
    gate.wait_for_begun(1);
    CHECK(queue.add("a", gate.job()));
    CHECK_FALSE(queue.add("a", gate.job()));
    CHECK(queue.add("b", gate.job()));
    CHECK(queue.add("", gate.job()));
    CHECK(queue.waiting() == 3);
    gate.open.set_value();
    while (gate.done.load() < 4) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    while (!queue.add("a", [] {})) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

TEST_CASE("a full queue takes nothing, and what was stopped never begins") {
    Gate gate;
    WorkQueue queue({1, 2, 0});
    CHECK(queue.add("", gate.job()));
    gate.wait_for_begun(1);
    CHECK(queue.add("", gate.job()));
    CHECK(queue.add("", gate.job()));
    CHECK_FALSE(queue.add("", gate.job()));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(queue.busy_for() >= std::chrono::milliseconds(5));
    queue.stop();
    CHECK_FALSE(queue.add("", gate.job()));
    gate.open.set_value();
    queue.end();
    CHECK(gate.done == 1);
}

TEST_CASE("a lane of one thread does its jobs in order, one of two does two at a time") {
    std::vector<int> order;
    {
        WorkQueue queue({1, 100, 0});
        std::promise<void> last;
        for (int i = 0; i < 50; ++i) queue.add("", [&, i] { order.push_back(i); });
        queue.add("", [&] { last.set_value(); });
        last.get_future().wait();
    }
    REQUIRE(order.size() == 50);
    for (int i = 0; i < 50; ++i) CHECK(order[static_cast<std::size_t>(i)] == i);
    Gate gate;
    WorkQueue pair({2, 100, 0});
    for (int i = 0; i < 3; ++i) pair.add("", gate.job());
    gate.wait_for_begun(2);
    gate.open.set_value();
}

TEST_CASE("jobs that wait are run together, and each is told what came of all") {
    Gate gate;
    std::atomic<int> together{0};
    std::atomic<bool> undone{false};
    std::vector<std::string> told;
    std::promise<void> last;
    {
        WorkQueue queue({1, 100, 0}, [&](const std::function<void()>& run_all) -> std::optional<Response> {
            ++together;
            run_all();
            if (undone) return Response{503, {}, "undone", {}};
            return std::nullopt;
        });
        const auto job = [&](const std::string& name) {
            return Job{[] {},
                       [&, name](const std::optional<Response>& instead) {
                           told.push_back(name + (instead ? instead->body : ""));
                           if (name == "last ") last.set_value();
                       }};
        };
        queue.add("", gate.job());  // alone, so it is run by itself
        gate.wait_for_begun(1);
        CHECK(together == 0);
        for (const char* name : {"one ", "two ", "three "}) queue.add("", job(name));
        undone = true;
        queue.add("a", job("last "));
        gate.open.set_value();
        last.get_future().wait();
        CHECK(together == 1);
    }
    CHECK(told == std::vector<std::string>{"one undone", "two undone", "three undone", "last undone"});
}

TEST_CASE("no more than sixteen are run together") {
    Gate gate;
    std::vector<int> sizes;
    std::atomic<int> run{0};
    {
        WorkQueue queue({1, 100, 0}, [&](const std::function<void()>& run_all) -> std::optional<Response> {
            const int before = run;
            run_all();
            sizes.push_back(run - before);
            return std::nullopt;
        });
        queue.add("", gate.job());
        gate.wait_for_begun(1);
        for (int i = 0; i < 40; ++i) queue.add("", [&] { ++run; });
        gate.open.set_value();
        while (run < 40) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(sizes == std::vector<int>{16, 16, 8});
}
