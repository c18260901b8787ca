// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/attachments.h"
#include "district/boxes/enrol.h"
#include "district/store/streams.h"
#include "hall/base/utf8.h"
#include "tests/district/test_box.h"
#include "tests/support/attachments.h"
#include "tests/support/places.h"
#include "tests/support/postgres_server.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;
using support::Finished;

namespace {

/// The real program over a district of the test's own.
class Program {
public:
    explicit Program(TestDistrict& district) : district_(district) {}

    Finished run(std::vector<std::string> words) const {
        words.insert(words.begin(), support::district_program());
        support::Started started{words, {{"LINLI_LANGUAGE", "en"}, {"TZ", "Asia/Shanghai"}}, {}};
        started.environment["LINLI_DISTRICT_DATA"] = district_.folder().string();
        if (!district_.place().conninfo.empty())
            started.environment["LINLI_DISTRICT_POSTGRES"] = district_.place().conninfo;
        return run_program(started);
    }
    /// What it wrote; the test fails where it did not end with this code.
    std::string text(std::vector<std::string> words, int exit_code = 0) const {
        const Finished finished = run(std::move(words));
        INFO(finished.out + finished.err);
        REQUIRE(finished.exit_code == exit_code);
        return exit_code == 0 ? finished.out : finished.err;
    }
    nlohmann::json json(std::vector<std::string> words) const {
        words.emplace_back("--json");
        return nlohmann::json::parse(text(std::move(words)));
    }

private:
    TestDistrict& district_;
};

}  // namespace

TEST_CASE("an operator adds a hall and gets its pairing string once") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const Program program(district);
    CHECK(program.text({"hall", "list"}).find("no halls yet") != std::string::npos);
    CHECK(program.text({"hall", "add", "春路"}, 1).find("--address") != std::string::npos);
    CHECK(district.count("SELECT count(*) FROM hall") == 0);
    const auto added = program.json({"hall", "add", "春路", "--address", "https://d.example:8443", "--approve"});
    const auto pairing = value_of(sync::read_pairing(added.at("pairing").get<std::string>()));
    CHECK(pairing.address == "https://d.example:8443");
    const auto listed = program.json({"hall", "list"});
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("name") == "春路");
    CHECK(listed[0].at("state") == "new");
    CHECK(program.text({"hall", "approve", "春路"}, 1).find("waits") != std::string::npos);
    CHECK(program.json({"code", "春路", "--address", "https://d.example:8443"}).at("pairing") != added.at("pairing"));
    program.text({"hall", "revoke", added.at("hall_id").get<std::string>()});
    CHECK(program.json({"hall", "list"})[0].at("state") == "revoked");
    CHECK(program.text({"hall", "revoke", "nowhere"}, 1).find("nowhere") != std::string::npos);
}

TEST_CASE("a pairing string is drawn for a scanner too, square, with a white edge") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const Program program(district);
    const std::string shown =
        program.text({"hall", "add", "春路", "--address", "https://d.example:8443", "--approve", "--qr"});
    const std::size_t begin = shown.find("\033[30;107m");
    REQUIRE(begin != std::string::npos);
    std::vector<std::size_t> widths;
    std::istringstream lines(shown.substr(begin));
    for (std::string line; std::getline(lines, line) && line.starts_with("\033[30;107m");) {
        line = line.substr(line.find('m') + 1);
        line = line.substr(0, line.find('\033'));
        CHECK(line.starts_with("    "));
        widths.push_back(characters(line).size());
    }
    REQUIRE(widths.size() > 20);
    CHECK(std::ranges::all_of(widths, [&](std::size_t width) { return width == widths.front(); }));
    CHECK((widths.front() + 1) / 2 == widths.size());  // an odd number of modules, two a line
}

TEST_CASE("an operator lets the box in whose fingerprint it is told") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const Program program(district);
    const HallRow hall = district.add_hall();
    std::vector<sync::EnrolRequest> requests;
    for (const char* const box : {"box-1", "box-2"}) {
        const SigningKey key = make_signing_key();
        const std::string code =
            value_of(make_pairing_code(district.connection(), hall.hall_id, Approval::asked, 1, monday_ms));
        sync::EnrolRequest request{code, box, 1, hex(key.public_key), box, "0.1.0", {}};
        request.proof = hex(sign(sync::enrol_text(request), key.secret));
        REQUIRE(value_of(enrol(district.connection(), request, monday_ms)));
        requests.push_back(request);
    }
    const auto listed = program.json({"hall", "list"})[0];
    CHECK(listed.at("state") == "waiting");
    REQUIRE(listed.at("waiting").size() == 2);
    program.text({"hall", "approve", hall.name}, 1);
    program.text({"hall", "approve", hall.name, "--fingerprint", "0000-0000-0000-0000"}, 1);
    const std::string fingerprint = fingerprint_of(*bytes_of_hex(requests[1].public_key));
    CHECK(program.json({"hall", "approve", hall.name, "--fingerprint", fingerprint}).at("device_id") == "box-2");
    program.text({"hall", "refuse", hall.name});
    CHECK(value_of(enrol(district.connection(), requests[0], monday_ms)).error().problem == "refused");
    CHECK(value_of(enrol(district.connection(), requests[1], monday_ms))->state == sync::EnrolState::approved);
}

TEST_CASE("an operator sees alarms, quarantine and figures, and sends commands") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const Program program(district);
    const HallRow hall = district.add_hall();
    TestBox box(district, hall);
    box.add("day.opened", "day:1", R"({"local_date":"2026-11-23","tickets_ended":0})");
    box.add_ticket("ticket.taken", "t1", "waiting");
    box.add_ticket("ticket.called", "t1", "called", R"(,"call":1)");
    box.add_raw("poison \x1b[31m");
    taken(district.connection(), box, box.all());

    const auto figures = program.json({"figures", "--date", "2026-11-23"});
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].at("taken") == 1);
    CHECK(figures[0].at("wait_mean_ms") == 1000);
    CHECK(program.text({"figures", "--date", "2026-11-24"}).find("No figures") != std::string::npos);
    CHECK(program.text({"figures", "--date", "soon"}, 1).find("soon") != std::string::npos);

    CHECK(program.json({"quarantine", "list"})[0].at("seq") == 4);
    const std::string shown = program.text({"quarantine", "show", hall.name, "4"});
    CHECK(shown.find("poison") != std::string::npos);
    CHECK(shown.find('\x1b') == std::string::npos);

    const auto alarms = program.json({"alarm", "list"});
    REQUIRE(alarms.size() == 1);
    CHECK(alarms[0].at("kind") == "entry_quarantined");
    program.text({"alarm", "close", alarms[0].at("alarm_id").get<std::string>()});
    CHECK(program.json({"alarm", "list"}).empty());
    CHECK(program.json({"alarm", "list", "--all"}).size() == 1);
    program.text({"alarm", "close", "nothing"}, 1);

    program.text({"command", "send", hall.name, "message.set"}, 1);
    const auto sent =
        program.json({"command", "send", hall.name, "message.set", "--zh", "今天停电", "--minutes", "30"});
    CHECK(sent.at("position") == 1);
    CHECK(program.text({"command", "send", hall.name, "dance"}, 2).find("dance") != std::string::npos);
    CHECK(program.json({"incarnation", "new"}).at("incarnation").get<std::string>().size() == 16);
}

TEST_CASE("the program explains itself, and says what it cannot do") {
    TestDistrict district(Driver::sqlite);
    const Program program(district);
    CHECK(program.text({"--help"}).find("serve") != std::string::npos);
    CHECK(program.text({"--version"}).find("linli-district") != std::string::npos);
    CHECK(program.run({}).exit_code == 2);
    CHECK(program.run({"hall", "dance"}).exit_code == 2);
    CHECK(program.run({"hall", "list", "--postgres", "host=/nowhere-at-all"}).exit_code == 3);
}

TEST_CASE("an operator sees which attachments are awaited, and gets those that are here") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const Program program(district);
    CHECK(program.text({"attachment", "list"}).find("no attachments") != std::string::npos);
    const HallRow hall = district.add_hall("春路");
    TestBox box(district, hall);
    const std::string bytes = support::pdf_of(500), digest = support::digest_of(bytes);
    box.add("attachment.kept", "attachment:" + digest,
            fmt::format(R"({{"digest":"{}","size":500,"media_type":"application/pdf","name":"a scan"}})", digest));
    taken(district.connection(), box, box.all());
    const std::string out = (district.folder() / "out.pdf").string();
    CHECK(program.json({"attachment", "list"}).at(0).at("state") == "awaited");
    CHECK(program.text({"attachment", "list"}).find("awaited, 0 of 500 bytes") != std::string::npos);
    CHECK(program.text({"attachment", "get", "春路", digest, "--out", out}, 1).find("not all here") !=
          std::string::npos);
    REQUIRE(value_of(
        announce_attachment(district.connection(), hall.hall_id, {digest, 500, "application/pdf"}, monday_ms)));
    REQUIRE(value_of(take_attachment_part(district.connection(), hall.hall_id, digest, 0, bytes, monday_ms)));
    const auto listed = program.json({"attachment", "list", "--hall", "春路"});
    CHECK(listed.at(0).at("state") == "complete");
    CHECK(listed.at(0).at("name") == "a scan");
    program.text({"attachment", "get", "春路", digest, "--out", out});
    CHECK(support::read_file(out) == bytes);
    CHECK(program.text({"attachment", "get", "春路", "abc", "--out", out}, 1).find("abc") != std::string::npos);
    CHECK(program.text({"attachment", "get", "春路", digest, "--out", "/no/such/folder/x"}, 1).find("/no/such") !=
          std::string::npos);
}
