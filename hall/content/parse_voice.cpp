// SPDX-License-Identifier: Apache-2.0
#include "hall/content/parse_documents.h"

namespace linli {

void parse_voice(const ContentNode& document, HallContent& content) {
    document.fields({});
    content.voice = VoicePlan{};
}

}  // namespace linli
