// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/content/document_kinds.h"
#include "hall/content/parse_documents.h"

namespace linli {

/// The words of one picture; its bytes come by take_picture_files().
void parse_picture(const ContentNode& document, HallContent& content);
/// Gives every picture its bytes and reads their heads. The fault: a picture without its file or with two of them, a
/// file without its document, bytes that are no picture that we take.
std::optional<ContentFault> take_picture_files(const ContentDocuments& documents, HallContent& content);

}  // namespace linli
