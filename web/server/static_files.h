// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli::web {

/// The files of a browser's pages in one folder, looked up once: what was not there at the start is never served, and
/// neither is a symbolic link or anything outside. A name with a hash in it ("app-3f9a1c2b.js") may be kept by browsers
/// for ever; others are asked for each time. "name.br" and "name.gz" beside a file are the same file, compressed.
class StaticFiles {
public:
    /// Error: missing where there is no such folder or no index.html in it; io.
    static Result<StaticFiles> read(const std::filesystem::path& folder);

    enum class Encoding { identity, gzip, brotli };
    struct File {
        std::filesystem::path path;
        std::uint64_t size = 0;
        ino_t inode = 0;
        std::int64_t changed_ns = 0;
        std::string etag;  ///< strong, quoted: a hash of these very bytes
    };
    struct Entry {
        std::string content_type;
        bool immutable = false;
        std::map<Encoding, File> files;  ///< identity always
    };

    /// By the decoded path of a request: "/" is index.html. Nothing for any other path.
    const Entry* find(std::string_view path) const;
    std::size_t size() const { return entries_.size(); }

private:
    std::map<std::string, Entry, std::less<>> entries_;
};

/// Which of a file's encodings an Accept-Encoding header asks for (RFC 9110, 12.5.3): the smallest it takes.
StaticFiles::Encoding chosen_encoding(const StaticFiles::Entry& entry, std::string_view accept_encoding);
/// Does an If-None-Match header name this ETag?
bool names_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace linli::web
