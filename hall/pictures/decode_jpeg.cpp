// SPDX-License-Identifier: Apache-2.0
#include <turbojpeg.h>

#include <memory>

#include "hall/pictures/raw_pixels.h"

namespace linli {
namespace {

struct Close {
    void operator()(void* decoder) const { tjDestroy(decoder); }
};

auto damaged() { return tl::unexpected<PictureFault>(PictureFault{"This JPEG is damaged or cut off."}); }

/// The smallest scale at which both sides are at least as large as wanted; whole where none is.
tjscalingfactor scale_for(int width, int height, PictureSize at_least) {
    int count = 0;
    const tjscalingfactor* factors = tjGetScalingFactors(&count);
    tjscalingfactor best{1, 1};
    for (int i = 0; factors != nullptr && i < count; ++i) {
        const tjscalingfactor one = factors[i];
        if (one.num * best.denom < best.num * one.denom && TJSCALED(width, one) >= at_least.width &&
            TJSCALED(height, one) >= at_least.height)
            best = one;
    }
    return best;
}

}  // namespace

tl::expected<RawPixels, PictureFault> decode_jpeg(std::string_view bytes, PictureSize at_least) {
    const std::unique_ptr<void, Close> decoder(tjInitDecompress());
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    int width = 0, height = 0, sampling = 0, colours = 0;
    if (!decoder || tjDecompressHeader3(decoder.get(), data, bytes.size(), &width, &height, &sampling, &colours) != 0)
        return damaged();
    // Bounds were looked at in our own reading of the header: both must have read the same.
    if (width > picture_side_max || height > picture_side_max || width * height > picture_pixels_max) return damaged();
    const tjscalingfactor scale = scale_for(width, height, at_least);
    RawPixels pixels{TJSCALED(width, scale), TJSCALED(height, scale), {}};
    constexpr std::size_t channels = 3;
    pixels.rgb.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * channels);
    // A warning is damage: bytes that are missing or out of place. Scans are limited, since a small file may hold
    // thousands of them that cost a whole picture's work each.
    constexpr int strictly = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
    if (tjDecompress2(decoder.get(), data, bytes.size(), pixels.rgb.data(), pixels.width, 0, pixels.height, TJPF_RGB,
                      strictly) != 0)
        return damaged();
    return pixels;
}

}  // namespace linli
