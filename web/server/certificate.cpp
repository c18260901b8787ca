// SPDX-License-Identifier: Apache-2.0
#include "web/server/certificate.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

#include "web/server/x509.h"

namespace linli::web {
namespace {

constexpr WallMs day_ms = 24LL * 60 * 60 * 1000;
/// 2024-01-01. A clock before it is one whose battery was empty.
constexpr WallMs plausible_ms = 1'704'067'200'000;
constexpr WallMs authority_days = 3'652;
constexpr WallMs server_days = 397;
/// A server's certificate begins before now, for computers whose clocks are behind.
constexpr WallMs server_days_before = 30;
constexpr WallMs renewal_days = 30;

ErrorCode code_of(int error) {
    if (error == ENOSPC || error == EDQUOT) return ErrorCode::disk_full;
    return error == EROFS || error == EACCES || error == EPERM ? ErrorCode::read_only : ErrorCode::io;
}

tl::unexpected<Error> failed(const std::filesystem::path& path, int error) {
    return fail(code_of(error), fmt::format("{} cannot be written: {}", path.string(), std::strerror(error)));
}

/// Whole or not at all, even where the power goes.
Status write_whole(const std::filesystem::path& path, std::string_view bytes, mode_t mode) {
    const std::string half = path.string() + ".new";
    ::unlink(half.c_str());
    const int file = ::open(half.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    if (file < 0) return failed(path, errno);
    std::size_t written = 0;
    int error = 0;
    while (!error && written < bytes.size()) {
        const ssize_t count = ::write(file, bytes.data() + written, bytes.size() - written);
        if (count < 0 && errno != EINTR) error = errno;
        if (count > 0) written += static_cast<std::size_t>(count);
    }
    if (!error && ::fsync(file) != 0) error = errno;
    ::close(file);
    if (!error && ::rename(half.c_str(), path.c_str()) != 0) error = errno;
    if (error) {
        ::unlink(half.c_str());
        return failed(path, error);
    }
    const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

/// Nothing where there is no such file.
Result<std::optional<std::string>> read_whole(const std::filesystem::path& path) {
    std::error_code code;
    if (!std::filesystem::exists(path, code) && !code) return std::optional<std::string>{};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) return fail(ErrorCode::io, path.string() + " cannot be read");
    return std::optional(bytes.str());
}

Status make_folder(const std::filesystem::path& folder) {
    std::error_code code;
    const std::filesystem::path parent = folder.parent_path();
    if (!parent.empty()) std::filesystem::create_directories(parent, code);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failed(folder, errno);
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return failed(folder, ENOTDIR);
    if ((status.st_mode & 0077) != 0 && ::chmod(folder.c_str(), 0700) != 0) return failed(folder, errno);
    return {};
}

bool is_host_name(const std::string& name) {
    return !name.empty() && name.size() <= 253 && name.front() != '-' && name.front() != '.' && name.back() != '.' &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '.';
           });
}

Result<std::set<std::string>> wished_names(const CertificateWishes& wishes) {
    std::set<std::string> names;
    for (const std::string& name : wishes.names) {
        if (!is_host_name(name)) return fail(ErrorCode::invalid_input, "\"" + name + "\" is no host name");
        names.insert("DNS:" + name);
    }
    for (const std::string& address : wishes.addresses) {
        LINLI_TRY_ASSIGN(std::string name, address_name(address));
        names.insert(std::move(name));
    }
    if (names.empty()) return fail(ErrorCode::invalid_input, "a certificate needs a name or an address");
    return names;
}

bool clock_is_plausible(WallMs now) { return now >= plausible_ms; }

KeyPair::Validity authority_validity(WallMs now) {
    const WallMs from = std::max(now, plausible_ms);
    return {plausible_ms, from + authority_days * day_ms};
}

KeyPair::Validity server_validity(WallMs now, const KeyPair& authority) {
    const WallMs authority_end = authority.validity().ends_ms;
    // Nobody knows what the time is. It lasts until the clock is right and the next start makes a better one.
    if (!clock_is_plausible(now)) return {plausible_ms, authority_end};
    const WallMs begin = std::max(now - server_days_before * day_ms, plausible_ms);
    return {begin, std::min(now + (server_days - server_days_before) * day_ms, authority_end)};
}

bool ends_soon(KeyPair::Validity validity, WallMs now) {
    return clock_is_plausible(now) && validity.ends_ms - now < renewal_days * day_ms;
}

struct Found {
    KeyPair pair;
    bool is_new;
};

Result<Found> authority_in(const CertificateWishes& wishes, WallMs now) {
    const std::filesystem::path certificate_file = wishes.folder / "authority.crt";
    const std::filesystem::path key_file = wishes.folder / "authority.key";
    LINLI_TRY_ASSIGN(auto certificate, read_whole(certificate_file));
    LINLI_TRY_ASSIGN(auto key, read_whole(key_file));
    // The key is written first: one alone is a first start that was cut off, and nobody can have trusted it yet.
    if (certificate) {
        auto pair = KeyPair::read(*certificate, key.value_or(""));
        if (!pair)
            return fail(ErrorCode::corrupt,
                        fmt::format("{} and {} are not a certificate and its key; put them back from "
                                    "a copy, or remove both and let every computer trust a new one",
                                    certificate_file.string(), key_file.string()));
        if (!ends_soon(pair->validity(), now)) return Found{std::move(*pair), false};
    }
    const std::string name = "Linli " + (wishes.hall_name.empty() ? std::string("hall") : wishes.hall_name);
    // A common name has 64 characters at most (RFC 5280, ub-common-name); cut where no character is torn.
    std::string cut = name;
    while (cut.size() > 64 || (cut.size() < name.size() && (name[cut.size()] & 0xC0) == 0x80)) cut.pop_back();
    LINLI_TRY_ASSIGN(KeyPair pair, KeyPair::make_authority(cut, authority_validity(now)));
    ::unlink(certificate_file.c_str());
    LINLI_TRY(write_whole(key_file, pair.key_pem(), 0600));
    LINLI_TRY(write_whole(certificate_file, pair.certificate_pem(), 0644));
    return Found{std::move(pair), true};
}

bool still_good(const KeyPair& server, const KeyPair& authority, const std::set<std::string>& names, WallMs now) {
    const KeyPair::Validity validity = server.validity();
    if (!server.signed_by(authority) || server.names() != names) return false;
    if (!clock_is_plausible(now)) return true;
    const bool made_without_clock = validity.ends_ms - validity.begins_ms > server_days * day_ms;
    return !made_without_clock && validity.begins_ms <= now && !ends_soon(validity, now);
}

Result<Found> server_in(const CertificateWishes& wishes, const KeyPair& authority, WallMs now) {
    const std::filesystem::path certificate_file = wishes.folder / "server.crt";
    const std::filesystem::path key_file = wishes.folder / "server.key";
    LINLI_TRY_ASSIGN(const std::set<std::string> names, wished_names(wishes));
    LINLI_TRY_ASSIGN(auto certificate, read_whole(certificate_file));
    LINLI_TRY_ASSIGN(auto key, read_whole(key_file));
    if (certificate && key) {
        auto pair = KeyPair::read(*certificate, *key);
        if (pair && still_good(*pair, authority, names, now)) return Found{std::move(*pair), false};
    }
    LINLI_TRY_ASSIGN(KeyPair pair,
                     KeyPair::make_server(authority, names, server_validity(now, authority), key.value_or("")));
    LINLI_TRY(write_whole(key_file, pair.key_pem(), 0600));
    LINLI_TRY(write_whole(certificate_file, pair.certificate_pem(), 0644));
    return Found{std::move(pair), true};
}

}  // namespace

Result<Certificates> certificates_for(const CertificateWishes& wishes, const Clock& clock) {
    const WallMs now = clock.wall_ms();
    LINLI_TRY(wished_names(wishes));
    LINLI_TRY(make_folder(wishes.folder));
    LINLI_TRY_ASSIGN(const Found authority, authority_in(wishes, now));
    LINLI_TRY_ASSIGN(const Found server, server_in(wishes, authority.pair, now));
    Certificates found;
    found.authority_pem = authority.pair.certificate_pem();
    found.authority_fingerprint = authority.pair.fingerprint();
    found.server_chain_pem = server.pair.certificate_pem() + found.authority_pem;
    found.server_key_pem = server.pair.key_pem();
    found.server_ends_ms = server.pair.validity().ends_ms;
    if (authority.is_new)
        found.made = Certificates::Made::both;
    else if (server.is_new)
        found.made = Certificates::Made::server;
    return found;
}

bool renewal_is_due(const Certificates& certificates, WallMs now) {
    return clock_is_plausible(now) && certificates.server_ends_ms - now < renewal_days * day_ms;
}

}  // namespace linli::web
