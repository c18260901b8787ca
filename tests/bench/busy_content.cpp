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

ContentDocuments busy_content(int counters) {
    using Json = nlohmann::ordered_json;
    ContentDocuments documents = busy_content();
    Json letters = Json::array(), plans = Json::array();
    const Json lines = Json::parse(documents["lines.json"]);
    for (const Json& line : lines["lines"]) letters.push_back(line["letter"]);
    for (int number = 1; number <= counters; ++number)
        plans.push_back({{"number", number},
                         {"place", {{"zh", "大厅里面"}, {"en", "In the hall"}}},
                         {"lines", letters},
                         {"matters", Json::array()}});
    documents["counters.json"] = Json{{"counters", plans}}.dump(2);
    return documents;
}

}  // namespace linli::bench
