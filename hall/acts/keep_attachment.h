// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/base/file_parts.h"
#include "hall/store/attachment_store.h"

namespace linli {

/// A scan, signature or picture that somebody brings.
struct AttachmentOffer {
    std::string name;          ///< for people: a line of at most 100 characters
    std::string media_type{};  ///< empty: as its first bytes say
    ReadBytes read;
};

/// Keeps it and journals attachment.kept; the same bytes again give the same attachment, and nothing is written. It is
/// read twice, and never whole into memory: once before the hall is locked for writing, so that a slow stick holds up
/// nobody who wants a number. Refuses: attachment_empty, attachment_too_large (20 MiB), attachment_wrong_type (no PNG,
/// JPEG or PDF, or another than was said), attachment_bad_name. Errors: invalid_input where its bytes change meanwhile,
/// those of `read`.
ActResult<Attachment> keep_attachment(Hall& hall, const AttachmentOffer& offer);

}  // namespace linli
