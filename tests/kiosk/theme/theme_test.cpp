// SPDX-License-Identifier: Apache-2.0
#include "kiosk/theme/theme.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "hall/base/embedded.h"

namespace linli::kiosk {

namespace {

constexpr std::array sets{Contrast::normal, Contrast::yellow_on_black, Contrast::black_on_white};

struct Pair {
    Role text, ground;
};

constexpr std::array text_pairs{Pair{Role::text, Role::background},
                                Pair{Role::text, Role::surface},
                                Pair{Role::text, Role::surface_raised},
                                Pair{Role::text, Role::surface_sunk},
                                Pair{Role::text, Role::accent_soft},
                                Pair{Role::text, Role::success_soft},
                                Pair{Role::text, Role::warning_soft},
                                Pair{Role::text, Role::danger_soft},
                                Pair{Role::text, Role::sky_top},
                                Pair{Role::text, Role::sky_bottom},
                                Pair{Role::text_muted, Role::background},
                                Pair{Role::text_muted, Role::surface},
                                Pair{Role::text_muted, Role::surface_raised},
                                Pair{Role::text_muted, Role::surface_sunk},
                                Pair{Role::text_muted, Role::accent_soft},
                                Pair{Role::text_muted, Role::sky_top},
                                Pair{Role::text_muted, Role::sky_bottom},
                                Pair{Role::text_disabled, Role::surface_sunk},
                                Pair{Role::text_disabled, Role::background},
                                Pair{Role::accent_text, Role::accent},
                                Pair{Role::accent_text, Role::accent_pressed},
                                Pair{Role::accent_text, Role::roof_near},
                                Pair{Role::accent, Role::background},
                                Pair{Role::accent, Role::surface},
                                Pair{Role::accent, Role::surface_raised},
                                Pair{Role::accent, Role::accent_soft},
                                Pair{Role::success, Role::success_soft},
                                Pair{Role::warning, Role::warning_soft},
                                Pair{Role::danger, Role::danger_soft},
                                Pair{Role::danger, Role::background},
                                Pair{Role::ink, Role::surface_raised}};

// The board's colours are one set of their own.
constexpr std::array board_pairs{
    Pair{Role::board_text, Role::board_background},       Pair{Role::board_text, Role::board_surface},
    Pair{Role::board_text_muted, Role::board_background}, Pair{Role::board_text_muted, Role::board_surface},
    Pair{Role::board_number, Role::board_background},     Pair{Role::board_number, Role::board_surface},
    Pair{Role::board_warning, Role::board_background},    Pair{Role::board_warning, Role::board_warning_soft},
    Pair{Role::board_notice_text, Role::board_notice},    Pair{Role::board_notice_muted, Role::board_notice}};

constexpr std::array shape_pairs{Pair{Role::outline_strong, Role::surface_raised},
                                 Pair{Role::outline_strong, Role::background},
                                 Pair{Role::focus, Role::background},
                                 Pair{Role::brand_warm, Role::surface},
                                 Pair{Role::brand_warm, Role::background},
                                 Pair{Role::board_notice_sign, Role::board_notice},
                                 Pair{Role::board_house, Role::board_background}};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("every text role can be read on every ground it stands on") {
    const auto theme = Theme::embedded();
    REQUIRE(theme);
    for (const Contrast set : sets) {
        const double needed = set == Contrast::normal ? 4.5 : 7;
        for (const Pair pair : text_pairs) {
            INFO("set " << static_cast<int>(set) << " roles " << static_cast<int>(pair.text) << " on "
                        << static_cast<int>(pair.ground));
            CHECK(contrast_ratio(theme->colour(set, pair.text), theme->colour(set, pair.ground)) >= needed);
        }
        for (const Pair pair : board_pairs) {
            INFO("board roles " << static_cast<int>(pair.text) << " on " << static_cast<int>(pair.ground));
            CHECK(contrast_ratio(theme->colour(set, pair.text), theme->colour(set, pair.ground)) >= 4.5);
        }
        for (const char line : std::string("ABCDEFGHJK")) {
            INFO("line " << line);
            CHECK(contrast_ratio(theme->colour(set, {Role::line_ink, line}),
                                 theme->colour(set, {Role::line_soft, line})) >= needed);
        }
        for (const Pair pair : shape_pairs)
            CHECK(contrast_ratio(theme->colour(set, pair.text), theme->colour(set, pair.ground)) >= 3);
    }
}

TEST_CASE("contrast is WCAG's") {
    CHECK(contrast_ratio({0, 0, 0, 255}, {255, 255, 255, 255}) > 20.99);
    CHECK(contrast_ratio({119, 119, 119, 255}, {255, 255, 255, 255}) < 4.5);
    CHECK(contrast_ratio({118, 118, 118, 255}, {255, 255, 255, 255}) > 4.5);
}

TEST_CASE("larger text grows by 1.35 except the sizes that are large already") {
    const auto theme = Theme::embedded();
    REQUIRE(theme);
    CHECK(theme->em(TextRole::caption, TextSize::larger) == 38);
    CHECK(theme->em(TextRole::title, TextSize::larger) == 97);
    CHECK(theme->em(TextRole::display, TextSize::larger) == 112);
    CHECK(theme->em(TextRole::number, TextSize::larger) == theme->em(TextRole::number, TextSize::normal));
}

TEST_CASE("a theme with a wrong or missing field is refused by name") {
    const std::string good(embedded_file("assets/theme/theme.json")), sky(embedded_file("assets/theme/skyline.json"));
    CHECK(Theme::parse(good, sky));
    const auto broken = Theme::parse(replaced(good, "\"#F4EEE3\"", "\"sand\""), sky);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().message.find("background") != std::string::npos);
    const auto missing = Theme::parse(replaced(good, "\"heading\": 56", "\"headline\": 56"), sky);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("heading") != std::string::npos);
    const auto pale = Theme::parse(replaced(good, "\"house\": \"#6FB5A4\"", "\"house\": \"6FB5A4\""), sky);
    REQUIRE_FALSE(pale);
    CHECK(pale.error().message.find("board house") != std::string::npos);
    CHECK_FALSE(Theme::parse("{", sky));
}

}  // namespace linli::kiosk
