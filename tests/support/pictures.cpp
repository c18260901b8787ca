// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pictures.h"

#include <png.h>
#include <turbojpeg.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace linli::support {
namespace {

using Colour = std::array<unsigned char, 3>;
constexpr std::array<Colour, 4> quarters{{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};
constexpr std::array<unsigned char, 4> greys{0, 200, 80, 255};

std::size_t quarter_of(int x, int y, int width, int height) {
    return (2 * y < height ? 0U : 2U) + (2 * x < width ? 0U : 1U);
}

void put(std::vector<unsigned char>& row, PngKind kind, std::size_t quarter) {
    const bool clear = quarter == 3;
    switch (kind) {
        case PngKind::rgb:
        case PngKind::rgb_interlaced:
        case PngKind::rgba:
            row.insert(row.end(), quarters[quarter].begin(), quarters[quarter].end());
            // What is transparent is black below: it must not show.
            if (kind == PngKind::rgba && clear) std::fill(row.end() - 3, row.end(), static_cast<unsigned char>(0));
            if (kind == PngKind::rgba) row.push_back(clear ? 0 : 255);
            break;
        case PngKind::rgb_16:
            for (const unsigned char value : quarters[quarter]) row.insert(row.end(), {value, value});
            break;
        case PngKind::grey:
            row.push_back(greys[quarter]);
            break;
        case PngKind::grey_16:
            row.insert(row.end(), {greys[quarter], greys[quarter]});
            break;
        case PngKind::grey_alpha:
            row.insert(row.end(), {clear ? static_cast<unsigned char>(0) : greys[quarter],
                                   clear ? static_cast<unsigned char>(0) : static_cast<unsigned char>(255)});
            break;
        case PngKind::palette:
            row.push_back(static_cast<unsigned char>(quarter));
    }
}

struct Place {
    int x = 0, y = 0;
};
/// Where a stored pixel is seen: CIPA DC-008 says for each orientation which side the stored row and column 0 are.
Place seen_at(Place stored, int width, int height, Orientation orientation) {
    const int x = stored.x, y = stored.y, back_x = width - 1 - x, back_y = height - 1 - y;
    const std::array<Place, 8> by_orientation{
        {{x, y}, {back_x, y}, {back_x, back_y}, {x, back_y}, {y, x}, {back_y, x}, {back_y, back_x}, {y, back_x}}};
    return by_orientation.at(static_cast<std::size_t>(orientation) - 1);
}

int colour_type(PngKind kind) {
    switch (kind) {
        case PngKind::rgba:
            return PNG_COLOR_TYPE_RGB_ALPHA;
        case PngKind::grey:
        case PngKind::grey_16:
            return PNG_COLOR_TYPE_GRAY;
        case PngKind::grey_alpha:
            return PNG_COLOR_TYPE_GRAY_ALPHA;
        case PngKind::palette:
            return PNG_COLOR_TYPE_PALETTE;
        default:
            return PNG_COLOR_TYPE_RGB;
    }
}

std::string big_endian(std::uint32_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

std::uint32_t sum_of(const std::string& bytes) {
    std::uint32_t sum = ~0U;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? sum >> 1 ^ 0xEDB88320U : sum >> 1;
    }
    return ~sum;
}

}  // namespace

std::string png_picture(int width, int height, PngKind kind) {
    std::string bytes;
    png_struct* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_info* info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_struct* of, unsigned char* data, std::size_t size) {
            static_cast<std::string*>(png_get_io_ptr(of))->append(reinterpret_cast<const char*>(data), size);
        },
        nullptr);
    const bool wide = kind == PngKind::rgb_16 || kind == PngKind::grey_16;
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), wide ? 16 : 8,
                 colour_type(kind), kind == PngKind::rgb_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::array<png_color, 4> palette{};
    for (std::size_t i = 0; i < palette.size(); ++i) palette[i] = {quarters[i][0], quarters[i][1], quarters[i][2]};
    if (kind == PngKind::palette) png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
    std::vector<std::vector<unsigned char>> rows(static_cast<std::size_t>(height));
    std::vector<unsigned char*> pointers;
    for (int y = 0; y < height; ++y) {
        auto& row = rows[static_cast<std::size_t>(y)];
        for (int x = 0; x < width; ++x) put(row, kind, quarter_of(x, y, width, height));
        pointers.push_back(row.data());
    }
    png_set_rows(png, info, pointers.data());
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

std::string jpeg_picture(int width, int height, Orientation orientation, JpegKind kind) {
    const bool turned = lies_on_its_side(orientation);
    const int stored_width = turned ? height : width, stored_height = turned ? width : height;
    std::vector<unsigned char> pixels;
    for (int y = 0; y < stored_height; ++y)
        for (int x = 0; x < stored_width; ++x) {
            const Place seen = seen_at({x, y}, stored_width, stored_height, orientation);
            const std::size_t quarter = quarter_of(seen.x, seen.y, width, height);
            if (kind == JpegKind::grey)
                pixels.push_back(greys[quarter]);
            else
                pixels.insert(pixels.end(), quarters[quarter].begin(), quarters[quarter].end());
        }
    void* encoder = tjInitCompress();
    unsigned char* made = nullptr;
    unsigned long size = 0;
    const bool grey = kind == JpegKind::grey;
    const int flags = kind == JpegKind::progressive ? TJFLAG_PROGRESSIVE : 0;
    if (tjCompress2(encoder, pixels.data(), stored_width, 0, stored_height, grey ? TJPF_GRAY : TJPF_RGB, &made, &size,
                    grey ? TJSAMP_GRAY : TJSAMP_444, 95, flags) != 0)
        throw std::runtime_error("no JPEG");
    std::string bytes(reinterpret_cast<const char*>(made), size);
    tjFree(made);
    tjDestroy(encoder);
    return orientation == Orientation::upright ? bytes : with_exif(bytes, exif_saying(static_cast<int>(orientation)));
}

std::string with_chunk(const std::string& png, const std::string& type, const std::string& body) {
    constexpr std::size_t behind_head = 8 + 12 + 13;
    std::string whole = png;
    whole.insert(behind_head,
                 big_endian(static_cast<std::uint32_t>(body.size())) + type + body + big_endian(sum_of(type + body)));
    return whole;
}

std::string with_exif(const std::string& jpeg, const std::string& tiff) {
    const std::string body = std::string("Exif\0\0", 6) + tiff;
    const std::size_t length = body.size() + 2;
    std::string whole = jpeg;
    whole.insert(2, std::string{'\xFF', '\xE1', static_cast<char>(length >> 8), static_cast<char>(length)} + body);
    return whole;
}

std::string exif_saying(int orientation, const std::string& order) {
    const bool little = order == "II";
    const auto number = [&](std::uint32_t value, std::size_t bytes) {
        std::string text = big_endian(value).substr(4 - bytes);
        return little ? std::string(text.rbegin(), text.rend()) : text;
    };
    // The camera's maker stands first, as in a photograph: tag, type, count, value.
    return order + number(42, 2) + number(8, 4) + number(2, 2) + number(0x010F, 2) + number(2, 2) + number(3, 4) +
           "ab" + std::string(2, '\0') + number(0x0112, 2) + number(3, 2) + number(1, 4) +
           number(static_cast<std::uint32_t>(orientation), 2) + number(0, 2) + number(0, 4);
}

}  // namespace linli::support
