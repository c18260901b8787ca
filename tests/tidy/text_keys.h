// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/tidy/source_file.h"

namespace linli::tidy {

using TextKeys = std::set<std::string, std::less<>>;

/// Keys that the code asks for and no text file has. Looked at: every literal in the first argument of t(…), text(…)
/// and has_text(…), unless the argument is put together at run time; and every other literal of the form of a key that
/// begins like one, unless `other_names` has it. In pages (.vue, .ts) every literal of that form is looked at; one with
/// `${…}` in it must make at least one key.
std::vector<std::string> missing_keys(const std::vector<SourceFile>& code, const TextKeys& keys,
                                      const TextKeys& other_names);

/// Keys that stand in no literal and that no pattern makes. In a pattern, * stands for any part of a key; a page's
/// literal with `${…}` in it is one.
std::vector<std::string> unused_keys(const std::vector<SourceFile>& code, const TextKeys& keys,
                                     const std::vector<std::string>& built_at_run_time);

/// "home.*.title" and "home.policy.title".
bool matches(std::string_view key, std::string_view pattern);

}  // namespace linli::tidy
