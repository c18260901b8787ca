// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hall/base/clock.h"
#include "hall/base/result.h"

namespace linli::web {

/// What a hall's own certificates say.
struct CertificateWishes {
    std::filesystem::path folder;        ///< made where it is missing, for its owner alone (0700)
    std::string hall_name;               ///< stands in the authority's name
    std::vector<std::string> names;      ///< host names that browsers may use, "linli-hall.local"
    std::vector<std::string> addresses;  ///< and addresses, IPv4 or IPv6
};

/// The hall's certificates as a server uses them.
struct Certificates {
    std::string authority_pem;          ///< what computers are to trust, once
    std::string authority_fingerprint;  ///< SHA-256 of it, "AB:CD:…", to compare by eye
    std::string server_chain_pem;       ///< the server's certificate and the authority's
    std::string server_key_pem;
    WallMs server_ends_ms = 0;
    enum class Made { nothing, server, both } made = Made::nothing;  ///< what was new this time
};

/// Reads the hall's certificates, or makes them: an authority of the hall's own (EC P-256, ten years) and a server's
/// certificate signed by it (397 days, the longest that browsers take). The server's is made anew within 30 days of its
/// end, where names or addresses have changed, or where it is damaged; the authority stays until 30 days before its own
/// end, so that nobody has to trust it again. Where the box's clock is behind (before 2024, an empty battery) the
/// server's lasts from 2024 as long as the authority, and is made anew once the clock is right.
/// Files: authority.crt, authority.key, server.crt, server.key; keys are their owner's alone (0600). A damaged
/// authority is an error, since to replace it is to break everybody's trust. Errors: io, read_only, disk_full, corrupt,
/// invalid_input for a name that is none.
Result<Certificates> certificates_for(const CertificateWishes& wishes, const Clock& clock);

/// Is this moment within 30 days of its end?
bool renewal_is_due(const Certificates& certificates, WallMs now);

}  // namespace linli::web
