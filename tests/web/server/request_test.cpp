// SPDX-License-Identifier: Apache-2.0
// What the server does with single requests: the ones it answers and every one that it refuses.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/web/server/served.h"

using namespace linli::web;
using namespace linli::web::testing;

namespace {

constexpr std::string_view who = "X-Who: somebody\r\n";

Answer post(const Served& served, std::string_view path, std::string_view body, std::string_view headers = who) {
    return served.ask(with_body("POST", path, body, headers));
}

}  // namespace

TEST_CASE("an operation gets its parameters, its query and its body, checked and decoded") {
    const Served served;
    const Answer answer = post(served, "/api/echo/7?word=ab%63", R"({"text":"你好","until":null,"list":[1,2]})");
    REQUIRE(answer.status == 200);
    CHECK(answer.header("content-type") == "application/json");
    const auto body = nlohmann::json::parse(answer.body);
    CHECK(body["number"] == "7");
    CHECK(body["query"]["word"] == "abc");
    CHECK(body["body"]["text"] == "你好");
    CHECK(body["secure"] == false);
}

TEST_CASE("every answer carries the headers that keep a browser safe") {
    const Served served;
    for (const std::string path : {"/api/echo/front", "/nothing", "/page.txt"}) {
        INFO(path);
        const Answer answer = served.ask(get(path));
        CHECK(answer.header("content-security-policy").find("default-src 'none'; script-src 'self'") == 0);
        CHECK(answer.header("content-security-policy").find("unsafe") == std::string::npos);
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("referrer-policy") == "same-origin");
        CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
        CHECK(answer.header("cache-control") == "no-store");
        CHECK(!answer.header("date").empty());
    }
}

TEST_CASE("a body that says what no schema knows is refused with the place") {
    const Served served;
    struct Row {
        const char* body;
        int status;
        const char* problem;
        const char* field;
    };
    const Row rows[] = {
        {R"({"text":)", 400, "bad_json", ""},
        {R"()", 400, "bad_json", ""},
        {R"(nothing)", 400, "bad_json", ""},
        {R"({"text":"a","text":"b"})", 400, "bad_json", ""},
        {"{\"text\":\"\xff\"}", 400, "bad_json", ""},
        {R"([])", 422, "wrong_shape", ""},
        {R"({})", 422, "wrong_shape", "/text"},
        {R"({"text":"a","more":1})", 422, "wrong_shape", "/more"},
        {R"({"text":7})", 422, "wrong_shape", "/text"},
        {R"({"text":""})", 422, "wrong_shape", "/text"},
        {R"({"text":"123456789012345678901"})", 422, "wrong_shape", "/text"},
        {R"({"text":"a\u0000b"})", 422, "wrong_shape", "/text"},
        {R"({"text":"a","id":"Z"})", 422, "wrong_shape", "/id"},
        {R"({"text":"a","until":"x"})", 422, "wrong_shape", "/until"},
        {R"({"text":"a","until":1.5})", 422, "wrong_shape", "/until"},
        {R"({"text":"a","until":18446744073709551615})", 422, "wrong_shape", "/until"},
        {R"({"text":"a","list":[1,0]})", 422, "wrong_shape", "/list/1"},
        {R"({"text":"a","list":[1,2,3,4]})", 422, "wrong_shape", "/list"},
        {R"({"text":"a","mode":"c"})", 422, "wrong_shape", "/mode"},
        {R"([[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]])", 413, "too_large", ""},
    };
    for (const Row& row : rows) {
        INFO(row.body);
        const Answer answer = post(served, "/api/echo/1", row.body);
        CHECK(answer.status == row.status);
        CHECK(answer.problem() == row.problem);
        CHECK(answer.field() == row.field);
    }
}

TEST_CASE("a long text meets no regular expression, and a body has a size") {
    const Served served;
    const std::string fits = R"({"text":"a","id":")" + std::string(60'000, 'a') + "\"}";
    const Answer answer = post(served, "/api/echo/1", fits);
    CHECK(answer.status == 422);
    CHECK(answer.field() == "/id");

    const Answer large = post(served, "/api/echo/1", std::string(70'000, ' '));
    CHECK(large.status == 413);
    CHECK(large.problem() == "too_large");
    CHECK(large.header("connection") == "close");
}

TEST_CASE("a chunked body is read, and bounded as well") {
    const Served served;
    const std::string head =
        "POST /api/echo/1 HTTP/1.1\r\nHost: localhost\r\nX-Who: a\r\nContent-Type: application/json; charset=utf-8\r\n"
        "Transfer-Encoding: chunked\r\n\r\n";
    CHECK(served.ask(head + "5\r\n{\"tex\r\n7;x=y\r\nt\":\"a\"}\r\n0\r\nA: b\r\n\r\n").status == 200);
    std::string large = head;
    for (int i = 0; i < 80; ++i) large += "400\r\n" + std::string(1024, ' ') + "\r\n";
    CHECK(served.ask(large).problem() == "too_large");
    CHECK(served.ask(head + "zz\r\n").status == 400);
    CHECK(served.ask(head + "1;" + std::string(20'000, 'x')).status == 400);
}

TEST_CASE("a body must say that it is JSON, and where none is taken none may come") {
    const Served served;
    const std::string body = R"({"text":"a"})";
    const std::string start = "POST /api/echo/1 HTTP/1.1\r\nHost: localhost\r\nX-Who: a\r\nContent-Length: 12\r\n";
    CHECK(served.ask(start + "\r\n" + body).problem() == "unsupported_type");
    CHECK(served.ask(start + "Content-Type: text/plain\r\n\r\n" + body).status == 415);
    CHECK(served.ask(with_body("DELETE", "/api/held", body)).problem() == "wrong_shape");
    CHECK(served.ask("DELETE /api/held HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 204);
}

TEST_CASE("parameters and queries are held against the document too") {
    const Served served;
    const std::string body = R"({"text":"a"})";
    for (const std::string path :
         {"/api/echo/0", "/api/echo/100", "/api/echo/x", "/api/echo/007", "/api/echo/99999999999999999999"}) {
        INFO(path);
        const Answer answer = post(served, path, body);
        CHECK(answer.status == 422);
        CHECK(answer.field() == "/number");
    }
    CHECK(post(served, "/api/echo/1?word=A", body).field() == "/word");
    CHECK(post(served, "/api/echo/1?other=a", body).status == 422);
    CHECK(post(served, "/api/echo/1?word=a&word=b", body).status == 400);
    CHECK(post(served, "/api/echo/1?word=%zz", body).status == 400);
}

TEST_CASE("paths and methods that stand nowhere are never answered with 200") {
    const Served served;
    for (const std::string path :
         {"/nothing", "/api", "/api/", "/api/echo", "/api/echo/front/", "//api/echo/front", "/api/echo/front/../front",
          "/api/%65cho%2Ffront", "/API/echo/front", "/index.html"}) {
        INFO(path);
        const Answer answer = served.ask(get(path));
        CHECK((answer.status == 404 || answer.status == 400));
    }
    CHECK(served.ask(get("/api/%65cho/front")).status == 200);
    const Answer wrong = served.ask("PUT /api/held HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(wrong.status == 405);
    CHECK(wrong.problem() == "method_not_allowed");
    CHECK(wrong.header("allow").find("DELETE") != std::string::npos);
    CHECK(wrong.header("allow").find("HEAD") != std::string::npos);
    CHECK(served.ask("OPTIONS /api/held HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 405);
    CHECK(served.ask("BREW /api/held HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 501);
    CHECK(served.ask("GET /api/echo/front HTTP/2.0\r\nHost: localhost\r\n\r\n").status == 505);
    CHECK(served.ask("GET /api/echo/front HTTP/1.7\r\nHost: localhost\r\n\r\n").status == 505);
}

TEST_CASE("HEAD answers as GET does, without the body") {
    const Served served;
    RawClient client = served.client();
    const Answer answer = client.ask("HEAD /api/echo/front HTTP/1.1\r\nHost: localhost\r\n\r\n", "HEAD");
    CHECK(answer.status == 200);
    CHECK(answer.header("content-length") == "16");
    CHECK(client.ask(get("/api/echo/front")).body == R"({"text":"front"})");
}

TEST_CASE("who may not is told before the body is looked at, and before its shape is") {
    const Served served;
    CHECK(post(served, "/api/echo/0", "nonsense", "").problem() == "not_signed_in");
    CHECK(served.ask(get("/api/events")).status == 401);
}

TEST_CASE("a handler that throws is answered for, and the next one is served") {
    const Served served;
    RawClient client = served.client();
    CHECK(client.ask(get("/api/broken")).problem() == "internal");
    CHECK(client.ask(get("/api/echo/front")).status == 200);
}

TEST_CASE("a page of another site changes nothing") {
    const Served served;
    const std::string body = R"({"text":"a"})";
    const auto with = [&](const std::string& header) {
        return post(served, "/api/echo/1", body, std::string(who) + header + "\r\n");
    };
    for (const std::string header :
         {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: null", "Origin: https://localhost",
          "Origin: http://localhost:1", "Origin: http://evil.example", "Origin: http://localhost.evil.example"}) {
        INFO(header);
        CHECK(with(header).problem() == "cross_site");
    }
    CHECK(with("Sec-Fetch-Site: same-origin").status == 200);
    CHECK(with("Sec-Fetch-Site: none").status == 200);
    CHECK(with("Origin: http://localhost").status == 200);
    CHECK(with("Origin: http://LOCALHOST:80").status == 200);
}

TEST_CASE("in clear text only names of this very machine are answered") {
    const Served served;
    const auto with_host = [&](const std::string& host) {
        return served.ask("GET /api/echo/front HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
    };
    for (const std::string host : {"localhost", "LocalHost:8080", "127.0.0.1", "127.1.2.3:80", "[::1]", "[::1]:9"})
        CHECK(with_host(host) == 200);
    for (const std::string host : {"evil.example", "", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1",
                                   "[::2]", "127.0.0.1@evil", "1270.0.0.1"}) {
        INFO(host);
        CHECK(with_host(host) == 421);
    }
    CHECK(served.ask("GET http://evil.example/api/echo/front HTTP/1.1\r\nHost: localhost\r\n\r\n").problem() ==
          "wrong_host");
    CHECK(served.ask("GET http://localhost/api/echo/front HTTP/1.1\r\nHost: evil.example\r\n\r\n").status == 200);
}

TEST_CASE("what two readers could take for two things is refused, and the connection closed") {
    const Served served;
    const std::string line = "POST /api/echo/1 HTTP/1.1\r\n";
    const std::string host = "Host: localhost\r\n";
    for (const std::string& request : {
             line + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             line + host + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
             line + host + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
             line + host + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
             line + host + "Content-Length: 5, 5\r\n\r\nabcde",
             line + host + "Content-Length: +5\r\n\r\nabcde",
             line + host + "Content-Length: -1\r\n\r\n",
             line + host + "Content-Length: 99999999999999999999999\r\n\r\n",
             line + host + "Content-Length : 5\r\n\r\nabcde",
             line + host + "Transfer-Encoding: gzip\r\n\r\n",
             line + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
             line + host + "Transfer-Encoding: xchunked\r\n\r\n",
             line + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             "POST /api/echo/1 HTTP/1.0\r\nTransfer-Encoding: chunked\r\n" + host + "\r\n0\r\n\r\n",
             line + host + "A: b\r\n folded\r\n\r\n",
             line + " folded: at once\r\n" + host + "\r\n",
             line + host + "A\r\n\r\n",
             line + host + host + "\r\n",
             line + "\r\n",
             std::string("GET /api/echo/front HTTP/1.1\nHost: localhost\n\n"),
             std::string("GET /api/echo/front\r\n\r\n"),
             std::string("GET  /api/echo/front HTTP/1.1\r\n") + host + "\r\n",
             std::string("GET /api/ech\to HTTP/1.1\r\n") + host + "\r\n",
             std::string("\x16\x03\x01\x02\x00\x01\x00", 7),
             line + host + std::string("A: b\0c\r\n\r\n", 10),
         }) {
        INFO(request);
        RawClient client = served.client();
        const Answer answer = client.ask(request + get("/api/echo/front"));
        CHECK((answer.status == 400 || answer.status == 413 || answer.status == 421 || answer.status == 501));
        // What came behind it is answered to nobody.
        CHECK(client.receive_all().find("front") == std::string::npos);
    }
    CHECK(served.ask(get("/api/echo/front")).status == 200);
}

TEST_CASE("a body of another type comes as its bytes, up to the operation's own limit") {
    const Served served;
    const auto put = [&](const std::string& body, const std::string& type) {
        return served.ask("PUT /api/packed HTTP/1.1\r\nHost: localhost\r\n" + std::string(who) + "Content-Type: " +
                          type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    };
    const std::string bytes = std::string("\0\xff{", 3) + std::string(99'997, 'x');
    const Answer answer = put(bytes, "application/zstd");
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type") == "text/html; charset=utf-8");
    CHECK(answer.body == "100000 127.0.0.1 http");
    CHECK(put(bytes + "x", "application/zstd").problem() == "too_large");
    CHECK(put(bytes, "application/json").problem() == "unsupported_type");
    CHECK(put("", "application/zstd").body == "0 127.0.0.1 http");
    // The others keep theirs.
    CHECK(post(served, "/api/echo/7", R"({"text":")" + std::string(70'000, 'a') + R"("})").problem() == "too_large");
}

TEST_CASE("a proxy on this machine is believed about caller and scheme, and nobody else is") {
    const Served served([](ServerOptions& options, ServerParts&) { options.proxy = Proxy::on_this_machine; });
    const auto ask = [](const Served& where, const std::string& headers, const std::string& host) {
        return where.ask("PUT /api/packed HTTP/1.1\r\nHost: " + host + "\r\nX-Who: a\r\n" + headers +
                         "Content-Type: application/zstd\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
    };
    const std::string said = "X-Forwarded-For: 10.9.9.9, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n";
    CHECK(ask(served, said, "district.example").body == "1 192.0.2.7 https");
    CHECK(ask(served, "X-Forwarded-For: <script>\r\n", "district.example").body == "1 127.0.0.1 http");
    CHECK(ask(served, "", "district.example").body == "1 127.0.0.1 http");
    const Served alone;
    CHECK(ask(alone, said, "localhost").body == "1 127.0.0.1 http");
    CHECK(ask(alone, said, "district.example").problem() == "wrong_host");
}
