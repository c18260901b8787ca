// SPDX-License-Identifier: Apache-2.0
#include "hall/content/parse_picture.h"

#include <fmt/format.h>

#include "hall/content/knowledge_parts.h"
#include "hall/pictures/decode_picture.h"

namespace linli {
namespace {

constexpr std::string_view type_name(PictureType type) { return type == PictureType::jpeg ? "JPEG" : "PNG"; }

ContentFault fault_of(const std::string& file, std::string reason) { return {file, "document", "", std::move(reason)}; }

/// Takes the bytes of `file` for this picture: their head is read, and must say what the name says.
std::optional<ContentFault> take_bytes(const std::string& file, const std::string& bytes, ContentPicture& picture) {
    const auto header = read_picture_header(bytes);
    if (!header) return fault_of(file, header.error().reason);
    const PictureType named = file.ends_with(".jpg") ? PictureType::jpeg : PictureType::png;
    if (header->type != named)
        return fault_of(file,
                        fmt::format("This is a {}, and its name says {}.", type_name(header->type), type_name(named)));
    picture.header = *header;
    picture.bytes = std::make_shared<const std::string>(bytes);
    return {};
}

std::optional<ContentFault> take_file(const ContentDocuments& documents, ContentPicture& picture) {
    const std::string stem = "pictures/" + picture.head.id;
    const auto jpeg = documents.find(stem + ".jpg"), png = documents.find(stem + ".png");
    if (jpeg == documents.end() && png == documents.end())
        return fault_of(stem + ".json",
                        fmt::format("Beside this there is neither {0}.jpg nor {0}.png.", picture.head.id));
    if (jpeg != documents.end() && png != documents.end())
        return fault_of(png->first, fmt::format("There is {}.jpg too; one of them is the picture.", picture.head.id));
    const auto& [file, bytes] = *(jpeg == documents.end() ? png : jpeg);
    return take_bytes(file, bytes, picture);
}

}  // namespace

void parse_picture(const ContentNode& document, HallContent& content) {
    document.fields({"kind", "id", "version", "title", "description", "source", "valid", "tags"});
    const Knowledge& knowledge = content.knowledge;
    ContentPicture picture;
    DocumentHead& head = picture.head;
    if (document.at("kind").text(20) != "picture") document.at("kind").fail("Here stands \"picture\".");
    head.id = document.at("id").id();
    head.version = document.at("version").integer(1, document_version_max);
    head.title = filled_text(document.at("title"), {24, 72}, knowledge);
    picture.description = filled_text(document.at("description"), {90, 280}, knowledge);
    parse_source(document.at("source"), head);
    parse_validity(document.at("valid"), head);
    head.tags = tags_of(document.at("tags"));
    content.knowledge.pictures.push_back(std::move(picture));
}

std::optional<ContentFault> take_picture_files(const ContentDocuments& documents, HallContent& content) {
    for (ContentPicture& picture : content.knowledge.pictures)
        if (auto fault = take_file(documents, picture)) return fault;
    for (const auto& [file, bytes] : documents)
        if (is_picture_file(file) && !documents.contains(file.substr(0, file.rfind('.')) + ".json"))
            return fault_of(file, "Beside this there is no document (.json) that says what it shows.");
    return {};
}

std::optional<ContentFault> check_pictures(const HallContent& content) {
    for (const ContentPicture& picture : content.knowledge.pictures) {
        const auto fault = picture.bytes ? check_picture(*picture.bytes) : PictureFault{"Its bytes are missing."};
        if (fault) return fault_of(picture.file(), fault->reason);
    }
    return {};
}

}  // namespace linli
