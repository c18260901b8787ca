// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/device.h"

namespace linli {

/// What a resident wants on paper of what they read.
struct PaperOfDocument {
    std::string id;
    Language language = Language::zh;
};

/// Asks the printer for a document; gives the request's row, to follow it with device_request. Nobody's record is in
/// it, so it is no entry of the journal. Refuses: slip_under_way while another one waits for the printer. Error:
/// invalid_input where no document has this id.
ActResult<std::int64_t> print_document(Hall& hall, const PaperOfDocument& wanted);
/// What a request of the printer asks for; nothing where it is an installer's test.
std::optional<PaperOfDocument> document_wanted(const DeviceRequest& request);

}  // namespace linli
