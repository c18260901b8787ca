// SPDX-License-Identifier: Apache-2.0
// Event streams over real sockets: nothing lost, slow readers cut, sessions ended.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/web/server/served.h"

using namespace linli::web;
using namespace linli::web::testing;
using std::chrono::milliseconds;

namespace {

RawClient stream_of(const Served& served, const std::string& who = "somebody") {
    RawClient client = served.client();
    client.send(get("/api/events", "X-Who: " + who + "\r\n"));
    return client;
}

void wait_for_streams(const Served& served, std::size_t count) {
    for (int i = 0; i < 300 && served.channel->streams() != count; ++i) std::this_thread::sleep_for(milliseconds(10));
    REQUIRE(served.channel->streams() == count);
}

}  // namespace

TEST_CASE("a new stream is told the newest of each kept event at once, and then everything") {
    const Served served;
    served.channel->publish("hall", R"({"mark":1})");
    served.channel->publish("hall", R"({"mark":2})");
    served.channel->publish("beat", "{}", EventChannel::Keep::nothing);
    RawClient client = stream_of(served);
    CHECK(client.receive_until("data: {\"mark\":2}\n\n"));
    CHECK(client.received().find("content-type: text/event-stream") == std::string::npos);
    CHECK(client.received().find("Content-Type: text/event-stream\r\n") != std::string::npos);
    CHECK(client.received().find("Cache-Control: no-store") != std::string::npos);
    CHECK(client.received().find("\"mark\":1") == std::string::npos);
    CHECK(client.received().find("beat") == std::string::npos);
    served.channel->publish("hall", "two\nlines");
    CHECK(client.receive_until("event: hall\ndata: two\ndata: lines\n\n"));
}

TEST_CASE("nothing falls between joining and the first write") {
    const Served served;
    served.channel->publish("n", "0");
    std::atomic<bool> done{false};
    std::thread publisher([&] {
        for (int i = 1; i <= 400; ++i) {
            served.channel->publish("n", std::to_string(i));
            std::this_thread::sleep_for(std::chrono::microseconds(300));
        }
        done = true;
    });
    std::vector<RawClient> clients;
    while (!done.load() && clients.size() < 60) clients.push_back(stream_of(served));
    publisher.join();
    for (RawClient& client : clients) {
        REQUIRE(client.receive_until("data: 400\n\n"));
        std::vector<int> seen;
        const std::size_t head_end = client.received().find("\r\n\r\n");
        for (std::size_t at = client.received().find("data: ", head_end); at != std::string::npos;
             at = client.received().find("data: ", at + 1))
            seen.push_back(std::stoi(client.received().substr(at + 6, 6)));
        for (std::size_t i = 1; i < seen.size(); ++i) CHECK(seen[i] == seen[i - 1] + 1);
    }
}

TEST_CASE("closing a session tells its streams, ends them, and leaves the others") {
    const Served served;
    RawClient one = stream_of(served, "one");
    RawClient same = stream_of(served, "one");
    RawClient other = stream_of(served, "other");
    wait_for_streams(served, 3);
    served.channel->close_session("one", "session", R"({"state":"ended"})");
    CHECK(one.receive_until("event: session\ndata: {\"state\":\"ended\"}\n\n"));
    CHECK(one.is_closed_within(milliseconds(500)));
    CHECK(same.receive_until("ended"));
    served.channel->publish("hall", "still");
    CHECK(other.receive_until("data: still\n\n"));
    wait_for_streams(served, 1);
}

TEST_CASE("a stream whose session ended while it joined is refused") {
    std::atomic<int> asked{0};
    const Served served([&](ServerOptions&, ServerParts& parts) {
        parts.access = [&asked](const Request&, const std::string&) -> std::optional<Response> {
            if (++asked == 1) return std::nullopt;
            return problem(401, "not_signed_in", "It has ended.");
        };
    });
    CHECK(served.ask(get("/api/events")).status == 401);
    wait_for_streams(served, 0);
}

TEST_CASE("a reader who is gone is noticed, though nothing is published") {
    const Served served;
    {
        const RawClient client = stream_of(served);
        wait_for_streams(served, 1);
    }
    wait_for_streams(served, 0);
}

TEST_CASE("silence is broken by a heartbeat") {
    const Served served([](ServerOptions& options, ServerParts&) { options.limits.heartbeat = milliseconds(100); });
    RawClient client = stream_of(served);
    CHECK(client.receive_until("retry: 1000\n\n:\n\n:\n\n", milliseconds(2000)));
}

TEST_CASE("a reader who stops reading is cut, and the others lose nothing") {
    const Served served;
    RawClient slow = served.client();
    slow.read_slowly();
    slow.send(get("/api/events", "X-Who: slow\r\n"));
    RawClient quick = stream_of(served);
    wait_for_streams(served, 2);
    const std::string data(60'000, 'x');
    std::size_t read = 0;
    std::size_t published = 0;
    for (int i = 0; i < 100 && served.channel->cut_total() == 0; ++i) {
        served.channel->publish("hall", data);
        ++published;
        read += quick.receive_all(milliseconds(20)).size();
    }
    CHECK(served.channel->cut_total() == 1);
    served.channel->publish("hall", "the end");
    REQUIRE(quick.receive_until("the end"));
    CHECK(read >= published * data.size());
    wait_for_streams(served, 1);
    CHECK(served.ask(get("/metrics")).body.find("linli_http_refused_total{reason=\"slow_stream\"} 1") !=
          std::string::npos);
}

TEST_CASE("a server that stops tells its streams") {
    Served served;
    RawClient client = stream_of(served);
    wait_for_streams(served, 1);
    CHECK(served.stop() < milliseconds(1000));
    CHECK(client.receive_until("event: stopping\n"));
    CHECK(client.is_closed_within(milliseconds(500)));
}

TEST_CASE("too many streams are told so") {
    const Served served([](ServerOptions&, ServerParts& parts) {
        EventLimits limits;
        limits.streams_max = 2;
        parts.streams[0].channel = std::make_shared<EventChannel>(limits);
    });
    RawClient one = stream_of(served);
    RawClient two = stream_of(served);
    CHECK(one.receive_until("retry"));
    CHECK(two.receive_until("retry"));
    CHECK(served.ask(get("/api/events", "X-Who: a\r\n")).problem() == "busy");
}

TEST_CASE("streams over TLS carry events both while idle and when closed") {
    const Served served;
    RawClient client = served.tls_client();
    client.send(get("/api/events", "X-Who: a\r\n"));
    wait_for_streams(served, 1);
    served.channel->publish("hall", "over tls");
    CHECK(client.receive_until("data: over tls\n\n"));
    served.channel->close_session("a", "session", "{}");
    CHECK(client.receive_until("event: session\n"));
    CHECK(client.is_closed_within(milliseconds(2000)));
    wait_for_streams(served, 0);
}

TEST_CASE("[timed] two hundred streams are told within a moment, for little memory", "[timed]") {
    const Served served;
    const auto resident_kb = [] {
        std::ifstream status("/proc/self/status");
        std::string word;
        long size = 0;
        while (status >> word)
            if (word == "VmRSS:") status >> size;
        return size;
    };
    served.channel->publish("hall", std::string(20'000, 'x'));
    CHECK(served.ask(get("/api/echo/front")).status == 200);
    const long before = resident_kb();
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) clients.push_back(stream_of(served));
    wait_for_streams(served, 200);
    const long with_streams = resident_kb();
    CHECK(with_streams - before < 6'000);
    for (RawClient& client : clients) REQUIRE(client.receive_until("xx\n\n"));
    const auto began = std::chrono::steady_clock::now();
    served.channel->publish("hall", "now");
    for (RawClient& client : clients) REQUIRE(client.receive_until("data: now\n\n"));
    CHECK(std::chrono::steady_clock::now() - began < milliseconds(100));
}
