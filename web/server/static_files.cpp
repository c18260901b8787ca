// SPDX-License-Identifier: Apache-2.0
#include "web/server/static_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "hall/base/bytes.h"

namespace linli::web {
namespace {

constexpr std::size_t files_max = 5'000;
constexpr std::uintmax_t file_bytes_max = 64ULL * 1024 * 1024;

struct TypeRow {
    std::string_view extension;
    std::string_view type;
};

constexpr std::array types = {
    TypeRow{".html", "text/html; charset=utf-8"},
    TypeRow{".js", "text/javascript; charset=utf-8"},
    TypeRow{".mjs", "text/javascript; charset=utf-8"},
    TypeRow{".css", "text/css; charset=utf-8"},
    TypeRow{".json", "application/json"},
    TypeRow{".webmanifest", "application/manifest+json"},
    TypeRow{".svg", "image/svg+xml"},
    TypeRow{".png", "image/png"},
    TypeRow{".jpg", "image/jpeg"},
    TypeRow{".webp", "image/webp"},
    TypeRow{".ico", "image/x-icon"},
    TypeRow{".woff2", "font/woff2"},
    TypeRow{".woff", "font/woff"},
    TypeRow{".txt", "text/plain; charset=utf-8"},
    TypeRow{".wav", "audio/wav"},
    TypeRow{".mp3", "audio/mpeg"},
};

std::string type_of(const std::string& name) {
    for (const TypeRow& row : types)
        if (name.ends_with(row.extension)) return std::string(row.type);
    return "application/octet-stream";
}

bool in_hash(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

/// "app-BqK1x2Zc.js": what a bundler appends, eight characters or more of which not all are small letters.
bool has_hash(const std::string& name) {
    constexpr std::size_t hash_length = 8;
    const std::string stem = name.substr(0, name.rfind('.'));
    for (std::size_t i = 1; i + hash_length < stem.size(); ++i) {
        if (stem[i] != '-' && stem[i] != '.') continue;
        const std::string_view tail = std::string_view(stem).substr(i + 1);
        const bool telling =
            std::ranges::any_of(tail, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
        if (telling && std::ranges::all_of(tail, in_hash)) return true;
    }
    return false;
}

Result<StaticFiles::File> look_at(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return fail(ErrorCode::io, fmt::format("{} cannot be read: {}", path.string(), std::strerror(errno)));
    struct stat status {};
    StaticFiles::File found;
    std::string bytes;
    bool whole = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
                 static_cast<std::uintmax_t>(status.st_size) <= file_bytes_max;
    if (whole) {
        bytes.resize(static_cast<std::size_t>(status.st_size));
        std::size_t read = 0;
        while (read < bytes.size()) {
            const ssize_t count = ::read(file, bytes.data() + read, bytes.size() - read);
            if (count <= 0) break;
            read += static_cast<std::size_t>(count);
        }
        whole = read == bytes.size();
    }
    ::close(file);
    if (!whole) return fail(ErrorCode::io, path.string() + " is no plain file, too large, or cannot be read");
    found.path = path;
    found.size = bytes.size();
    found.inode = status.st_ino;
    found.changed_ns = static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    found.etag = '"' + hex(as_text(blake2b(bytes))).substr(0, 32) + '"';
    return found;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        found.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

/// Is a coding taken, "gzip;q=0" being a refusal? Nothing where the header does not say.
std::optional<bool> takes(std::string_view accept_encoding, std::string_view coding) {
    std::optional<bool> by_star;
    for (const std::string_view item : parts(accept_encoding, ',')) {
        const auto words = parts(item, ';');
        if (words.empty()) continue;
        bool taken = true;
        for (const std::string_view word : words)
            if (word.starts_with("q=")) taken = word.find_first_of("123456789") != std::string_view::npos;
        if (words[0] == coding) return taken;
        if (words[0] == "*") by_star = taken;
    }
    return by_star;
}

}  // namespace

Result<StaticFiles> StaticFiles::read(const std::filesystem::path& folder) {
    std::error_code code;
    if (!std::filesystem::is_directory(folder, code))
        return fail(ErrorCode::missing, folder.string() + " is no folder with pages");
    std::vector<std::filesystem::path> paths;
    for (auto at = std::filesystem::recursive_directory_iterator(folder, code);
         !code && at != std::filesystem::recursive_directory_iterator(); at.increment(code)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(".") || at->is_symlink(code)) {
            if (at->is_directory(code)) at.disable_recursion_pending();
            continue;
        }
        if (at->is_regular_file(code)) paths.push_back(at->path());
        if (paths.size() > files_max) return fail(ErrorCode::io, folder.string() + " holds too many files");
    }
    if (code) return fail(ErrorCode::io, fmt::format("{} cannot be read: {}", folder.string(), code.message()));

    StaticFiles files;
    std::ranges::sort(paths);
    for (const std::filesystem::path& path : paths) {
        const std::string name = "/" + path.lexically_relative(folder).generic_string();
        const bool brotli = name.ends_with(".br");
        const bool gzip = name.ends_with(".gz");
        const std::string plain = brotli || gzip ? name.substr(0, name.size() - 3) : name;
        const bool beside = (brotli || gzip) && std::filesystem::is_regular_file(folder / plain.substr(1), code);
        LINLI_TRY_ASSIGN(File file, look_at(path));
        const std::string& key = beside ? plain : name;
        Entry& entry = files.entries_[key];
        entry.content_type = type_of(key);
        entry.immutable = has_hash(key.substr(key.rfind('/') + 1));
        entry.files[!beside ? Encoding::identity : brotli ? Encoding::brotli : Encoding::gzip] = std::move(file);
    }
    const auto index = files.entries_.find("/index.html");
    if (index == files.entries_.end())
        return fail(ErrorCode::missing, folder.string() + " holds no index.html: the pages are not built");
    files.entries_.emplace("/", index->second);
    return files;
}

const StaticFiles::Entry* StaticFiles::find(std::string_view path) const {
    const auto found = entries_.find(path);
    return found == entries_.end() ? nullptr : &found->second;
}

StaticFiles::Encoding chosen_encoding(const StaticFiles::Entry& entry, std::string_view accept_encoding) {
    StaticFiles::Encoding best = StaticFiles::Encoding::identity;
    for (const auto& [encoding, file] : entry.files) {
        if (encoding == StaticFiles::Encoding::identity) continue;
        const char* const coding = encoding == StaticFiles::Encoding::brotli ? "br" : "gzip";
        if (takes(accept_encoding, coding).value_or(false) && file.size < entry.files.at(best).size) best = encoding;
    }
    return best;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    for (std::string_view named : parts(if_none_match, ',')) {
        if (named.starts_with("W/")) named.remove_prefix(2);  // compared weakly (RFC 9110, 13.1.2)
        if (named == etag || named == "*") return true;
    }
    return false;
}

}  // namespace linli::web
