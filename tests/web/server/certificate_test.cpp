// SPDX-License-Identifier: Apache-2.0
#include "web/server/certificate.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/base/bytes.h"
#include "tests/support/fake_clock.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

using namespace linli;
using namespace linli::web;
using linli::support::day_ms;
using linli::support::FakeClock;
using linli::support::read_file;
using linli::support::write_file;
using Made = Certificates::Made;

namespace {

constexpr WallMs november_2026 = 1'795'000'000'000;

/// A hall's folder of certificates, and its clock.
struct Hall {
    Hall() { start_crypto(); }
    Certificates certificates() {
        auto made = certificates_for(wishes, clock);
        INFO((made ? "" : made.error().message));
        REQUIRE(made.has_value());
        return *made;
    }
    std::string error() {
        const auto made = certificates_for(wishes, clock);
        return made ? "" : name_of(made.error().code);
    }
    std::filesystem::path file(const char* name) const { return wishes.folder / name; }
    /// What OpenSSL's own program says of the server's certificate.
    std::string verified(const std::string& host) const {
        const auto run = support::run_program(
            {{"/usr/bin/openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", host,
              "-CAfile", file("authority.crt"), "-attime", std::to_string(clock.wall_ms() / 1000), file("server.crt")},
             {},
             {}});
        return run.exit_code == 0 ? "good" : run.out + run.err;
    }
    std::string told(const char* name) const {
        return support::run_program(
                   {{"/usr/bin/openssl", "x509", "-noout", "-text", "-fingerprint", "-sha256", "-in", file(name)},
                    {},
                    {}})
            .out;
    }

    support::TempFolder folder;
    FakeClock clock{november_2026};
    CertificateWishes wishes{
        folder.file("a/tls"), "阳光社区服务大厅", {"linli-hall.local", "hall"}, {"192.0.2.7", "2001:db8::7"}};
};

mode_t mode_of(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("the first start makes an authority and a server's certificate, which OpenSSL finds good") {
    Hall hall;
    const Certificates made = hall.certificates();
    CHECK(made.made == Made::both);
    CHECK(hall.verified("linli-hall.local") == "good");
    CHECK(hall.verified("other.local") != "good");
    CHECK(mode_of(hall.wishes.folder) == 0700);
    CHECK(mode_of(hall.file("authority.key")) == 0600);
    CHECK(mode_of(hall.file("server.key")) == 0600);
    CHECK(made.authority_pem == read_file(hall.file("authority.crt")));
    CHECK(made.server_chain_pem == read_file(hall.file("server.crt")) + made.authority_pem);
    const std::string authority = hall.told("authority.crt");
    CHECK(authority.find("sha256 Fingerprint=" + made.authority_fingerprint) != std::string::npos);
    CHECK(authority.find("CA:TRUE, pathlen:0") != std::string::npos);
    CHECK(authority.find("prime256v1") != std::string::npos);
    const std::string server = hall.told("server.crt");
    CHECK(server.find("DNS:hall, DNS:linli-hall.local, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:7") !=
          std::string::npos);
    CHECK(server.find("TLS Web Server Authentication") != std::string::npos);
    CHECK(server.find("CA:FALSE") != std::string::npos);
    CHECK(made.server_ends_ms - november_2026 <= 397 * day_ms);
    CHECK(made.server_ends_ms - november_2026 >= 360 * day_ms);
}

TEST_CASE("a second start makes nothing, and a month before the end the server's alone is made anew") {
    Hall hall;
    const Certificates first = hall.certificates();
    const Certificates again = hall.certificates();
    CHECK(again.made == Made::nothing);
    CHECK(again.server_chain_pem == first.server_chain_pem);
    hall.clock.set_wall(first.server_ends_ms - 31 * day_ms);
    CHECK(hall.certificates().made == Made::nothing);
    CHECK_FALSE(renewal_is_due(first, hall.clock.wall_ms()));
    hall.clock.set_wall(first.server_ends_ms - 29 * day_ms);
    CHECK(renewal_is_due(first, hall.clock.wall_ms()));
    const Certificates renewed = hall.certificates();
    CHECK(renewed.made == Made::server);
    CHECK(renewed.authority_pem == first.authority_pem);
    CHECK(renewed.server_ends_ms > first.server_ends_ms + 300 * day_ms);
    CHECK(renewed.server_key_pem == first.server_key_pem);  // who knows the server by its key still does
    CHECK(hall.verified("hall") == "good");
}

TEST_CASE("other names or addresses make a new server's certificate") {
    Hall hall;
    hall.certificates();
    hall.wishes.addresses = {"192.0.2.8"};
    CHECK(hall.certificates().made == Made::server);
    hall.wishes.names.emplace_back("hall2");
    CHECK(hall.certificates().made == Made::server);
    CHECK(hall.verified("hall2") == "good");
    CHECK(hall.certificates().made == Made::nothing);
}

TEST_CASE("a clock that is behind makes certificates that hold when it is right, and better ones then") {
    Hall hall;
    hall.clock.set_wall(0);
    const Certificates behind = hall.certificates();
    CHECK(hall.certificates().made == Made::nothing);
    hall.clock.set_wall(november_2026);
    CHECK(hall.verified("hall") == "good");
    const Certificates right = hall.certificates();
    CHECK(right.made == Made::server);
    CHECK(right.authority_pem == behind.authority_pem);
    CHECK(right.server_ends_ms - november_2026 <= 397 * day_ms);
    CHECK(hall.verified("hall") == "good");
    // The battery is empty again: what is there stays.
    hall.clock.set_wall(0);
    CHECK(hall.certificates().made == Made::nothing);
}

TEST_CASE("certificates made by a clock that was ahead are made anew when it is right") {
    Hall hall;
    hall.clock.set_wall(november_2026 + 2 * 365 * day_ms);
    hall.certificates();
    hall.clock.set_wall(november_2026);
    CHECK(hall.certificates().made == Made::server);
    CHECK(hall.verified("hall") == "good");
}

TEST_CASE("a server's certificate never outlives its authority, which is made anew before its own end") {
    Hall hall;
    const Certificates first = hall.certificates();
    hall.clock.set_wall(november_2026 + 3'500 * day_ms);
    const Certificates late = hall.certificates();
    CHECK(late.made == Made::server);
    CHECK(late.server_ends_ms < november_2026 + 3'653 * day_ms);
    hall.clock.set_wall(november_2026 + 3'640 * day_ms);
    const Certificates anew = hall.certificates();
    CHECK(anew.made == Made::both);
    CHECK(anew.authority_pem != first.authority_pem);
    CHECK(hall.verified("hall") == "good");
}

TEST_CASE("a damaged server's pair is made anew, a damaged authority is told and left alone") {
    Hall hall;
    hall.certificates();
    write_file(hall.file("server.crt"), "damaged");
    CHECK(hall.certificates().made == Made::server);
    write_file(hall.file("server.key"), "damaged");
    CHECK(hall.certificates().made == Made::server);
    CHECK(hall.verified("hall") == "good");

    const std::string authority = read_file(hall.file("authority.crt"));
    write_file(hall.file("authority.crt"), authority.substr(0, authority.size() / 2));
    CHECK(hall.error() == "corrupt");
    write_file(hall.file("authority.crt"), authority);
    std::filesystem::remove(hall.file("authority.key"));
    CHECK(hall.error() == "corrupt");
    // Cut off before the certificate was there: nobody can have trusted it.
    std::filesystem::remove(hall.file("authority.crt"));
    CHECK(hall.certificates().made == Made::both);
}

TEST_CASE("a name that is none is refused before anything is written") {
    Hall hall;
    for (const char* name : {"", "a b", "a,DNS:evil.example", "-a", "a/b", "*.local", "a\nb"}) {
        INFO(name);
        hall.wishes.names = {name};
        CHECK(hall.error() == "invalid_input");
    }
    hall.wishes.names = {};
    hall.wishes.addresses = {"192.0.2"};
    CHECK(hall.error() == "invalid_input");
    hall.wishes.addresses = {};
    CHECK(hall.error() == "invalid_input");
    CHECK_FALSE(std::filesystem::exists(hall.wishes.folder));
    hall.wishes.names = {"hall"};
    hall.wishes.folder = hall.folder.file("file/tls");
    write_file(hall.folder.file("file"), "");
    CHECK(hall.error() == "io");
}
