// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/font_files.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temp_folder.h"

namespace linli::kiosk {

using support::TempFolder;
using support::write_file;

TEST_CASE("without a Chinese font the kiosk says which packages to install") {
    const TempFolder folder;
    write_file(folder.file("DejaVuSans.ttf"), "not Chinese");
    const auto found = FontFiles::find({folder.path()});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::missing);
    CHECK(found.error().message.find("fonts-noto-cjk") != std::string::npos);
}

TEST_CASE("another Chinese font serves where the design's is missing") {
    const TempFolder folder;
    for (const char* name : {"wqy-microhei.ttc", "MaterialIcons-Regular.ttf"})
        write_file(folder.file(name), "only its name is looked at");
    const auto found = FontFiles::find({folder.path()});
    REQUIRE(found.has_value());
    CHECK(found->regular.filename() == "wqy-microhei.ttc");
}

TEST_CASE("without the icon font the kiosk says which package to install") {
    const TempFolder folder;
    write_file(folder.file("NotoSansCJK-Regular.ttc"), "only its name is looked at");
    const auto found = FontFiles::find({folder.path()});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().message.find("fonts-material-design-icons-iconfont") != std::string::npos);
}

TEST_CASE("the fonts that packaging installs are found, each for its use") {
    const auto found = FontFiles::find();
    REQUIRE(found.has_value());
    CHECK(found->regular.filename() == "NotoSansCJK-Regular.ttc");
    CHECK(found->bold.filename() == "NotoSansCJK-Bold.ttc");
    CHECK(found->rare.filename() == "HanaMinB.ttf");
    CHECK(found->icons.filename() == "MaterialIcons-Regular.ttf");
}

}  // namespace linli::kiosk
