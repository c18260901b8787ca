// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hall/search/content_search.h"

namespace linli::support {

/// An everyday question and the documents of which one should be among the first.
struct Question {
    std::string ask, how;
    std::vector<std::string> expect;
};
std::vector<Question> read_questions(const std::filesystem::path& file);

/// How a search answers them.
struct TruthFigures {
    std::size_t asked = 0, in_first = 0, in_first_three = 0;
    std::string missed;  ///< those not among the first three, a line each
    double share_in_three() const {
        return asked == 0 ? 0 : static_cast<double>(in_first_three) / static_cast<double>(asked);
    }
};
TruthFigures figures_of(const ContentSearch& search, const std::vector<Question>& questions);

}  // namespace linli::support
