// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "hall/base/result.h"

namespace linli {

/// Every text a person reads in one language, by key ("home.title"). Files: assets/text/<lang>/<part>.json, flat
/// objects of strings. A placeholder is {name}. A test holds the languages and their placeholders together.
class Catalogue {
public:
    using Argument = std::pair<std::string_view, std::string>;

    /// The texts built into the program. `language` is "zh-CN" or "en".
    static const Catalogue& embedded(std::string_view language);
    /// Error: invalid_content with line and column or key.
    static Result<Catalogue> parse(std::string_view json, std::string_view file_name);

    /// The text with its placeholders filled. A key that is not there gives the key itself, which tests look for.
    std::string text(std::string_view key, std::initializer_list<Argument> arguments = {}) const;
    bool has(std::string_view key) const;
    const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

private:
    std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace linli
