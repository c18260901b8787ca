// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli {

/// The languages that every text a resident reads is given in. Chinese is the first.
enum class Language { zh, en };

/// One text in every language.
struct LocalizedText {
    std::string zh;
    std::string en;
    const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
    bool operator==(const LocalizedText&) const = default;
};

}  // namespace linli
