// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/image.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace linli::kiosk {
namespace {

/// Makes what lies outside the corners' arcs transparent, with an even rim of one pixel.
void round_corners(ImTextureData& texture, float radius) {
    const int reach = std::min({static_cast<int>(std::ceil(radius)), texture.Width / 2, texture.Height / 2});
    const auto whole = static_cast<float>(reach);
    constexpr int alpha_at = 3;
    for (int y = 0; y < reach; ++y)
        for (int x = 0; x < reach; ++x) {
            const float dx = whole - static_cast<float>(x) - 0.5F, dy = whole - static_cast<float>(y) - 0.5F;
            const float inside = std::clamp(whole - std::sqrt(dx * dx + dy * dy) + 0.5F, 0.F, 1.F);
            if (inside >= 1) continue;
            const auto alpha = static_cast<unsigned char>(inside * 255);
            const int right = texture.Width - 1 - x, bottom = texture.Height - 1 - y;
            for (const auto& [column, row] : {std::pair{x, y}, {right, y}, {x, bottom}, {right, bottom}})
                static_cast<unsigned char*>(texture.GetPixelsAt(column, row))[alpha_at] = alpha;
        }
}

}  // namespace

Image::Image(int width, int height, std::span<const std::uint8_t> rgba, float radius_px) {
    constexpr std::size_t pixel_bytes = 4;
    if (width <= 0 || height <= 0 || ImGui::GetCurrentContext() == nullptr) return;
    if (rgba.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * pixel_bytes) return;
    texture_ = IM_NEW(ImTextureData)();
    texture_->Create(ImTextureFormat_RGBA32, width, height);
    std::memcpy(texture_->GetPixels(), rgba.data(), rgba.size());
    round_corners(*texture_, radius_px);
    ImGui::RegisterUserTexture(texture_);
}

Image::Image(Image&& other) noexcept : texture_(std::exchange(other.texture_, nullptr)) {}
Image& Image::operator=(Image&& other) noexcept {
    std::swap(texture_, other.texture_);
    return *this;
}

// What a frame may still show cannot go at once: it is marked, and sweep() takes it when the renderer has let it go.
Image::~Image() {
    if (texture_ != nullptr) texture_->WantDestroyNextFrame = true;
}

int Image::width() const { return texture_ == nullptr ? 0 : texture_->Width; }
int Image::height() const { return texture_ == nullptr ? 0 : texture_->Height; }

void Image::sweep() {
    ImVector<ImTextureData*>& textures = ImGui::GetCurrentContext()->UserTextures;
    for (int i = textures.Size - 1; i >= 0; --i) {
        ImTextureData* texture = textures[i];
        if (!texture->WantDestroyNextFrame) continue;
        if (texture->TexID == ImTextureID_Invalid) {  // not with the renderer yet, or no more
            ImGui::UnregisterUserTexture(texture);
            ImGui::GetPlatformIO().Textures.find_erase(texture);  // a list that is made anew only with the next frame
            IM_DELETE(texture);
        } else {
            texture->SetStatus(ImTextureStatus_WantDestroy);
            ++texture->UnusedFrames;
        }
    }
}

std::size_t Image::bytes_held() {
    std::size_t bytes = 0;
    for (const ImTextureData* texture : ImGui::GetCurrentContext()->UserTextures)
        bytes += static_cast<std::size_t>(texture->GetSizeInBytes());
    return bytes;
}

}  // namespace linli::kiosk
