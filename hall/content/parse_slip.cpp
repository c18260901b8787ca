// SPDX-License-Identifier: Apache-2.0
#include "hall/content/parse_documents.h"

namespace linli {

void parse_slip(const ContentNode& document, HallContent& content) {
    document.fields({});
    content.slip = SlipPlan{};
}

}  // namespace linli
