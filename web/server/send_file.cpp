// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/post.hpp>

#include "web/server/connection.h"

namespace linli::web {
namespace {

constexpr std::size_t piece_bytes = 32UL * 1024;

/// An open file that closes itself.
struct OpenFile {
    explicit OpenFile(const StaticFiles::File& wanted)
        : number(::open(wanted.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
        struct stat status {};
        const bool same = number >= 0 && ::fstat(number, &status) == 0 && status.st_ino == wanted.inode &&
                          static_cast<std::uint64_t>(status.st_size) == wanted.size &&
                          static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec ==
                              wanted.changed_ns;
        if (!same && number >= 0) {
            ::close(number);
            number = -1;
        }
    }
    ~OpenFile() {
        if (number >= 0) ::close(number);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int number = -1;
};

/// What of a file lies in memory already; 0 where the disk would have to be waited for.
std::size_t read_at_once(int file, std::string& into, std::uint64_t offset, std::size_t wanted) {
    into.resize(wanted);
    const iovec space{into.data(), wanted};
    const ssize_t count = ::preadv2(file, &space, 1, static_cast<off_t>(offset), RWF_NOWAIT);
    into.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return into.size();
}

std::string read_blocking(const StaticFiles::File& wanted, std::uint64_t offset, std::size_t size) {
    const OpenFile file(wanted);
    std::string bytes(size, '\0');
    const ssize_t count = file.number < 0 ? -1 : ::pread(file.number, bytes.data(), size, static_cast<off_t>(offset));
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
}

}  // namespace

asio::awaitable<void> Connection::send_file(Exchange& now) {
    const StaticFiles::Entry& entry = *now.plan.file;
    const Request& request = now.plan.request;
    const StaticFiles::File& wanted = entry.files.at(chosen_encoding(entry, request.header("accept-encoding")));
    const bool coded = &wanted != &entry.files.at(StaticFiles::Encoding::identity);
    std::vector<std::pair<std::string, std::string>> headers{{"ETag", wanted.etag}};
    if (entry.files.size() > 1) headers.emplace_back("Vary", "Accept-Encoding");
    if (coded) headers.emplace_back("Content-Encoding", wanted.path.extension() == ".br" ? "br" : "gzip");
    AnswerHead head;
    head.content_type = entry.content_type;
    head.length = wanted.size;
    head.cache_control = entry.immutable ? "public, max-age=31536000, immutable" : "no-cache";
    if (house_.stopping) now.after = AnswerHead::Connection::close;
    head.connection = now.after;

    const OpenFile file(wanted);
    if (file.number < 0) {
        now.plan.response = problem(404, "not_found", "The file has changed since the server started.");
        co_await answer(now);
        co_return;
    }
    if (names_etag(request.header("if-none-match"), wanted.etag)) head.status = 304;
    const std::string text = head_text(head, headers);
    co_await write_all(text, {});
    std::uint64_t sent = 0;
    if (head.status == 200 && now.plan.answer == Plan::Answer::whole) co_await send_content(wanted, file.number, sent);
    house_.answered(now.plan, now.method, head.status, now.began, sent);
    if (now.after == AnswerHead::Connection::close) next_ = Next::end;
}

/// Piece by piece, so that large files and slow readers take no memory.
asio::awaitable<void> Connection::send_content(const StaticFiles::File& wanted, int file, std::uint64_t& sent) {
    std::string piece;
    while (!closed_ && sent < wanted.size) {
        const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(piece_bytes, wanted.size - sent));
        if (read_at_once(file, piece, sent, size) == 0) {
            piece.resize(size);
            co_await read_from_disk(wanted, sent, piece);
        }
        if (piece.empty()) closed_ = true;
        if (!closed_) co_await write_all(piece, {});
        sent += piece.size();
    }
}

/// Fills a piece with what lies on the disk only, read where waiting hurts nobody; empties it where it cannot be read.
asio::awaitable<void> Connection::read_from_disk(const StaticFiles::File& wanted, std::uint64_t offset,
                                                 std::string& piece) {
    const std::size_t size = piece.size();
    piece.clear();
    struct Read {
        std::optional<std::string> bytes;
        std::weak_ptr<Connection> connection;
    };
    const auto read = std::make_shared<Read>();
    read->connection = weak_from_this();
    auto job = [read, gate = house_.gate, &wanted, offset, size] {
        std::string bytes = read_blocking(wanted, offset, size);
        const std::lock_guard lock(gate->mutex);
        if (!gate->io) return;
        asio::post(*gate->io, [read, bytes = std::move(bytes)]() mutable {
            read->bytes = std::move(bytes);
            if (const auto connection = read->connection.lock()) connection->wake();
        });
    };
    if (!house_.lane(Lane::waiting).add({}, std::move(job))) co_return;
    no_deadline();
    while (!read->bytes && !closed_) co_await wait_for_signal();
    if (read->bytes) piece = std::move(*read->bytes);
}

}  // namespace linli::web
