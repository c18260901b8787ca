// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_fonts.h"

#include <fmt/format.h>
#include <ft2build.h>

#include "hall/base/utf8.h"

#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace linli::kiosk {

namespace {

constexpr std::size_t kept_most = 4096;
// A dot is burnt where the letter covers that much of it, of 255. A little less than half: thin strokes must not break.
constexpr unsigned char covered_least = 112;
// HanaMin is a thin Ming face; beside Noto its strokes need this share of the size more.
constexpr int rare_thicker_by = 34, rare_bold_thicker_by = 16;

struct FaceEnd {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<FT_FaceRec, FaceEnd>;

// FreeType maps the file; its pages come as letters are used.
Face face_of(FT_Library library, const std::filesystem::path& file, int index) {
    FT_Face face = nullptr;
    if (file.empty() || FT_New_Face(library, file.c_str(), index, &face) != 0) return nullptr;
    return Face(face);
}

// Variation selectors and joiners choose a shape and have none.
bool has_no_shape(char32_t code) {
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF) || code == 0x200D;
}

void take_dots(const FT_Bitmap& bitmap, SlipGlyph& glyph) {
    glyph.width = static_cast<int>(bitmap.width);
    glyph.height = static_cast<int>(bitmap.rows);
    glyph.dots.reserve(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned int y = 0; y < bitmap.rows; ++y) {
        const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
        for (unsigned int x = 0; x < bitmap.width; ++x) glyph.dots.push_back(row[x] >= covered_least ? 1 : 0);
    }
}

}  // namespace

struct SlipFonts::Faces {
    ~Faces() {
        regular.reset();
        bold.reset();
        rare.reset();
        if (library != nullptr) FT_Done_FreeType(library);
    }
    FT_Library library = nullptr;
    Face regular, bold, rare;
};

SlipFonts::SlipFonts(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {
    const FT_Face face = faces_->regular.get();
    ascent_ = static_cast<float>(face->ascender) / static_cast<float>(face->units_per_EM);
    descent_ = -static_cast<float>(face->descender) / static_cast<float>(face->units_per_EM);
}

SlipFonts::~SlipFonts() = default;

Result<std::unique_ptr<SlipFonts>> SlipFonts::open(const FontFiles& files) {
    auto faces = std::make_unique<Faces>();
    if (FT_Init_FreeType(&faces->library) != 0) return fail(ErrorCode::io, "FreeType cannot be started");
    faces->regular = face_of(faces->library, files.regular, files.text_face);
    faces->bold = face_of(faces->library, files.bold, files.text_face);
    faces->rare = face_of(faces->library, files.rare, 0);
    if (!faces->regular || !faces->bold || faces->regular->units_per_EM == 0)
        return fail(ErrorCode::corrupt,
                    fmt::format("a font file cannot be read: {} or {}", files.regular.string(), files.bold.string()));
    return std::unique_ptr<SlipFonts>(new SlipFonts(std::move(faces)));
}

bool SlipFonts::has(char32_t code) const {
    return FT_Get_Char_Index(faces_->regular.get(), code) != 0 ||
           (faces_->rare && FT_Get_Char_Index(faces_->rare.get(), code) != 0);
}

const SlipGlyph& SlipFonts::glyph(char32_t code, SlipWeight weight, int size_dots) {
    const auto key = std::tuple(code, weight, size_dots);
    const auto known = drawn_.find(key);
    if (known != drawn_.end()) return known->second;
    if (drawn_.size() >= kept_most) drawn_.clear();
    return drawn_.emplace(key, draw(code, weight, size_dots)).first->second;
}

SlipGlyph SlipFonts::draw(char32_t code, SlipWeight weight, int size_dots) {
    SlipGlyph glyph;
    if (has_no_shape(code)) return glyph;
    FT_Face face = weight == SlipWeight::bold ? faces_->bold.get() : faces_->regular.get();
    FT_UInt index = FT_Get_Char_Index(face, code);
    const bool rare = index == 0 && faces_->rare && FT_Get_Char_Index(faces_->rare.get(), code) != 0;
    if (rare) {
        face = faces_->rare.get();
        index = FT_Get_Char_Index(face, code);
    }
    glyph.found = index != 0;
    if (FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(size_dots)) != 0 ||
        FT_Load_Glyph(face, index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0)
        return glyph;
    if (rare)
        FT_Outline_Embolden(&face->glyph->outline,
                            size_dots * 64 / (weight == SlipWeight::bold ? rare_bold_thicker_by : rare_thicker_by));
    glyph.advance = static_cast<float>(face->glyph->linearHoriAdvance) / 65536.0F;
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return glyph;
    glyph.left = face->glyph->bitmap_left;
    glyph.top = face->glyph->bitmap_top;
    take_dots(face->glyph->bitmap, glyph);
    return glyph;
}

void SlipFonts::warm_up(std::string_view words, SlipWeight weight, int size_dots) {
    for (const Character& character : characters(words)) glyph(character.code, weight, size_dots);
}

}  // namespace linli::kiosk
