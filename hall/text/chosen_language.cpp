// SPDX-License-Identifier: Apache-2.0
#include "hall/text/chosen_language.h"

#include <cstdlib>
#include <string_view>

namespace linli {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

std::string default_language() {
    for (const char* name : {"LINLI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string value = environment(name);
        if (value.empty()) continue;
        return value.starts_with("en") ? "en" : "zh-CN";
    }
    return "zh-CN";
}

std::string language_from(int count, const char* const* words) {
    constexpr std::string_view option = "--language";
    for (int i = 1; i < count; ++i) {
        std::string_view word = words[i];
        if (word == option && i + 1 < count)
            word = words[i + 1];
        else if (word.starts_with("--language="))
            word.remove_prefix(option.size() + 1);
        else
            continue;
        if (word == "en" || word == "zh-CN") return std::string(word);
    }
    return default_language();
}

}  // namespace linli
