// SPDX-License-Identifier: Apache-2.0
#include "hall/content/read_bundle.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "hall/base/utf8.h"
#include "hall/content/document_kinds.h"

namespace linli {
namespace {

constexpr std::size_t name_bytes_max = 200, shown_characters_max = 60;
constexpr std::string_view not_ours = "__MACOSX/";  // what one system adds to every archive

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

/// One entry that may be read: where it stands, and its name as in a folder.
struct Entry {
    zip_uint64_t index = 0;
    std::string name;
};

auto refuse(const std::string& file, std::string_view reason) {
    return fail(ErrorCode::invalid_content, fmt::format("{}: {}", file, reason));
}

auto refuse_entry(const std::string& file, std::string_view name, std::string_view reason) {
    return refuse(file, fmt::format("\"{}\": {}", shortened_line(name, shown_characters_max), reason));
}

Result<Archive> open_archive(const std::string& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return fail(ErrorCode::missing, fmt::format("there is no folder or bundle {}", file));
    // Opening a pipe would wait for ever.
    if (!std::filesystem::is_regular_file(file, error))
        return fail(ErrorCode::io, fmt::format("{} is neither a folder nor a regular file", file));
    if (std::filesystem::file_size(file, error) > bundle_bytes_max || error)
        return refuse(file, fmt::format("A bundle has at most {} bytes.", bundle_bytes_max));
    int code = 0;
    Archive archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (!archive) return refuse(file, "This is neither a folder nor a .zip, or it is damaged.");
    return archive;
}

/// A name that stays below the folder it is unpacked into, on every system.
bool leads_nowhere_else(std::string_view name) {
    if (name.empty() || name.size() > name_bytes_max || name.front() == '/') return false;
    if (name.find_first_of("\\:") != std::string_view::npos || !is_plain_line(name, name_bytes_max)) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        const bool last = end == name.size();
        if (part == "." || part == ".." || (part.empty() && !last)) return false;
        begin = end + 1;
    }
    return true;
}

bool is_file_or_folder(zip_t* archive, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
    if (system != ZIP_OPSYS_UNIX) return true;
    constexpr unsigned mode_bits = 16;
    const mode_t kind = (attributes >> mode_bits) & S_IFMT;
    return kind == 0 || kind == S_IFREG || kind == S_IFDIR;
}

/// "content/" where all lies below it, as where a folder was packed; else empty.
std::string folder_of_all(const std::vector<Entry>& entries) {
    if (entries.empty()) return {};
    const std::string folder = entries.front().name.substr(0, entries.front().name.find('/') + 1);
    const bool all = std::ranges::all_of(entries, [&](const Entry& one) { return one.name.starts_with(folder); });
    const bool kind = std::ranges::find(knowledge_folders, folder) != std::end(knowledge_folders);
    return all && !kind ? folder : std::string();
}

/// Every name is held to the rules, also of what is not read: one that leads elsewhere was made with a purpose.
Result<std::vector<Entry>> entries_of(zip_t* archive, const std::string& file) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count < 0 || static_cast<std::size_t>(count) > bundle_entries_max)
        return refuse(file, fmt::format("A bundle holds at most {} entries.", bundle_entries_max));
    std::vector<Entry> entries;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        const char* raw = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
        const std::string name = raw == nullptr ? "" : raw;
        if (!leads_nowhere_else(name)) return refuse_entry(file, name, "Such a name may not stand in a bundle.");
        if (!is_file_or_folder(archive, index)) return refuse_entry(file, name, "Links may not stand in a bundle.");
        if (!name.ends_with('/') && !name.starts_with(not_ours)) entries.push_back({index, name});
    }
    const std::string folder = folder_of_all(entries);
    for (Entry& entry : entries) entry.name.erase(0, folder.size());
    std::erase_if(entries,
                  [](const Entry& entry) { return !entry.name.ends_with(".json") && !looks_like_picture(entry.name); });
    if (entries.size() > documents_max)
        return refuse(file, fmt::format("There are at most {} documents.", documents_max));
    return entries;
}

Result<std::string> unpacked(zip_t* archive, const Entry& entry, const std::string& file, std::size_t room) {
    const std::size_t most = std::min(document_bytes_max, room);
    const std::unique_ptr<zip_file_t, CloseEntry> opened(zip_fopen_index(archive, entry.index, 0));
    if (!opened) return refuse_entry(file, entry.name, "This cannot be unpacked: it is encrypted or damaged.");
    std::string bytes;
    std::string piece(64UL * 1024, '\0');
    while (true) {
        const zip_int64_t read = zip_fread(opened.get(), piece.data(), piece.size());
        if (read < 0) return refuse_entry(file, entry.name, "This cannot be unpacked: it is damaged.");
        if (read == 0) return bytes;
        bytes.append(piece, 0, static_cast<std::size_t>(read));
        if (bytes.size() <= most) continue;
        return most == document_bytes_max
                   ? refuse_entry(file, entry.name, fmt::format("A document has at most {} bytes.", most))
                   : refuse(file, fmt::format("A bundle unpacks to at most {} bytes.", bundle_unpacked_bytes_max));
    }
}

}  // namespace

Result<ContentDocuments> read_content_bundle(const std::string& file) {
    LINLI_TRY_ASSIGN(const Archive archive, open_archive(file));
    LINLI_TRY_ASSIGN(const std::vector<Entry> entries, entries_of(archive.get(), file));
    ContentDocuments documents;
    std::size_t room = bundle_unpacked_bytes_max;
    for (const Entry& entry : entries) {
        LINLI_TRY_ASSIGN(std::string bytes, unpacked(archive.get(), entry, file, room));
        room -= bytes.size();
        if (!documents.emplace(entry.name, std::move(bytes)).second)
            return refuse_entry(file, entry.name, "This name stands twice in the bundle.");
    }
    return documents;
}

Result<ContentDocuments> read_content(const std::string& folder_or_bundle) {
    std::error_code error;
    return std::filesystem::is_directory(folder_or_bundle, error) ? read_content_folder(folder_or_bundle)
                                                                  : read_content_bundle(folder_or_bundle);
}

}  // namespace linli
