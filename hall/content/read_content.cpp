// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "hall/base/embedded.h"
#include "hall/content/document_kinds.h"
#include "hall/content/hall_content.h"

namespace linli {
namespace {

Result<std::string> read_document(const std::filesystem::path& path) {
    std::error_code error;
    // Opening a pipe would wait for ever.
    if (!std::filesystem::is_regular_file(path, error))
        return fail(ErrorCode::io, fmt::format("{} is no regular file", path.string()));
    std::ifstream file(path, std::ios::binary);
    std::string bytes(document_bytes_max + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.eof() && file.fail()) return fail(ErrorCode::io, fmt::format("{} cannot be read", path.string()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > document_bytes_max)
        return fail(ErrorCode::invalid_content,
                    fmt::format("{} has more than {} bytes", path.string(), document_bytes_max));
    return bytes;
}

/// "policies/" and its kind; it need not be there.
Status read_inner_folder(const std::filesystem::path& folder, std::string_view inner, ContentDocuments& documents) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder / inner, error)) return {};
    std::filesystem::directory_iterator entry(folder / inner, error);
    // One more than may be, so that parsing can say so and name one; not a disk full of them.
    constexpr std::size_t pictures_read_max = pictures_max + 1;
    std::size_t pictures = 0;
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::string name = std::string(inner) + entry->path().filename().string();
        const bool picture = looks_like_picture(name);
        if (entry->path().extension() != ".json" && !picture) continue;
        if (documents.size() > documents_max || (picture && ++pictures > pictures_read_max))
            return fail(ErrorCode::invalid_content, fmt::format("{} holds too many documents", folder.string()));
        LINLI_TRY_ASSIGN(documents[name], read_document(entry->path()));
    }
    if (error)
        return fail(ErrorCode::io, fmt::format("{} cannot be read: {}", (folder / inner).string(), error.message()));
    return {};
}

}  // namespace

Result<ContentDocuments> read_content_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return fail(ErrorCode::missing, fmt::format("there is no folder {}", folder));
    ContentDocuments documents;
    for (const std::string_view inner : knowledge_folders) LINLI_TRY(read_inner_folder(folder, inner, documents));
    // A name that no document has is taken along, so that parsing can say so: it is most likely a mistyped one.
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::filesystem::path& path = entry->path();
        if (path.extension() != ".json") continue;
        LINLI_TRY_ASSIGN(documents[path.filename().string()], read_document(path));
    }
    if (error) return fail(ErrorCode::io, fmt::format("the folder {} cannot be read: {}", folder, error.message()));
    return documents;
}

ContentDocuments embedded_content() {
    ContentDocuments documents;
    constexpr std::string_view folder = "assets/hall/";
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with(folder)) documents.emplace(file.path.substr(folder.size()), file.bytes);
    return documents;
}

}  // namespace linli
