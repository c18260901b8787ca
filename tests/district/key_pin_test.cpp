// SPDX-License-Identifier: Apache-2.0
#include "district/key_pin.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace linli;
using namespace linli::district;

namespace {

// Made by openssl; the pin by openssl x509 -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary |
// base64.
const std::string certificate = R"(
-----BEGIN CERTIFICATE-----
MIIBjDCCATOgAwIBAgIUMit5m3GUFSMnid1ET4drJb2KTMwwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQZGlzdHJpY3QuZXhhbXBsZTAgFw0yNjExMjcyMDA5NDJaGA8y
MTA5MDExNjIwMDk0MlowGzEZMBcGA1UEAwwQZGlzdHJpY3QuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABAIu8joy+VqAYcYOHT3RSDehvTYgqo4Y2HOV
F+T8FVvWvAg3/qapiiw+nM0v1LDoTgP1JwBDU2HPz17WP9i5LemjUzBRMB0GA1Ud
DgQWBBSemWGzWPuWgfBN8qoOKtTToJDrjDAfBgNVHSMEGDAWgBSemWGzWPuWgfBN
8qoOKtTToJDrjDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIBuD
fMxtaJB7OSW98BPisR95P2SSDKQWt6t/JBJdUM24AiAXTSE4FWML+81HLjEi6HRS
iQpx0EsSFdOf1EzoUVtzuQ==
-----END CERTIFICATE-----
)";
constexpr const char* pin = "sha256//QDfDd2VpsMghjdTyWWyI7eA3y9XkYaHEUPzpwBe/hBE=";

}  // namespace

TEST_CASE("the pin of a certificate's key is what curl reckons") {
    CHECK(key_pin(certificate) == std::string(pin));
    CHECK(key_pin(certificate + certificate) == std::string(pin));
}

TEST_CASE("what is no certificate, or is cut off anywhere, has no pin and harms nothing") {
    CHECK_FALSE(key_pin(""));
    CHECK_FALSE(key_pin("-----END CERTIFICATE----------BEGIN CERTIFICATE-----"));
    const std::size_t begin = certificate.find("-----\n") + 6, end = certificate.find("-----END");
    for (std::size_t length = 0; length < end - begin; length += 3) {
        INFO(length);
        std::string cut = certificate;
        cut.erase(begin + length, end - begin - length);
        if (const auto found = key_pin(cut)) CHECK(*found == pin);  // nothing behind the key is looked at
    }
}
