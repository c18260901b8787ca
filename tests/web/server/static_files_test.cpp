// SPDX-License-Identifier: Apache-2.0
#include "web/server/static_files.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temp_folder.h"
#include "tests/web/server/served.h"

using namespace linli;
using namespace linli::web;
using namespace linli::web::testing;
using linli::support::write_file;

namespace {

/// A folder as a bundler leaves it, with things in it that must not be served.
struct Pages {
    Pages() {
        std::filesystem::create_directories(root() / "assets");
        std::filesystem::create_directories(root() / ".hidden");
        write_file(root() / "index.html", "<!doctype html>index");
        write_file(root() / "index.html.br", "br");
        write_file(root() / "index.html.gz", "gzip");
        write_file(root() / "assets/app-BqK1x2Zc.js", std::string(300'000, 'j'));
        write_file(root() / "assets/app-BqK1x2Zc.js.gz", "small");
        write_file(root() / "assets/call-history.css", "a{}");
        write_file(root() / "assets/only.gz", "archive");
        write_file(root() / ".hidden/secret.txt", "secret");
        write_file(folder.file("outside.txt"), "outside");
        std::filesystem::create_symlink(folder.file("outside.txt"), root() / "link.txt");
        std::filesystem::create_directory_symlink(folder.path(), root() / "linked");
    }
    std::filesystem::path root() const { return folder.file("pages"); }
    StaticFiles read() const {
        auto files = StaticFiles::read(root());
        REQUIRE(files.has_value());
        return std::move(*files);
    }
    support::TempFolder folder;
};

Served::Change with_pages(const Pages& pages) {
    return [&pages](ServerOptions&, ServerParts& parts) { parts.files = std::make_shared<StaticFiles>(pages.read()); };
}

}  // namespace

TEST_CASE("what lies in the folder is found, and nothing outside or linked or hidden") {
    const Pages pages;
    const StaticFiles files = pages.read();
    for (const char* path :
         {"/", "/index.html", "/assets/app-BqK1x2Zc.js", "/assets/call-history.css", "/assets/only.gz"})
        CHECK(files.find(path) != nullptr);
    for (const char* path : {"/link.txt", "/linked/outside.txt", "/.hidden/secret.txt", "/assets", "/assets/", "",
                             "/index.html.br", "/../outside.txt", "/assets/../index.html", "index.html"}) {
        INFO(path);
        CHECK(files.find(path) == nullptr);
    }
    CHECK(files.find("/assets/app-BqK1x2Zc.js")->immutable);
    CHECK_FALSE(files.find("/")->immutable);
    CHECK_FALSE(files.find("/assets/call-history.css")->immutable);
    CHECK(files.find("/")->content_type == "text/html; charset=utf-8");
    CHECK(StaticFiles::read(pages.folder.file("none")).error().code == ErrorCode::missing);
    CHECK(StaticFiles::read(pages.root() / "assets").error().message.find("index.html") != std::string::npos);
}

TEST_CASE("the smallest encoding that the browser takes is chosen") {
    const Pages pages;
    const StaticFiles files = pages.read();
    using Encoding = StaticFiles::Encoding;
    const StaticFiles::Entry& index = *files.find("/");
    CHECK(chosen_encoding(index, "gzip, deflate, br") == Encoding::brotli);
    CHECK(chosen_encoding(index, "gzip") == Encoding::gzip);
    CHECK(chosen_encoding(index, "br;q=0, gzip;q=0.5") == Encoding::gzip);
    CHECK(chosen_encoding(index, "*") == Encoding::brotli);
    CHECK(chosen_encoding(index, "*;q=0") == Encoding::identity);
    CHECK(chosen_encoding(index, "") == Encoding::identity);
    CHECK(chosen_encoding(index, "gzipped, brr") == Encoding::identity);
    CHECK(names_etag("\"a\", W/\"b\"", "\"b\""));
    CHECK(names_etag("*", "\"b\""));
    CHECK_FALSE(names_etag("\"ab\"", "\"b\""));
}

TEST_CASE("files are served whole, with their type, and asked for again or kept as their name says") {
    const Pages pages;
    const Served served(with_pages(pages));
    RawClient client = served.client();
    const Answer index = client.ask(get("/"));
    CHECK(index.status == 200);
    CHECK(index.body == "<!doctype html>index");
    CHECK(index.header("content-type") == "text/html; charset=utf-8");
    CHECK(index.header("cache-control") == "no-cache");
    CHECK(index.header("vary") == "Accept-Encoding");
    CHECK(index.header("content-security-policy").find("default-src 'none'") == 0);
    const Answer script = client.ask(get("/assets/app-BqK1x2Zc.js"));
    CHECK(script.body == std::string(300'000, 'j'));
    CHECK(script.header("cache-control") == "public, max-age=31536000, immutable");
    const Answer zipped = client.ask(get("/assets/app-BqK1x2Zc.js", "Accept-Encoding: gzip, br\r\n"));
    CHECK(zipped.body == "small");
    CHECK(zipped.header("content-encoding") == "gzip");
    CHECK(zipped.header("content-type") == "text/javascript; charset=utf-8");
    CHECK(zipped.header("etag") != script.header("etag"));
    CHECK(served.tls_client().ask(get("/assets/app-BqK1x2Zc.js")).body.size() == 300'000);
}

TEST_CASE("HEAD tells the size, and a page that has it already gets nothing again") {
    const Pages pages;
    const Served served(with_pages(pages));
    RawClient client = served.client();
    const Answer head = client.ask("HEAD /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n", "HEAD");
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == "20");
    const Answer same = client.ask(get("/index.html", "If-None-Match: " + head.header("etag") + "\r\n"));
    CHECK(same.status == 304);
    CHECK(same.body.empty());
    CHECK(same.header("etag") == head.header("etag"));
    CHECK(client.ask(get("/index.html", "If-None-Match: \"other\"\r\n")).status == 200);
    CHECK(
        client.ask(get("/index.html", "Accept-Encoding: br\r\nIf-None-Match: " + head.header("etag") + "\r\n")).body ==
        "br");
    CHECK(client.ask("POST /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 405);
}

TEST_CASE("no path leads out of the folder") {
    const Pages pages;
    const Served served(with_pages(pages));
    for (const char* path : {"/../outside.txt", "/assets/../../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt",
                             "/assets/%2e%2e%2f%2e%2e%2foutside.txt", "/link.txt", "/linked/outside.txt",
                             "/.hidden/secret.txt", "//outside.txt", "/assets//app-BqK1x2Zc.js", "/index.html%00",
                             "/index.html/", "/assets", "/nothing.html", "/desk"}) {
        INFO(path);
        const Answer answer = served.ask(get(path));
        CHECK((answer.status == 404 || answer.status == 400));
    }
}

TEST_CASE("a file that was changed or exchanged under the server is not served") {
    const Pages pages;
    const Served served(with_pages(pages));
    std::filesystem::remove(pages.root() / "index.html");
    CHECK(served.ask(get("/")).status == 404);
    std::filesystem::create_symlink(pages.folder.file("outside.txt"), pages.root() / "index.html");
    CHECK(served.ask(get("/")).status == 404);
    std::filesystem::remove(pages.root() / "index.html");
    write_file(pages.root() / "index.html", "<!doctype html>other");
    CHECK(served.ask(get("/")).status == 404);
}
