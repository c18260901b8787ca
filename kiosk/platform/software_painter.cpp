// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/software_painter.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace linli::kiosk {

namespace {

/// A colour or place in the texture that changes evenly over a triangle: its value at a pixel and its step to the
/// right.
struct Slope {
    float at = 0, dx = 0, dy = 0;
    float value(float x, float y) const { return at + dx * x + dy * y; }
};

struct Texture {
    const unsigned char* alpha = nullptr;  // of glyphs: one byte a pixel
    const unsigned char* rgba = nullptr;   // of pictures: four
    int width = 0, height = 0;
};

int first_pixel(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }

std::uint32_t mixed(std::uint32_t below, std::uint32_t colour, std::uint32_t alpha) {
    // Two channels at a time; 0 to 255 becomes 0 to 256, so that a shift divides.
    const std::uint32_t part = alpha + (alpha >> 7);
    const std::uint32_t red_blue = below & 0xFF00FFU, green = below & 0x00FF00U;
    const std::uint32_t mixed_red_blue = red_blue + ((((colour & 0xFF00FFU) - red_blue) * part) >> 8);
    const std::uint32_t mixed_green = green + ((((colour & 0x00FF00U) - green) * part) >> 8);
    return (mixed_red_blue & 0xFF00FFU) | (mixed_green & 0x00FF00U);
}

/// ImGui's vertex colour as the surface has it.
std::uint32_t surface_colour(ImU32 colour) {
    return ((colour & 0xFFU) << 16) | (colour & 0xFF00U) | ((colour >> 16) & 0xFFU);
}

/// One draw command's triangles on the surface, within its clip rectangle.
class Painter {
public:
    Painter(const PixelSurface& surface, const Texture& texture, const ImVec4& clip)
        : surface_(surface),
          texture_(texture),
          left_(std::max(0, static_cast<int>(clip.x))),
          top_(std::max(0, static_cast<int>(clip.y))),
          right_(std::min(surface.width, static_cast<int>(clip.z))),
          bottom_(std::min(surface.height, static_cast<int>(clip.w))) {}

    void rect(const ImDrawVert& from, const ImDrawVert& to) const {
        const int y_end = std::min(bottom_, first_pixel(to.pos.y));
        const int x_begin = std::max(left_, first_pixel(from.pos.x)), x_end = std::min(right_, first_pixel(to.pos.x));
        const bool plain = from.uv.x == to.uv.x && from.uv.y == to.uv.y;
        for (int y = std::max(top_, first_pixel(from.pos.y)); y < y_end; ++y) {
            if (texture_.rgba != nullptr)
                picture_span(y, x_begin, x_end, from, to);
            else if (plain)
                plain_span(y, x_begin, x_end, from.col);
            else
                glyph_span(y, x_begin, x_end, from, to);
        }
    }

    void triangle(std::array<const ImDrawVert*, 3> v) const {
        std::sort(v.begin(), v.end(), [](const auto* a, const auto* b) { return a->pos.y < b->pos.y; });
        const float height = v[2]->pos.y - v[0]->pos.y;
        if (height <= 0) return;
        const bool one_colour = v[0]->col == v[1]->col && v[1]->col == v[2]->col;
        const int y_end = std::min(bottom_, first_pixel(v[2]->pos.y));
        for (int y = std::max(top_, first_pixel(v[0]->pos.y)); y < y_end; ++y) {
            const float centre = static_cast<float>(y) + 0.5F;
            float a = edge_at(*v[0], *v[2], centre);
            float b = centre < v[1]->pos.y ? edge_at(*v[0], *v[1], centre) : edge_at(*v[1], *v[2], centre);
            if (a > b) std::swap(a, b);
            const int x_begin = std::max(left_, first_pixel(a)), x_end = std::min(right_, first_pixel(b));
            if (x_begin >= x_end) continue;
            if (one_colour)
                plain_span(y, x_begin, x_end, v[0]->col);
            else
                blended_span(y, x_begin, x_end, v);
        }
    }

private:
    static float edge_at(const ImDrawVert& from, const ImDrawVert& to, float y) {
        const float height = to.pos.y - from.pos.y;
        return height <= 0 ? from.pos.x : from.pos.x + (to.pos.x - from.pos.x) * (y - from.pos.y) / height;
    }

    std::uint32_t* row(int y) const { return surface_.pixels + static_cast<std::ptrdiff_t>(y) * surface_.stride; }

    void plain_span(int y, int begin, int end, ImU32 vertex_colour) const {
        if (begin >= end) return;
        const std::uint32_t colour = surface_colour(vertex_colour), alpha = vertex_colour >> 24;
        std::uint32_t* pixels = row(y);
        if (alpha == 255)
            std::fill(pixels + begin, pixels + end, colour);
        else if (alpha > 0)
            for (int x = begin; x < end; ++x) pixels[x] = mixed(pixels[x], colour, alpha);
    }

    /// Where in the texture the middle of this pixel lies, counted in its pixels.
    static float along(float centre, float a, float b, float ua, float ub, int size) {
        return (ua + (ub - ua) * (centre - a) / (b - a)) * static_cast<float>(size);
    }

    void picture_span(int y, int begin, int end, const ImDrawVert& from, const ImDrawVert& to) const {
        const float v = along(static_cast<float>(y) + 0.5F, from.pos.y, to.pos.y, from.uv.y, to.uv.y, texture_.height);
        const unsigned char* row_begin =
            texture_.rgba +
            std::ptrdiff_t{std::clamp(static_cast<int>(v), 0, texture_.height - 1)} * texture_.width * 4;
        const float step = (to.uv.x - from.uv.x) * static_cast<float>(texture_.width) / (to.pos.x - from.pos.x);
        const float first =
            along(static_cast<float>(begin) + 0.5F, from.pos.x, to.pos.x, from.uv.x, to.uv.x, texture_.width);
        std::uint32_t* pixels = row(y);
        for (int x = begin; x < end; ++x) {
            const int at = static_cast<int>(first + step * static_cast<float>(x - begin));
            const unsigned char* texel = row_begin + std::ptrdiff_t{std::clamp(at, 0, texture_.width - 1)} * 4;
            const std::uint32_t colour =
                static_cast<std::uint32_t>(texel[0]) << 16 | static_cast<std::uint32_t>(texel[1]) << 8 | texel[2];
            pixels[x] = texel[3] == 255 ? colour : mixed(pixels[x], colour, texel[3]);
        }
    }

    void glyph_span(int y, int begin, int end, const ImDrawVert& from, const ImDrawVert& to) const {
        const float v = along(static_cast<float>(y) + 0.5F, from.pos.y, to.pos.y, from.uv.y, to.uv.y, texture_.height);
        const unsigned char* texels =
            texture_.alpha + std::ptrdiff_t{std::clamp(static_cast<int>(v), 0, texture_.height - 1)} * texture_.width;
        const float step = (to.uv.x - from.uv.x) * static_cast<float>(texture_.width) / (to.pos.x - from.pos.x);
        float u = along(static_cast<float>(begin) + 0.5F, from.pos.x, to.pos.x, from.uv.x, to.uv.x, texture_.width);
        const std::uint32_t colour = surface_colour(from.col), whole = from.col >> 24;
        std::uint32_t* pixels = row(y);
        for (int x = begin; x < end; ++x, u += step) {
            const std::uint32_t ink = texels[std::clamp(static_cast<int>(u), 0, texture_.width - 1)];
            if (ink == 0) continue;
            const std::uint32_t alpha = whole == 255 ? ink : ink * whole / 255;
            pixels[x] = alpha == 255 ? colour : mixed(pixels[x], colour, alpha);
        }
    }

    /// The four channels as slopes over the triangle.
    static std::array<Slope, 4> channels(const std::array<const ImDrawVert*, 3>& v) {
        const ImVec2 a = v[0]->pos, b = v[1]->pos, c = v[2]->pos;
        const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        std::array<Slope, 4> slopes;
        for (int i = 0; i < 4; ++i) {
            const auto channel = [&](int corner) {
                return static_cast<float>((v[static_cast<std::size_t>(corner)]->col >> (8 * i)) & 0xFFU);
            };
            const float ab = channel(1) - channel(0), ac = channel(2) - channel(0);
            Slope& slope = slopes[static_cast<std::size_t>(i)];
            slope.dx = area == 0 ? 0 : (ab * (c.y - a.y) - ac * (b.y - a.y)) / area;
            slope.dy = area == 0 ? 0 : (ac * (b.x - a.x) - ab * (c.x - a.x)) / area;
            slope.at = channel(0) - slope.dx * a.x - slope.dy * a.y;
        }
        return slopes;
    }

    void blended_span(int y, int begin, int end, const std::array<const ImDrawVert*, 3>& v) const {
        const std::array<Slope, 4> slopes = channels(v);
        const auto colour_at = [&](int x) {
            ImU32 colour = 0;
            for (int i = 0; i < 4; ++i) {
                const float value = slopes[static_cast<std::size_t>(i)].value(static_cast<float>(x) + 0.5F,
                                                                              static_cast<float>(y) + 0.5F);
                colour |= static_cast<ImU32>(std::clamp(value + 0.5F, 0.F, 255.F)) << (8 * i);
            }
            return colour;
        };
        // A sky changes from top to bottom only.
        if (std::all_of(slopes.begin(), slopes.end(), [](const Slope& slope) { return std::abs(slope.dx) < 1e-4F; })) {
            plain_span(y, begin, end, colour_at(begin));
            return;
        }
        for (int x = begin; x < end; ++x) plain_span(y, x, x + 1, colour_at(x));
    }

    PixelSurface surface_;
    Texture texture_;
    int left_, top_, right_, bottom_;
};

/// Two triangles that are one upright rectangle of one colour, as ImGui writes rectangles and glyphs.
bool is_rect(const ImDrawVert* vertices, const ImDrawIdx* index) {
    if (index[3] != index[0] || index[4] != index[2]) return false;
    const ImDrawVert &a = vertices[index[0]], &b = vertices[index[1]], &c = vertices[index[2]], &d = vertices[index[5]];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x;
    return upright && a.pos.x < c.pos.x && a.pos.y < c.pos.y && a.col == b.col && b.col == c.col && c.col == d.col;
}

void paint_command(const ImDrawList& list, const ImDrawCmd& command, const PixelSurface& surface) {
    Texture texture;
    if (const ImTextureData* data = command.TexRef._TexData) {
        const bool picture = data->Format == ImTextureFormat_RGBA32;
        texture = {picture ? nullptr : data->Pixels, picture ? data->Pixels : nullptr, data->Width, data->Height};
    }
    const Painter painter(surface, texture, command.ClipRect);
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* end = index + command.ElemCount;
    while (index + 3 <= end) {
        if (index + 6 <= end && is_rect(vertices, index)) {
            painter.rect(vertices[index[0]], vertices[index[2]]);
            index += 6;
        } else {
            painter.triangle({&vertices[index[0]], &vertices[index[1]], &vertices[index[2]]});
            index += 3;
        }
    }
}

}  // namespace

void SoftwarePainter::start() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = "linli";
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
}

void SoftwarePainter::paint(ImDrawData& data, const PixelSurface& surface) {
    for (ImTextureData* texture : *data.Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) {
            texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID) + 1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
    for (const ImDrawList* list : data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer) paint_command(*list, command, surface);
}

void SoftwarePainter::end() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->RefCount != 1) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = nullptr;
    io.BackendFlags &= ~(ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset);
}

}  // namespace linli::kiosk
