// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/clip_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "kiosk/voice/built_in_clips.h"
#include "kiosk/voice/clip_list.h"
#include "kiosk/voice/wave_file.h"

namespace linli::kiosk {
namespace {

constexpr int silence_below = 200;
constexpr std::size_t file_bytes_max = 4UL * 1024 * 1024;

Result<Samples> recording(const std::filesystem::path& file) {
    LINLI_TRY_ASSIGN(Samples samples, read_wave_file(file, file_bytes_max));
    if (std::ranges::none_of(samples, [](std::int16_t sample) { return std::abs(sample) >= silence_below; }))
        return fail(ErrorCode::invalid_content, samples.empty() ? "it is empty" : "it is silent");
    if (samples.size() > samples_of_ms(clip_ms_max))
        return fail(ErrorCode::invalid_content,
                    fmt::format("it is {:.1f} s long; {:.1f} s fit", static_cast<double>(samples.size()) / sample_rate,
                                clip_ms_max / 1000.0));
    return samples;
}

}  // namespace

ClipSet ClipSet::built_in() {
    ClipSet set;
    for (const BuiltInClip& clip : built_in_clips()) {
        Samples samples(clip.bytes.size() / 2);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const auto low = static_cast<unsigned char>(clip.bytes[2 * i]);
            const auto high = static_cast<unsigned char>(clip.bytes[2 * i + 1]);
            samples[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(high << 8 | low));
        }
        set.clips_.emplace(clip.name, std::move(samples));
    }
    return set;
}

ClipSet ClipSet::from_folder(const std::filesystem::path& folder, std::vector<ClipFault>& faults) {
    ClipSet set = built_in();
    std::error_code problem;
    if (!std::filesystem::is_directory(folder, problem)) {
        faults.push_back({folder.string(), "there is no such folder"});
        return set;
    }
    for (const ClipSource& source : clip_list()) {
        const std::string file = source.name + ".wav";
        auto samples = recording(folder / file);
        if (samples)
            set.clips_[source.name] = std::move(*samples);
        else
            faults.push_back({file, samples.error().message});
    }
    return set;
}

const Samples& ClipSet::clip(std::string_view name) const {
    static const Samples none;
    const auto found = clips_.find(name);
    return found == clips_.end() ? none : found->second;
}

std::vector<ClipFault> check_clips(const std::filesystem::path& folder) {
    std::vector<ClipFault> faults;
    ClipSet::from_folder(folder, faults);
    return faults;
}

}  // namespace linli::kiosk
