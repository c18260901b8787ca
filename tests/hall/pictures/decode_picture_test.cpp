// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/decode_picture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <cmath>
#include <random>

#include "tests/support/pictures.h"

using namespace linli;
using namespace linli::support;

namespace {

using Colour = std::array<int, 3>;
constexpr std::array<Colour, 4> quarters{{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};
constexpr std::array<Colour, 4> greys{{{0, 0, 0}, {200, 200, 200}, {80, 80, 80}, {255, 255, 255}}};

Colour at(const PicturePixels& pixels, int x, int y) {
    const auto* texel =
        pixels.rgba.data() +
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4;
    CHECK(texel[3] == 255);
    return {texel[0], texel[1], texel[2]};
}

bool near(const Colour& a, const Colour& b, int most) {
    return std::abs(a[0] - b[0]) <= most && std::abs(a[1] - b[1]) <= most && std::abs(a[2] - b[2]) <= most;
}

/// The four quarters' middles have these colours.
void check_quarters(const std::string& bytes, PictureSize wanted, const std::array<Colour, 4>& colours, int most) {
    const auto pixels = decode_picture(bytes, wanted);
    REQUIRE(pixels.has_value());
    REQUIRE(pixels->width == wanted.width);
    REQUIRE(pixels->height == wanted.height);
    REQUIRE(pixels->rgba.size() == static_cast<std::size_t>(wanted.width * wanted.height * 4));
    for (int i = 0; i < 4; ++i) {
        const Colour found = at(*pixels, wanted.width * (1 + 2 * (i % 2)) / 4, wanted.height * (1 + 2 * (i / 2)) / 4);
        INFO("quarter " << i << ": " << found[0] << ' ' << found[1] << ' ' << found[2]);
        CHECK(near(found, colours[static_cast<std::size_t>(i)], most));
    }
}

}  // namespace

TEST_CASE("every kind of PNG is decoded, and what is transparent is white") {
    const PictureSize wanted = GENERATE(PictureSize{120, 80}, PictureSize{40, 30}, PictureSize{300, 200});
    for (const PngKind kind : {PngKind::rgb, PngKind::rgba, PngKind::palette, PngKind::rgb_16, PngKind::rgb_interlaced})
        check_quarters(png_picture(120, 80, kind), wanted, quarters, 1);
    for (const PngKind kind : {PngKind::grey, PngKind::grey_alpha, PngKind::grey_16})
        check_quarters(png_picture(120, 80, kind), wanted, greys, 1);
}

TEST_CASE("a photograph is seen upright, however the camera was held") {
    const auto orientation = static_cast<Orientation>(GENERATE(range(1, 9)));
    const PictureSize wanted = GENERATE(PictureSize{160, 96}, PictureSize{33, 20}, PictureSize{200, 111});
    check_quarters(jpeg_picture(160, 96, orientation), wanted, quarters, 12);
}

TEST_CASE("progressive and grey JPEGs are decoded") {
    check_quarters(jpeg_picture(160, 96, Orientation::upright, JpegKind::progressive), {80, 48}, quarters, 12);
    check_quarters(jpeg_picture(160, 96, Orientation::upright, JpegKind::grey), {80, 48}, greys, 12);
}

TEST_CASE("a smaller picture's pixels are made of all those around their places") {
    // The border between red and green falls in the middle of the one column.
    const auto pixels = decode_picture(png_picture(64, 64), {1, 1});
    REQUIRE(pixels.has_value());
    CHECK(near(at(*pixels, 0, 0), {127, 127, 127}, 3));
    const auto odd = decode_picture(png_picture(99, 66), {3, 2});
    REQUIRE(odd.has_value());
    const Colour middle = at(*odd, 1, 0);
    CHECK(std::abs(middle[0] - middle[1]) <= 12);
    CHECK(middle[0] > 100);
}

TEST_CASE("a PNG with any byte changed or cut off is refused") {
    const std::string png = png_picture(70, 66, PngKind::rgba);
    REQUIRE_FALSE(check_picture(png).has_value());
    for (std::size_t i = 0; i < png.size(); ++i) {
        std::string spoilt = png;
        spoilt[i] = static_cast<char>(spoilt[i] ^ 0x10);
        INFO("byte " << i);
        CHECK(check_picture(spoilt).has_value());
        CHECK(check_picture(png.substr(0, i)).has_value());
    }
}

TEST_CASE("a JPEG cut off anywhere is refused") {
    const auto kind = GENERATE(JpegKind::baseline, JpegKind::progressive);
    const std::string jpeg = jpeg_picture(160, 96, Orientation::right_turn, kind);
    REQUIRE_FALSE(check_picture(jpeg).has_value());
    // The last marker alone may be missing: all pixels are there.
    for (std::size_t cut = 0; cut + 4 < jpeg.size(); cut += 7) {
        INFO("cut at " << cut << " of " << jpeg.size());
        CHECK(check_picture(jpeg.substr(0, cut)).has_value());
        CHECK_FALSE(decode_picture(jpeg.substr(0, cut), {40, 40}).has_value());
    }
}

TEST_CASE("two thousand spoilt pictures end in a refusal or in a picture of the size that was asked for") {
    std::mt19937 draw(20261128);
    const auto below = [&](std::size_t most) { return most == 0 ? 0 : draw() % most; };
    const std::vector<std::string> sound{png_picture(90, 70),
                                         png_picture(90, 70, PngKind::palette),
                                         png_picture(90, 70, PngKind::rgb_interlaced),
                                         png_picture(90, 70, PngKind::grey_16),
                                         jpeg_picture(90, 70, Orientation::left_turn),
                                         jpeg_picture(90, 70, Orientation::upright, JpegKind::progressive),
                                         jpeg_picture(90, 70, Orientation::upright, JpegKind::grey)};
    int refused = 0, taken = 0;
    for (std::size_t round = 0; round < 2'000; ++round) {
        std::string bytes = sound[round % sound.size()];
        for (std::size_t times = 1 + below(4); times > 0; --times) {
            const std::size_t place = below(bytes.size());
            switch (below(6)) {
                case 0:
                    bytes[place] = static_cast<char>(draw());
                    break;
                case 1:
                    bytes[place] = static_cast<char>(bytes[place] ^ (1 << below(8)));
                    break;
                case 2:
                    bytes.resize(place + 1);
                    break;
                case 3:
                    bytes.erase(place, 1 + below(20));
                    break;
                case 4:
                    bytes.insert(place, bytes.substr(below(bytes.size()), below(60)));
                    break;
                default:
                    bytes.insert(place, std::string(1 + below(12), "\xFF\x00\x80\xDA"[below(4)]));
            }
            if (bytes.empty()) bytes = "x";
        }
        const PictureSize wanted{1 + static_cast<int>(below(200)), 1 + static_cast<int>(below(200))};
        const auto pixels = decode_picture(bytes, wanted);
        pixels ? ++taken : ++refused;
        if (!pixels) {
            CHECK_FALSE(pixels.error().reason.empty());
            continue;
        }
        CHECK(pixels->width == wanted.width);
        CHECK(pixels->height == wanted.height);
        CHECK(pixels->rgba.size() == static_cast<std::size_t>(wanted.width * wanted.height * 4));
    }
    CHECK(refused > 1'000);
    CHECK(taken > 10);  // or nothing behind the first look was tried
}

TEST_CASE("a small file that claims many scans of a large picture is stopped") {
    std::string jpeg = jpeg_picture(128, 96, Orientation::upright, JpegKind::progressive);
    // The last scan over and over, as a bomb has it.
    const std::size_t last = jpeg.rfind("\xFF\xDA");
    REQUIRE(last != std::string::npos);
    const std::string scan = jpeg.substr(last, jpeg.size() - 2 - last), end = jpeg.substr(jpeg.size() - 2);
    jpeg.resize(jpeg.size() - 2);
    while (jpeg.size() + scan.size() < picture_bytes_max - 2) jpeg += scan;
    CHECK(check_picture(jpeg + end).has_value());
}
