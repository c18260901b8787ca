// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

struct ImDrawData;

namespace linli::kiosk {

/// Pixels in memory, 0x00RRGGBB each, rows `stride` pixels apart.
struct PixelSurface {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0, stride = 0;
};

/// Paints Dear ImGui's triangles into memory, for panels without a graphics card and for tests. SDL's own software
/// renderer takes 30 to 100 ms for a page of 1080 × 1920, most of it for glyphs and rounded corners; this takes a few.
/// It knows what Linli draws: plain shapes, half-transparent rims, glyphs and pictures at the size they were made for.
class SoftwarePainter {
public:
    /// Tells ImGui that textures stay where they are: in memory; those of glyphs have one byte a pixel.
    static void start();
    /// Draws the lists over what is on the surface.
    static void paint(ImDrawData& data, const PixelSurface& surface);
    /// Lets ImGui's textures go, before its context ends.
    static void end();
};

}  // namespace linli::kiosk
