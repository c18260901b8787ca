// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/wave_file.h"

#include <fmt/format.h>

#include <cstring>
#include <fstream>
#include <optional>

namespace linli::kiosk {
namespace {

constexpr std::uint16_t pcm = 1, extensible = 0xFFFE;

// WAV is little endian, whatever the machine is.
std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t number = 0;
    for (int i = size - 1; i >= 0; --i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}

void put(std::string& bytes, std::uint32_t number, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::optional<Error> form_fault(std::string_view format) {
    if (format.size() < 16) return Error{ErrorCode::invalid_content, "its format is cut off"};
    const auto kind = number_at(format, 0, 2), channels = number_at(format, 2, 2), rate = number_at(format, 4, 4),
               bits = number_at(format, 14, 2);
    if ((kind == pcm || kind == extensible) && channels == 1 && rate == sample_rate && bits == 16) return {};
    return Error{ErrorCode::invalid_content,
                 fmt::format("{} Hz, {} channel(s), {} bit{}: it must be {} Hz, mono, 16 bit PCM", rate, channels, bits,
                             kind == pcm || kind == extensible ? "" : ", compressed", sample_rate)};
}

Samples samples_in(std::string_view data) {
    Samples samples(data.size() / 2);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(number_at(data, 2 * i, 2)));
    return samples;
}

}  // namespace

Result<Samples> read_wave(std::string_view bytes) {
    if (bytes.size() < 12 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WAVE")
        return fail(ErrorCode::invalid_content, "it is no WAV file");
    bool has_format = false;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::string_view name = bytes.substr(at, 4);
        const std::size_t size = number_at(bytes, at + 4, 4);
        const std::string_view chunk = bytes.substr(at + 8, size);
        if (name == "fmt ") {
            if (auto fault = form_fault(chunk)) return tl::unexpected<Error>(*fault);
            has_format = true;
        }
        if (name == "data") {
            if (!has_format) return fail(ErrorCode::invalid_content, "its samples stand before their format");
            return samples_in(chunk);
        }
        at += 8 + size + size % 2;
    }
    return fail(ErrorCode::invalid_content, "it holds no samples");
}

Result<Samples> read_wave_file(const std::filesystem::path& file, std::size_t bytes_max) {
    std::error_code problem;
    if (!std::filesystem::exists(file, problem)) return fail(ErrorCode::missing, "it is not there");
    if (!std::filesystem::is_regular_file(file, problem)) return fail(ErrorCode::io, "it is no plain file");
    std::ifstream in(file, std::ios::binary);
    std::string bytes(bytes_max + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in && !in.eof()) return fail(ErrorCode::io, "it cannot be read");
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > bytes_max) return fail(ErrorCode::invalid_content, "it is too large");
    return read_wave(bytes);
}

std::string wave_bytes(const Samples& samples) {
    const auto size = static_cast<std::uint32_t>(samples.size() * 2);
    std::string bytes = "RIFF";
    put(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    put(bytes, 16, 4);
    put(bytes, pcm, 2);
    put(bytes, 1, 2);
    put(bytes, sample_rate, 4);
    put(bytes, sample_rate * 2, 4);
    put(bytes, 2, 2);
    put(bytes, 16, 2);
    bytes += "data";
    put(bytes, size, 4);
    for (const std::int16_t sample : samples) put(bytes, static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

}  // namespace linli::kiosk
