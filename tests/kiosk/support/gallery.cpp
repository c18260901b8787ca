// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/gallery.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "tests/support/places.h"

namespace linli::kiosk::testing {

void write_pictures_index() {
    std::set<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(support::pictures_folder()))
        if (file.path().extension() == ".png") names.insert(file.path().stem().string());
    std::ofstream index(support::pictures_folder() / "index.html");
    index << "<!doctype html><meta charset=utf-8><title>Pages</title><style>body{background:#888}"
             "figure{display:inline-block;margin:8px}img{height:560px}</style>\n";
    for (const std::string& name : names)
        index << fmt::format("<figure><img loading=lazy src={}.png><figcaption>{}</figcaption></figure>\n", name, name);
}

}  // namespace linli::kiosk::testing
