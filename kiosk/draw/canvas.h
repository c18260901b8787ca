// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "kiosk/draw/geometry.h"
#include "kiosk/draw/layout_record.h"
#include "kiosk/draw/text_style.h"
#include "kiosk/theme/theme.h"

struct ImDrawList;

namespace linli::kiosk {

class Fonts;
class Image;
class TextBlock;

/// Where the design's space stands on the panel: pixels = units × scale + offset; the rest is letterbox.
struct Projection {
    Size space{1080, 1920};
    float scale = 1;
    float offset_x = 0, offset_y = 0;
    static Projection fit(int width_px, int height_px);
    Point to_units(float x_px, float y_px) const { return {(x_px - offset_x) / scale, (y_px - offset_y) / scale}; }
};

enum class Corners : std::uint8_t { all, top, bottom };

/// Draws one frame in design units and records all of it. Screens and widgets get it from Ui. Nothing is ever clipped
/// or made smaller to fit: what does not fit sticks out, and the layout test shows it.
class Canvas {
public:
    Canvas(ImDrawList& list, const Theme& theme, const Fonts& fonts, Contrast contrast, TextSize size,
           const Projection& projection, LayoutRecord& record);

    Size space() const { return projection_.space; }
    const Theme& theme() const { return theme_; }
    Contrast contrast() const { return contrast_; }
    float em(TextRole role) const { return theme_.em(role, size_); }
    float line(TextRole role) const { return theme_.line_height(role, size_); }
    float line(const TextStyle& style) const;
    /// An icon's em in this mode: × 1.2 when larger.
    float icon_em(float em) const { return size_ == TextSize::larger ? em * 1.2F : em; }
    bool can_draw(char32_t character) const;
    float length(std::string_view name) const { return theme_.length(name); }

    /// Size of the block when wrapped at `width`; "\n" breaks always.
    Size measure(std::string_view text, const TextStyle& style, float width = unbounded) const;
    Size measure(std::span<const Span> spans, const TextStyle& style, float width = unbounded) const;
    /// Sets a block into the box: wrapped at its width (UAX #14), aligned and standing as the style says. Gives its
    /// size.
    Size text(const Rect& box, std::string_view text, const TextStyle& style);
    Size text(const Rect& box, std::span<const Span> spans, const TextStyle& style);
    /// The same with "*bold*" spans. For catalogue texts only: what people or content wrote may hold asterisks.
    Size marked(const Rect& box, std::string_view marked_text, const TextStyle& style);
    Size measure_marked(std::string_view marked_text, const TextStyle& style, float width = unbounded) const;
    /// The glyph in the middle of the box, as large as its shorter side.
    void icon(const Rect& box, std::string_view name, Tint tint);

    /// Fills the rect with the image, pixel by pixel where it was made for pixels(rect).
    void image(const Rect& rect, const Image& image);
    /// Here stands a picture, whether it has come or not: what is heard of it.
    void note_image(const Rect& rect, std::string words);
    struct Pixels {
        int width = 0, height = 0;
        bool operator==(const Pixels&) const = default;
    };
    /// How many of the panel's pixels the rect covers.
    Pixels pixels(const Rect& rect) const;

    void fill(const Rect& rect, Tint tint, float radius = 0, Corners corners = Corners::all);
    /// An edge inside the rect; `stroke` units wide.
    void edge(const Rect& rect, Tint tint, float stroke, float radius = 0);
    /// Fill with an edge in one; cheaper than both. In high contrast the edge is 4 units at least.
    void panel(const Rect& rect, Tint inside, Tint outline, float stroke, float radius);
    /// A horizontal or vertical line as a filled rect, 2 units (4 in high contrast).
    void rule(const Rect& rect, Tint tint = Role::outline);
    void triangle(Point a, Point b, Point c, Tint tint);
    void disc(Point centre, float radius, Tint tint);
    void ring(Point centre, float radius, float stroke, Tint tint);
    /// From 12 o'clock clockwise; `turn` 1 is the whole circle.
    void arc(Point centre, float radius, float stroke, float turn, Tint tint);
    void gradient(const Rect& rect, Tint top, Tint bottom);
    /// The whole screen in one half-transparent quad. What was drawn before is behind the dialog from now on.
    void scrim(const Rect& dialog);
    /// A QR code of the smallest version, black on white with its quiet zone of 4 modules, whole units a module,
    /// centred. Gives the rect it covers; empty where the text is too long.
    Rect qr(const Rect& box, std::string_view text);

    void clip(const Rect& rect);
    void unclip();

    LayoutRecord& record() { return record_; }

private:
    float px(float units) const { return units * projection_.scale; }
    /// Whole pixels, so that neighbouring fills meet without a seam.
    float px_x(float units) const;
    float px_y(float units) const;
    std::uint32_t ink(Tint tint) const;
    void note_fill(const Rect& rect, Tint tint);
    void strips(const Rect& rect, std::uint32_t colour, float radius, Corners corners);
    TextBlock lay_out(std::span<const Span> spans, const TextStyle& style, float width) const;

    ImDrawList& list_;
    const Theme& theme_;
    const Fonts& fonts_;
    Contrast contrast_;
    TextSize size_;
    Projection projection_;
    LayoutRecord& record_;
};

}  // namespace linli::kiosk
