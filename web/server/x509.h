// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "hall/base/clock.h"
#include "hall/base/result.h"

namespace linli::web {

/// A certificate and its key, as OpenSSL has them; used by certificate.cpp alone.
class KeyPair {
public:
    struct Validity {
        WallMs begins_ms = 0;
        WallMs ends_ms = 0;
    };

    /// A new authority that signs itself. Error: io where OpenSSL has no random numbers or memory.
    static Result<KeyPair> make_authority(const std::string& name, Validity validity);
    /// A server's certificate signed by an authority. `names` as an SAN has them: "DNS:hall.local", "IP:192.0.2.7".
    /// With this key where it is one, since some know the server by it; otherwise with a new one.
    static Result<KeyPair> make_server(const KeyPair& authority, const std::set<std::string>& names, Validity validity,
                                       std::string_view key_pem);
    /// Error: corrupt where a text is no PEM, or key and certificate do not belong together.
    static Result<KeyPair> read(std::string_view certificate_pem, std::string_view key_pem);

    KeyPair(KeyPair&&) noexcept;
    KeyPair& operator=(KeyPair&&) noexcept;
    ~KeyPair();

    std::string certificate_pem() const;
    std::string key_pem() const;
    std::string fingerprint() const;  ///< SHA-256, "AB:CD:…"
    Validity validity() const;
    std::set<std::string> names() const;  ///< as given to make_server
    bool signed_by(const KeyPair& authority) const;

private:
    struct Parts;
    explicit KeyPair(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// "IP:192.0.2.7" or "IP:2001:db8::1" in the one way that names() writes it; invalid_input where it is no address.
Result<std::string> address_name(const std::string& address);

}  // namespace linli::web
