// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/curl_transport.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <thread>

#include "tests/support/http_peer.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "tests/sync-agent/joined_box.h"

using namespace linli;
using namespace linli::agent;
using namespace linli::support;
using namespace std::chrono_literals;

namespace {

std::chrono::milliseconds taken_by(const std::function<void()>& what) {
    const auto begin = std::chrono::steady_clock::now();
    what();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
}

HttpRequest to(const std::string& url) { return {Method::get, url, {}, {}, {}}; }

/// `openssl s_server` with a certificate that it has signed itself, which no authority of the machine knows.
class TlsPeer {
public:
    TlsPeer() {
        run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
             file("key.pem"), "-out", file("cert.pem"), "-days", "2", "-subj", "/CN=district.test"});
        port_ = free_port();
        const std::string port = std::to_string(port_);
        child_ = std::make_unique<Child>([this, port] {
            execlp("openssl", "openssl", "s_server", "-quiet", "-www", "-accept", port.c_str(), "-cert",
                   file("cert.pem").c_str(), "-key", file("key.pem").c_str(), nullptr);
            return 127;
        });
    }
    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_) + "/"; }
    std::string pin() {
        run({"openssl", "x509", "-in", file("cert.pem"), "-pubkey", "-noout", "-out", file("public.pem")});
        run({"openssl", "pkey", "-pubin", "-in", file("public.pem"), "-outform", "der", "-out", file("public.der")});
        run({"openssl", "dgst", "-sha256", "-binary", "-out", file("digest"), file("public.der")});
        return "sha256//" + run({"openssl", "base64", "-in", file("digest")}).substr(0, 44);
    }

private:
    std::string file(const std::string& name) const { return folder_.file(name).string(); }
    static std::string run(const std::vector<std::string>& words) {
        const Finished finished = run_program({words, {}, {}});
        INFO(finished.err);
        REQUIRE(finished.exit_code == 0);
        return finished.out;
    }
    static int free_port() {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
        ::close(socket);
        return ntohs(address.sin_port);
    }
    TempFolder folder_;
    int port_ = 0;
    std::unique_ptr<Child> child_;
};

tl::expected<HttpAnswer, NoAnswer> ask_when_there(CurlTransport& transport, const HttpRequest& request) {
    auto answer = transport.send(request);
    for (int i = 0; i < 100 && !answer && answer.error().why == SyncTrouble::unreachable; ++i) {
        transport.rest(50ms);
        answer = transport.send(request);
    }
    return answer;
}

}  // namespace

TEST_CASE("a district is trusted by its pinned key alone, also while the key is being replaced") {
    TlsPeer peer;
    CurlTransport transport(JoinedBox::short_limits());
    HttpRequest request = to(peer.url());
    const std::string pin = peer.pin(), other = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    request.pin = pin;
    const auto answer = ask_when_there(transport, request);
    REQUIRE(answer.has_value());
    CHECK(answer->status == 200);
    CurlTransport fresh(JoinedBox::short_limits());
    request.pin = other + ";" + pin;
    CHECK(fresh.send(request).has_value());
    for (const std::string& wrong : {other, std::string("sha256//x"), std::string()}) {
        INFO(wrong);
        CurlTransport another(JoinedBox::short_limits());
        request.pin = wrong;
        const auto none = another.send(request);
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().why == SyncTrouble::not_trusted);
    }
}

TEST_CASE("a connection whose key was right is not used for a request with another pin") {
    TlsPeer peer;
    CurlTransport transport(JoinedBox::short_limits());
    HttpRequest request = to(peer.url());
    request.pin = peer.pin();
    REQUIRE(ask_when_there(transport, request).has_value());
    request.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    CHECK_FALSE(transport.send(request).has_value());
}

TEST_CASE("no other protocol is spoken, and no redirect followed") {
    CurlTransport transport(JoinedBox::short_limits());
    for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "nonsense"})
        CHECK_FALSE(transport.send(to(url)).has_value());
    HttpPeer peer([](const auto&) { return http_reply(302, "", "Location: file:///etc/hostname\r\n"); });
    CHECK(transport.send(to(peer.address())).value().status == 302);
    CHECK(peer.asked().size() == 1);
}

TEST_CASE("the agent ends within a second, whatever it waits for") {
    HttpPeer peer([](const auto&) {
        HttpPeer::Reply reply = http_reply(200, "{}");
        reply.stand_still_after = 5;
        return reply;
    });
    CurlTransport::Limits limits;
    for (const bool resting : {false, true}) {
        CurlTransport transport(limits);
        std::thread stopper([&] {
            std::this_thread::sleep_for(200ms);
            transport.stop();
        });
        const auto taken = taken_by([&] {
            if (resting) return transport.rest(60s);
            const auto answer = transport.send(to(peer.address()));
            CHECK(answer.error().why == SyncTrouble::none);
        });
        stopper.join();
        CHECK(taken < 1'000ms);
        CHECK(transport.stopped());
        CHECK_FALSE(transport.send(to(peer.address())).has_value());
    }
}

TEST_CASE("the bandwidth that was allowed is kept to") {
    HttpPeer peer([](const auto&) { return http_reply(200, "{}"); });
    CurlTransport::Limits limits;
    limits.bytes_per_second = 100'000;
    CurlTransport transport(limits);
    HttpRequest request{Method::post, peer.address(), {}, {}, std::string(250'000, 'x')};
    const auto taken = taken_by([&] { CHECK(transport.send(request).has_value()); });
    CHECK(taken > 1'200ms);
    CHECK(taken < 10'000ms);
}

TEST_CASE("a proxy that is named is gone through") {
    HttpPeer proxy([](const auto&) { return http_reply(200, "through the proxy"); });
    CurlTransport::Limits limits = JoinedBox::short_limits();
    limits.proxy = proxy.address();
    CurlTransport transport(limits);
    CHECK(transport.send(to("http://127.0.0.1:1/x")).value().body == "through the proxy");
    CHECK(proxy.asked().at(0).target == "http://127.0.0.1:1/x");
}

TEST_CASE("who waits for a sign of life gets one about once a second") {
    int signs = 0;
    CurlTransport transport(JoinedBox::short_limits(), [&signs] { ++signs; });
    transport.rest(2'100ms);
    CHECK(signs >= 3);
    CHECK(signs <= 6);
}
