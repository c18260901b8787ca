// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/variants.h"

#include <fmt/format.h>

namespace linli::kiosk::testing {

std::string Variant::name() const {
    return fmt::format("{}{}{}{}{}", shape == Shape::landscape ? "landscape" : "portrait",
                       modes.larger() ? "-larger" : "", modes.low() ? "-low" : "", modes.english() ? "-en" : "",
                       modes.contrast == Contrast::yellow_on_black  ? "-yellow"
                       : modes.contrast == Contrast::black_on_white ? "-white"
                                                                    : "");
}

std::vector<Variant> all_variants() {
    std::vector<Variant> variants;
    for (const Shape shape : {Shape::portrait, Shape::landscape})
        for (const TextSize size : {TextSize::normal, TextSize::larger})
            for (const Reach reach : {Reach::normal, Reach::low})
                for (const Language language : {Language::zh, Language::en})
                    variants.push_back({shape, {.language = language, .size = size, .reach = reach}});
    for (const Contrast contrast : {Contrast::yellow_on_black, Contrast::black_on_white})
        variants.push_back({Shape::portrait, {.contrast = contrast}});
    return variants;
}

}  // namespace linli::kiosk::testing
