// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

struct ImTextureData;

namespace linli::kiosk {

/// Pixels that the canvas draws one to one: a texture of Dear ImGui's, with round corners of its own. Whoever shows a
/// picture owns one; with it go the pixels, on a graphics card with the next frame.
class Image {
public:
    Image() = default;
    /// `rgba` holds width × height × 4 bytes; nothing is drawn where it does not.
    Image(int width, int height, std::span<const std::uint8_t> rgba, float radius_px);
    Image(Image&& other) noexcept;
    Image& operator=(Image&& other) noexcept;
    ~Image();

    bool empty() const { return texture_ == nullptr; }
    ImTextureData* texture() const { return texture_; }
    int width() const;
    int height() const;

    /// Lets go what no frame shows any more. The panel calls it around each frame.
    static void sweep();
    /// Bytes of pixels that are held now, those among them that wait for the next frame to go.
    static std::size_t bytes_held();

private:
    ImTextureData* texture_ = nullptr;  // ImGui's until the frame after this object has gone
};

}  // namespace linli::kiosk
