// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/busy_content.h"

#include <nlohmann/json.hpp>

#include "cli/demo_hall.h"

namespace linli::bench {

ContentDocuments busy_content() {
    ContentDocuments documents = cli::demo_content();
    auto hall = nlohmann::ordered_json::parse(documents["hall.json"]);
    hall["queue"]["numbers_a_day_max"] = 20'000;
    documents["hall.json"] = hall.dump(2);
    return documents;
}

}  // namespace linli::bench
