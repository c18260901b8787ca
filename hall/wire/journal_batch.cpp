// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/journal_batch.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

#include "hall/wire/sync_limits.h"

namespace linli::wire {
namespace {

constexpr int level = 1;

struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

/// Piece by piece, because the frame's own word for its size may be missing, or a lie.
Result<std::string> unpack(std::string_view packed, std::size_t most) {
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    if (!stream) return fail(ErrorCode::io, "no memory to unpack a batch");
    std::string text(most + 1, '\0');
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{text.data(), text.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size && out.pos < out.size && left != 0) {
        left = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(left) != 0)
            return fail(ErrorCode::corrupt, std::string("the batch cannot be unpacked: ") + ZSTD_getErrorName(left));
    }
    if (out.pos > most) return fail(ErrorCode::invalid_input, "the batch unpacks to more than is allowed");
    if (left != 0) return fail(ErrorCode::corrupt, "the batch is cut off");
    if (in.pos < in.size) return fail(ErrorCode::corrupt, "there are bytes behind the batch's end");
    text.resize(out.pos);
    return text;
}

}  // namespace

std::string pack_batch(const std::vector<std::string>& entries) {
    std::string text;
    for (const std::string& entry : entries) text.append(entry).push_back('\n');
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), level);
    packed.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return packed;
}

std::vector<std::string_view> Batch::entries() const {
    std::vector<std::string_view> lines;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return lines;
}

Result<Batch> unpack_batch(std::string_view packed) {
    if (packed.size() > sync::batch_packed_max) return fail(ErrorCode::invalid_input, "the batch is too large");
    LINLI_TRY_ASSIGN(std::string text, unpack(packed, sync::batch_bytes_max));
    if (text.empty() || text.back() != '\n') return fail(ErrorCode::invalid_input, "the last line has no end");
    if (text.front() == '\n' || text.find("\n\n") != std::string::npos)
        return fail(ErrorCode::invalid_input, "a line is empty");
    const auto lines = std::count(text.begin(), text.end(), '\n');
    if (static_cast<std::size_t>(lines) > sync::batch_entries_max)
        return fail(ErrorCode::invalid_input, "there are too many entries");
    return Batch{std::move(text)};
}

}  // namespace linli::wire
