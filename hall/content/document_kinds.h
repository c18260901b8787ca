// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace linli {

/// The content documents that run a hall, as they are named in a folder.
inline constexpr std::string_view document_names[] = {"hall.json",      "lines.json", "matters.json", "counters.json",
                                                      "reminders.json", "slip.json",  "board.json",   "voice.json"};
/// Came later than the others: where a hall's content has none, the demo hall's stands in, so that older content stays
/// good.
inline constexpr std::string_view documents_with_default[] = {"slip.json", "board.json", "voice.json"};

/// What residents may look up. Where a hall's content has none of these, all of the demo hall's stand in.
inline constexpr std::string_view knowledge_names[] = {"categories.json", "places.json", "values.json", "duties.json",
                                                       "synonyms.json"};
/// Folders that hold one document for each thing, named after its id: "policies/old-age-allowance.json".
inline constexpr std::string_view knowledge_folders[] = {"policies/", "not_issued/", "notices/", "pictures/"};

inline constexpr std::size_t document_bytes_max = 4UL * 1024 * 1024;
inline constexpr std::size_t foldered_document_bytes_max = 64UL * 1024;
inline constexpr std::size_t documents_max = 5'000;

/// Pictures lie beside their documents: "pictures/roof-plan.png". There are bounds for all of them together.
inline constexpr std::string_view picture_folder = "pictures/";
inline constexpr std::size_t pictures_max = 200, pictures_bytes_max = 24UL * 1024 * 1024;

/// A file of a picture's bytes, by its name: "pictures/<anything>.jpg" or ".png".
bool is_picture_file(std::string_view file);
/// A name in "pictures/" that most likely means a picture, "roof.JPEG" or "roof.webp" among them. Such files are read,
/// so that a wrong name is told and not passed over.
bool looks_like_picture(std::string_view file);
/// The folder's name where the document lies in one of them, else empty.
std::string_view knowledge_folder_of(std::string_view file);
/// It is about what residents may look up, a picture's bytes among it.
bool is_knowledge(std::string_view file);

}  // namespace linli
