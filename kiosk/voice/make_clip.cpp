// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/make_clip.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace linli::kiosk {
namespace {

constexpr int silence_below = 200;
constexpr double loudness = 3'600;  // root mean square: some 19 dB below full scale
constexpr double peak_max = 28'000;
constexpr std::int64_t soft_end_ms = 3;

// A tone with a quieter octave and twelfth above, struck at once and dying away.
double struck(double frequency, double seconds) {
    constexpr double attack_s = 0.008, decay_s = 0.28;
    if (seconds < 0) return 0;
    const double angle = 2 * std::numbers::pi * frequency * seconds;
    const double tone = std::sin(angle) + 0.35 * std::sin(2 * angle) * std::exp(-seconds * 4) +
                        0.12 * std::sin(3 * angle) * std::exp(-seconds * 8);
    return tone * std::min(seconds / attack_s, 1.0) * std::exp(-seconds / decay_s);
}

void soften_ends(Samples& samples) {
    const std::size_t length = std::min(samples_of_ms(soft_end_ms), samples.size() / 2);
    for (std::size_t i = 0; i < length; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(length);
        std::int16_t &first = samples[i], &last = samples[samples.size() - 1 - i];
        first = static_cast<std::int16_t>(first * part);
        last = static_cast<std::int16_t>(last * part);
    }
}

}  // namespace

Samples make_chime() {
    constexpr double upper = 659.26, lower = 523.25, second_after_s = 0.32, volume = 9'000;
    Samples samples(samples_of_ms(900));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double seconds = static_cast<double>(i) / sample_rate;
        const double end = std::min(1.0, (0.9 - seconds) / 0.15);
        samples[i] = static_cast<std::int16_t>(volume * end *
                                               (struck(upper, seconds) + struck(lower, seconds - second_after_s)));
    }
    return samples;
}

Samples make_clip(Samples spoken) {
    const auto loud = [](std::int16_t sample) { return std::abs(sample) >= silence_below; };
    spoken.erase(std::find_if(spoken.rbegin(), spoken.rend(), loud).base(), spoken.end());
    spoken.erase(spoken.begin(), std::find_if(spoken.begin(), spoken.end(), loud));
    double squares = 0, peak = 0;
    for (const std::int16_t sample : spoken) {
        squares += static_cast<double>(sample) * sample;
        peak = std::max(peak, std::abs(static_cast<double>(sample)));
    }
    if (peak == 0) return {};
    const double now = std::sqrt(squares / static_cast<double>(spoken.size()));
    const double gain = std::min(loudness / now, peak_max / peak);
    for (std::int16_t& sample : spoken) sample = static_cast<std::int16_t>(std::lround(sample * gain));
    soften_ends(spoken);
    return spoken;
}

}  // namespace linli::kiosk
