// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/puller.h"

#include "hall/acts/apply_feed.h"

namespace linli::agent {
namespace {

constexpr long gone = 410;
constexpr int pages_max = 100;  // then records get their turn

/// Cursors are opaque: whatever is not plain is written as %XX.
std::string in_address(std::string_view cursor) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-_.~";
    std::string text;
    for (const char byte : cursor) {
        const bool letter =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (letter || plain.find(byte) != std::string_view::npos) {
            text += byte;
        } else {
            const auto value = static_cast<unsigned char>(byte);
            text += {'%', digits[value >> 4U], digits[value & 15U]};
        }
    }
    return text;
}

}  // namespace

Result<Turn> Puller::pull(Hall& hall, const BoxLink& box) {
    std::string cursor = box.link.cursor;
    for (int page_number = 0; page_number < pages_max && !transport_.stopped(); ++page_number) {
        District district(transport_, hall, box);
        const auto page = district.ask<sync::FeedPage>(
            {Method::get, "/v1/pull?cursor=" + in_address(cursor) + "&wait=0", {}, {}, {}}, sync::read_feed_page);
        if (!page) return not_heard(hall, page.error());
        on_step_(SyncStep::feed_read);
        LINLI_TRY(apply_feed(hall, cursor, *page));
        on_step_(SyncStep::feed_applied);
        if (!page->more || page->cursor == cursor) break;
        cursor = page->cursor;
    }
    return Turn{Turn::Came::forward, {}};
}

Result<Turn> Puller::not_heard(Hall& hall, const Trouble& trouble) const {
    if (trouble.status == gone && trouble.problem.problem == "cursor_old") {
        LINLI_TRY(begin_feed_anew(hall));
        return Turn{Turn::Came::forward, {}};  // read from its beginning in a minute
    }
    return troubled(trouble);
}

}  // namespace linli::agent
