// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/picture_header.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "tests/support/pictures.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string fault_of(const std::string& bytes) {
    const auto header = read_picture_header(bytes);
    return header ? "" : header.error().reason;
}

bool says(const std::string& bytes, const std::string& part) {
    INFO(fault_of(bytes));
    return fault_of(bytes).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a picture's head says type and size, whatever its name") {
    const auto png = read_picture_header(png_picture(120, 80));
    REQUIRE(png.has_value());
    CHECK(png->type == PictureType::png);
    CHECK(png->width == 120);
    CHECK(png->height == 80);
    for (const JpegKind kind : {JpegKind::baseline, JpegKind::progressive, JpegKind::grey}) {
        const auto jpeg = read_picture_header(jpeg_picture(120, 80, Orientation::upright, kind));
        REQUIRE(jpeg.has_value());
        CHECK(jpeg->type == PictureType::jpeg);
        CHECK(jpeg->width == 120);
        CHECK(jpeg->height == 80);
        CHECK(jpeg->orientation == Orientation::upright);
    }
}

TEST_CASE("a photograph's orientation is read in both byte orders, and its size as it is seen") {
    const int orientation = GENERATE(range(1, 9));
    const std::string order = GENERATE("II", "MM");
    const std::string stored = jpeg_picture(120, 80);
    const auto header = read_picture_header(with_exif(stored, exif_saying(orientation, order)));
    REQUIRE(header.has_value());
    CHECK(static_cast<int>(header->orientation) == orientation);
    CHECK(header->width == (orientation < 5 ? 120 : 80));
    CHECK(header->height == (orientation < 5 ? 80 : 120));
    const auto png = read_picture_header(with_chunk(png_picture(120, 80), "eXIf", exif_saying(orientation, order)));
    REQUIRE(png.has_value());
    CHECK(static_cast<int>(png->orientation) == orientation);
}

TEST_CASE("an orientation that is none, or cut off anywhere, is upright and harms nothing") {
    const std::string jpeg = jpeg_picture(120, 80), good = exif_saying(6);
    for (std::size_t cut = 0; cut < good.size(); ++cut) {
        const auto header = read_picture_header(with_exif(jpeg, good.substr(0, cut)));
        REQUIRE(header.has_value());
        if (cut < 30) CHECK(header->orientation == Orientation::upright);
    }
    for (const int wrong : {0, 9, 255, 65535})
        CHECK(read_picture_header(with_exif(jpeg, exif_saying(wrong)))->orientation == Orientation::upright);
    std::string far = good;
    far.replace(4, 4, "\xFF\xFF\xFF\xF0");
    CHECK(read_picture_header(with_exif(jpeg, far))->orientation == Orientation::upright);
}

TEST_CASE("too small, too large and too heavy pictures are refused with their size") {
    CHECK(fault_of(png_picture(64, 64)).empty());
    CHECK(says(png_picture(63, 64), "63 by 64 pixels; each side may have 64 to 4096"));
    CHECK(fault_of(png_picture(4096, 64)).empty());
    CHECK(says(png_picture(4097, 64), "4097 by 64"));
    CHECK(fault_of(png_picture(4096, 2048)).empty());
    CHECK(says(png_picture(4096, 2049), "may be in all"));
    CHECK(says(jpeg_picture(64, 63), "64 by 63"));
    std::string heavy = jpeg_picture(64, 64);
    heavy.resize(picture_bytes_max + 1);
    CHECK(says(heavy, "at most 1048576 bytes"));
    CHECK(says("", "empty"));
}

TEST_CASE("what is another kind of picture is told by its name") {
    CHECK(says("GIF89a\x01", "kind GIF: save it as JPEG or PNG"));
    CHECK(says("RIFFxxxxWEBPVP8 ", "WebP"));
    CHECK(says(std::string("\0\0\0\x18", 4) + "ftypheic", "HEIC"));
    CHECK(says("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"));
    CHECK(says("no picture at all", "neither a JPEG nor a PNG"));
}

TEST_CASE("a PNG that moves, has something behind its end or begins otherwise is refused") {
    const std::string png = png_picture(64, 64);
    CHECK(says(with_chunk(png, "acTL", std::string(8, '\0')), "This PNG moves"));
    CHECK(says(png + "x", "damaged") == false);
    CHECK(says(png + "x", "Behind the end"));
    std::string other = png;
    other.replace(12, 4, "CgBI");
    CHECK(says(other, "damaged"));
    CHECK(fault_of(with_chunk(png, "tEXt", "note")).empty());
}

TEST_CASE("a JPEG of a rare kind or in a printing press's colours is refused with words") {
    std::string jpeg = jpeg_picture(64, 64);
    const std::size_t frame = jpeg.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    std::string lossless = jpeg, four = jpeg;
    lossless[frame + 1] = '\xC3';
    CHECK(says(lossless, "rare kind of JPEG"));
    four[frame + 9] = 4;
    CHECK(says(four, "not in RGB"));
}

TEST_CASE("a head cut off anywhere is refused") {
    const std::string png = png_picture(64, 64), jpeg = jpeg_picture(64, 64);
    for (std::size_t cut = 0; cut < png.size(); ++cut) CHECK_FALSE(read_picture_header(png.substr(0, cut)).has_value());
    const std::size_t scan = jpeg.find("\xFF\xDA");
    REQUIRE(scan != std::string::npos);
    for (std::size_t cut = 0; cut < scan; ++cut) CHECK_FALSE(read_picture_header(jpeg.substr(0, cut)).has_value());
}
