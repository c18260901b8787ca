// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace linli::tidy {

/// One string literal: what stands between its quotes, escapes as written, and where its opening quote is.
struct Literal {
    std::string text;
    std::size_t begin = 0;
};

/// C++ taken apart as far as the tidy tests need it. `code` has the source's length and lines; comments and what stands
/// between quotes are blanks in it.
struct ScannedCpp {
    std::string code;
    std::vector<Literal> literals;
};

ScannedCpp scan_cpp(std::string_view source);

/// The first argument of the call whose opening bracket is at `open`, as a range of `code`.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};
Span first_argument(std::string_view code, std::size_t open);

}  // namespace linli::tidy
