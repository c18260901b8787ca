// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hall/content/hall_content.h"

namespace linli {

/// Finds matters by what a resident types: Chinese characters, full or partial pinyin ("gaoling"), initials ("gljt"),
/// English words; in names, keywords and line names. Built once per content, asked at every key.
class MatterSearch {
public:
    explicit MatterSearch(const HallContent& content);
    ~MatterSearch();
    MatterSearch(MatterSearch&&) noexcept;
    MatterSearch& operator=(MatterSearch&&) noexcept;

    struct Hit {
        std::string matter;          ///< id
        std::size_t name_begin = 0;  ///< bytes of the Chinese name that matched, to be shown bold; equal when none
        std::size_t name_end = 0;
    };
    /// Best first, at most `most`. An empty query gives nothing.
    std::vector<Hit> find(std::string_view query, std::size_t most) const;

private:
    struct Index;
    std::vector<Index> indexes_;
};

}  // namespace linli
