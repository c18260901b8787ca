// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli {

/// "zh-CN" or "en": $LINLI_LANGUAGE, else what the locale says, else Chinese.
std::string default_language();

/// What `--language` names among a program's words, else default_language(). Help texts need it before the options are
/// read.
std::string language_from(int count, const char* const* words);

}  // namespace linli
