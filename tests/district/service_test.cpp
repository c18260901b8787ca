// SPDX-License-Identifier: Apache-2.0
#include "district/service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <future>
#include <thread>

#include "district/boxes/enrol.h"
#include "district/boxes/token.h"
#include "district/key_pin.h"
#include "district/store/commands.h"
#include "district/store/devices.h"
#include "district/store/settings.h"
#include "hall/wire/attachment_json.h"
#include "tests/district/test_box.h"
#include "tests/support/api_client.h"
#include "tests/support/attachments.h"
#include "tests/support/fake_clock.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;
using support::ApiClient;
using support::Reply;

namespace {

/// The real server in this process, over sockets.
class Served {
public:
    explicit Served(TestDistrict& district, Reach reach = Reach::this_machine) : clock_(monday_ms) {
        spdlog::set_level(spdlog::level::off);
        Order order;
        order.data = district.folder();
        order.place = district.place();
        order.language = "en";
        order.serve.port = order.serve.local_port = 0;
        order.serve.listen = {"127.0.0.1"};
        order.serve.reach = reach;
        order.serve.address = "https://district.example:8443";
        service = value_of(Service::open(order, clock_));
        thread_ = std::thread([this] { service->run(); });
    }
    ~Served() {
        service->server().stop();
        thread_.join();
    }
    std::string base() const { return fmt::format("http://127.0.0.1:{}", service->local_port()); }

    std::unique_ptr<Service> service;

private:
    support::FakeClock clock_;
    std::thread thread_;
};

/// A box as the server sees it, with a key that it has shown.
struct Client {
    explicit Client(Served& of) : served(of), api(of.base()), key(make_signing_key()) {}

    Reply ask(const std::string& operation, const std::string& method, const std::string& path,
              const std::string& body = {}, std::vector<std::string> headers = {}) {
        if (!token.empty()) headers.push_back("Authorization: Bearer " + token);
        if (headers.empty() || headers.front().find("Content-Type") == std::string::npos)
            headers.emplace_back("Content-Type: application/json");
        Reply reply = api.raw(method, path, body, headers);
        INFO(reply.body);
        CHECK(served.service->document().check_response(operation, static_cast<int>(reply.status), reply.body) == "");
        return reply;
    }
    Reply enrol(const std::string& code) {
        sync::EnrolRequest request{code, "box-1", 1, hex(key.public_key), "Box", "0.1.0", {}};
        request.proof = hex(sign(sync::enrol_text(request), key.secret));
        return ask("enrol", "POST", "/v1/enrol", sync::written(request));
    }
    Reply push(const PushedBatch& batch) {
        const auto& head = batch.head;
        return ask("push", "POST", "/v1/push", batch.body,
                   {"Content-Type: application/zstd", "Linli-Device: " + head.device,
                    fmt::format("Linli-Epoch: {}", head.epoch), fmt::format("Linli-First: {}", head.first),
                    fmt::format("Linli-Last: {}", head.last), "Linli-Chain: " + head.chain,
                    "Linli-Digest: " + head.digest, "Linli-Signature: " + head.signature});
    }

    Served& served;
    ApiClient api;
    SigningKey key;
    std::string token;
};

}  // namespace

TEST_CASE("a box enrols, pushes, learns how far it has come, reports and renews its token, over HTTP") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Served served(district);
    const HallRow hall = district.add_hall();
    const std::string code =
        value_of(make_pairing_code(district.connection(), hall.hall_id, Approval::given, 1, monday_ms));
    Client client(served);
    const Reply enrolled = client.enrol(code);
    REQUIRE(enrolled.status == 200);
    client.token = value_of(sync::read_enrol_answer(enrolled.body)).token;

    TestBox box(district, hall, client.key);
    box.add_many(500);
    const Reply pushed = client.push(box.all());
    INFO(pushed.body);
    REQUIRE(pushed.status == 200);
    CHECK(value_of(sync::read_push_answer(pushed.body)).acked_through == 500);
    CHECK(value_of(sync::read_push_answer(client.push(box.all()).body)).results.at(7) == sync::EntryResult::duplicate);

    const Reply stream = client.ask("stream", "GET", "/v1/stream?device=box-1&epoch=1");
    CHECK(value_of(sync::read_stream_state(stream.body)).chain == box.all().head.chain);
    const Reply ranges = client.ask("ranges", "GET", "/v1/ranges?device=box-1&epoch=1&step=1000");
    CHECK(value_of(sync::read_ranges(ranges.body)).at(0).count == 500);
    CHECK(client.ask("stream", "GET", "/v1/stream?device=box-2&epoch=1").why() == "not_this_device");
    CHECK(client.ask("ranges", "GET", "/v1/ranges?device=box-1&epoch=1&step=1").why() == "wrong_shape");

    sync::Health health;
    health.box_id = "box-1";
    health.journal_seq = 500;
    CHECK(client.ask("health", "POST", "/v1/health", sync::written(health)).status == 200);

    sync::TokenRequest request{"r1", {}};
    request.proof = hex(sign(sync::token_text(request), client.key.secret));
    const Reply renewed = client.ask("renew_token", "POST", "/v1/token", sync::written(request));
    const std::string before = std::exchange(client.token, value_of(sync::read_token_answer(renewed.body)));
    CHECK(client.ask("stream", "GET", "/v1/stream?device=box-1&epoch=1").status == 200);
    client.token = before;
    CHECK(client.ask("stream", "GET", "/v1/stream?device=box-1&epoch=1").status == 401);
}

TEST_CASE("what the district refuses has its status and name") {
    TestDistrict district(Driver::sqlite);
    Served served(district);
    const HallRow hall = district.add_hall();
    Client client(served);
    CHECK(client.enrol("guess").why() == "code_unknown");
    CHECK(client.ask("stream", "GET", "/v1/stream?device=box-1&epoch=1").status == 401);
    client.token = std::string(64, 'a');
    CHECK(client.ask("stream", "GET", "/v1/stream?device=box-1&epoch=1").why() == "token_unknown");
    const std::string code =
        value_of(make_pairing_code(district.connection(), hall.hall_id, Approval::given, 1, monday_ms));
    client.token.clear();
    client.token = value_of(sync::read_enrol_answer(client.enrol(code).body)).token;
    TestBox box(district, hall, client.key);
    box.add_many(4);
    const Reply gap = client.push(box.batch(3, 4));
    CHECK(gap.status == 409);
    CHECK(sync::read_problem(gap.body).acked_through == 0);
    PushedBatch wrong = box.all();
    wrong.head.signature = std::string(128, '0');
    CHECK(client.push(wrong).status == 403);
    wrong = box.all();
    wrong.body += "x";
    CHECK(client.push(wrong).status == 422);
    wrong.body = "no zstd";
    box.sign(wrong);
    CHECK(client.push(wrong).status == 400);
    wrong.body = wire::pack_batch({std::string(20'000'000, 'x')});
    box.sign(wrong);
    CHECK(client.push(wrong).status == 413);
    wrong.body = random_bytes(2'000'000);
    box.sign(wrong);
    CHECK(client.push(wrong).status == 413);
    CHECK(client.push(box.all()).status == 200);
    value_of(set_hall_state(district.connection(), hall.hall_id, HallState::revoked));
    const Reply revoked = client.push(box.all());
    CHECK(revoked.status == 403);
    CHECK(revoked.why() == "hall_revoked");
}

TEST_CASE("a pull waits until another program sends a command") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Served served(district);
    const HallRow hall = district.add_hall();
    Client client(served);
    const std::string code =
        value_of(make_pairing_code(district.connection(), hall.hall_id, Approval::given, 1, monday_ms));
    client.token = value_of(sync::read_enrol_answer(client.enrol(code).body)).token;
    const auto empty = value_of(sync::read_feed_page(client.ask("pull", "GET", "/v1/pull").body));
    CHECK(empty.items.empty());
    auto pulled = std::async(std::launch::async, [&] {
        return client.api.raw("GET", "/v1/pull?wait=20&cursor=" + empty.cursor, "",
                              {"Authorization: Bearer " + client.token});
    });
    CHECK(pulled.wait_for(std::chrono::milliseconds(400)) == std::future_status::timeout);
    value_of(add_command(district.connection(), hall.hall_id, {0, "c1", "token.rotate", "{}", monday_ms, {}}));
    REQUIRE(pulled.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
    const auto page = value_of(sync::read_feed_page(pulled.get().body));
    REQUIRE(page.items.size() == 1);
    CHECK(page.items[0].kind == "token.rotate");
    CHECK(client.ask("pull", "GET", "/v1/pull?cursor=x").status == 410);
}

namespace {

/// How many pulls wait, as soon as they are so many, or after ten seconds: an answer is sent before its place is free.
std::size_t waiting(const Service& service, std::size_t expected) {
    for (int look = 0; look < 1'000 && service.waiting_pulls() != expected; ++look)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return service.waiting_pulls();
}

/// Pulls of boxes of as many halls, each of which waits.
struct WaitingPulls {
    WaitingPulls(TestDistrict& district, Served& served, int count) {
        for (int i = 0; i < count; ++i) {
            const HallRow hall = district.add_hall("Hall " + std::to_string(i));
            const std::string token = new_token();
            halls.push_back(hall.hall_id);
            const DeviceRow device{hall.hall_id, "box", std::string(32, 'k'), "Box"};
            value_of(save_device(district.connection(), device, monday_ms));
            value_of(give_token(district.connection(), device, std::string(as_text(blake2b(token))), {}, monday_ms));
            pulled.push_back(std::async(std::launch::async, [base = served.base(), token] {
                ApiClient api(base);
                return api.raw("GET", "/v1/pull?wait=25", "", {"Authorization: Bearer " + token});
            }));
        }
        REQUIRE(waiting(*served.service, pulled.size()) == pulled.size());
    }
    bool waits(std::size_t which) const {
        return pulled[which].wait_for(std::chrono::seconds(0)) == std::future_status::timeout;
    }
    sync::FeedPage page(std::size_t which) {
        const Reply reply = pulled[which].get();
        REQUIRE(reply.status == 200);
        return value_of(sync::read_feed_page(reply.body));
    }

    std::vector<std::string> halls;
    std::vector<std::future<Reply>> pulled;
};

}  // namespace

TEST_CASE("fifty boxes wait at once; a command reaches the one it is for, and the others wait until the end") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    auto served = std::make_unique<Served>(district);
    constexpr int boxes = 50;
    constexpr std::size_t which = 17;
    WaitingPulls pulls(district, *served, boxes);
    CHECK(ApiClient(served->base()).get("/healthz").status == 200);
    value_of(add_command(*district.another(), pulls.halls[which], {0, "c1", "token.rotate", "{}", monday_ms, {}}));
    REQUIRE(pulls.pulled[which].wait_for(std::chrono::seconds(10)) == std::future_status::ready);
    const sync::FeedPage page = pulls.page(which);
    REQUIRE(page.items.size() == 1);
    CHECK(page.items[0].id == "c1");
    for (std::size_t i = 0; i < boxes; ++i)
        if (i != which) CHECK(pulls.waits(i));
    CHECK(waiting(*served->service, boxes - 1) == boxes - 1);
    const auto began = std::chrono::steady_clock::now();
    served.reset();
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(8));
    for (std::size_t i = 0; i < boxes; ++i)
        if (i != which) CHECK(pulls.page(i).items.empty());
}

TEST_CASE("a pull for which nothing comes is answered when its time is over") {
    TestDistrict district(Driver::sqlite);
    Served served(district);
    const HallRow hall = district.add_hall();
    Client client(served);
    const std::string code =
        value_of(make_pairing_code(district.connection(), hall.hall_id, Approval::given, 1, monday_ms));
    client.token = value_of(sync::read_enrol_answer(client.enrol(code).body)).token;
    const auto page = value_of(sync::read_feed_page(client.ask("pull", "GET", "/v1/pull?wait=2").body));
    CHECK(page.items.empty());
    CHECK_FALSE(page.cursor.empty());
    CHECK(waiting(*served.service, 0) == 0);
}

TEST_CASE("the server's own certificate is known by its key's pin, which pairing strings hold") {
    TestDistrict district(Driver::sqlite);
    Served served(district, Reach::network);
    CHECK(value_of(find_setting(district.connection(), "pin")) == served.service->pin());
    CHECK(served.service->pin().starts_with("sha256//"));
    const std::string chain = support::read_file(district.folder() / "certificates" / "server.crt");
    CHECK(value_of(key_pin(chain)) == served.service->pin());
    ApiClient api(fmt::format("https://127.0.0.1:{}", served.service->network_port()),
                  (district.folder() / "certificates" / "authority.crt").string());
    CHECK(api.get("/healthz").status == 200);
}

TEST_CASE("a person's phone gets the page of its number, in either spelling and language, and not too often") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Served served(district);
    const HallRow hall = district.add_hall("Lane <1>");
    TestBox box(district, hall);
    box.add_ticket("ticket.taken", "id-1", "waiting", R"(,"order_key":1)");
    taken(district.connection(), box, box.all());
    const std::string key = sync::page_key_of(hall.page_key, "id-1");
    std::string capitals = key;
    for (char& letter : capitals) letter = static_cast<char>(std::toupper(letter));
    ApiClient phone(served.base());
    const Reply page = phone.get("/t/" + key);
    CHECK(page.status == 200);
    CHECK(page.headers.find("text/html; charset=utf-8") != std::string::npos);
    CHECK(page.headers.find("default-src 'none'") != std::string::npos);
    CHECK(page.body.find("A001") != std::string::npos);
    CHECK(page.body.find("Lane &lt;1&gt;") != std::string::npos);
    CHECK(phone.get("/T/" + capitals + "?lang=en").body.find("You are next") != std::string::npos);
    CHECK(phone.get("/ticket.css").status == 200);
    CHECK(phone.get("/t/" + std::string(20, 'a')).status == 404);
    CHECK(phone.get("/t/short").status == 422);
    int refused = 0;
    for (int i = 0; i < 40; ++i) refused += phone.get("/t/" + key).status == 429 ? 1 : 0;
    CHECK(refused > 10);
}

TEST_CASE("an attachment goes up over HTTP, and every refusal says its name") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Served served(district);
    const HallRow hall = district.add_hall();
    Client client(served);
    client.token =
        value_of(sync::read_enrol_answer(client
                                             .enrol(value_of(make_pairing_code(district.connection(), hall.hall_id,
                                                                               Approval::given, 1, monday_ms)))
                                             .body))
            .token;
    const std::string bytes = support::pdf_of(300'000), digest = support::digest_of(bytes);
    const auto announce = [&](std::int64_t size, const std::string& type) {
        return client.ask("announce_attachment", "POST", "/v1/attachments",
                          sync::written(sync::AttachmentHead{digest, size, type}));
    };
    const auto send = [&](const std::string& of, const std::string& offset, const std::string& body,
                          const std::string& type = "application/octet-stream") {
        return client.ask("attachment_part", "POST", "/v1/attachments/" + of + "?offset=" + offset, body,
                          {"Content-Type: " + type});
    };
    CHECK(announce(300'000'000'000, "application/pdf").status == 413);
    CHECK(announce(300'000, "text/html").status == 415);
    CHECK(announce(0, "application/pdf").status == 422);
    CHECK(send(digest, "0", bytes.substr(0, 9)).status == 404);
    CHECK(value_of(sync::read_attachment_state(announce(300'000, "application/pdf").body)).offset == 0);
    CHECK(send(digest, "0", bytes.substr(0, 262'145)).status == 413);
    CHECK(send(digest, "0", bytes.substr(0, 9), "text/html").status == 415);
    CHECK(send("abc", "0", "x").status == 422);
    CHECK(send(digest, "-1", "x").status == 422);
    CHECK(value_of(sync::read_attachment_state(send(digest, "0", bytes.substr(0, 262'144)).body)).offset == 262'144);
    const Reply behind = send(digest, "0", bytes.substr(0, 262'144));
    CHECK(behind.status == 409);
    CHECK(sync::read_problem(behind.body).offset == 262'144);
    CHECK(value_of(sync::read_attachment_state(send(digest, "262144", bytes.substr(262'144)).body)).offset == 300'000);
    CHECK(value_of(sync::read_attachment_state(announce(300'000, "application/pdf").body)).offset == 300'000);
    client.token.clear();
    CHECK(announce(300'000, "application/pdf").status == 401);
}
