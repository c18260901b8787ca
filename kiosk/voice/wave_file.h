// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "hall/base/result.h"
#include "kiosk/voice/samples.h"

namespace linli::kiosk {

/// Reads a WAV file's bytes (RIFF, PCM). A data chunk that says it is longer than the bytes ends with them, as a
/// program writes it that does not know the length yet. Error: invalid_content for any other form than 22,050 Hz, mono,
/// 16 bit.
Result<Samples> read_wave(std::string_view bytes);
/// Errors: missing, io, invalid_content; at most `bytes_max` are read.
Result<Samples> read_wave_file(const std::filesystem::path& file, std::size_t bytes_max);
std::string wave_bytes(const Samples& samples);

}  // namespace linli::kiosk
