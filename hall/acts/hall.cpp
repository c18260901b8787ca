// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/hall.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "hall/acts/act.h"
#include "hall/base/bytes.h"
#include "hall/base/uuid.h"
#include "hall/journal/entry.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::int64_t first_version = 1;  // of a new hall's content

tl::unexpected<Error> there_already(const std::filesystem::path& database) {
    return fail(ErrorCode::invalid_input, fmt::format("there is a hall at {} already", database.string()));
}

void remove_database(const std::filesystem::path& database) {
    std::error_code ignored;
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(database.string() + part, ignored);
}

/// Never over a hall that another program has made meanwhile.
Status move_new(const std::filesystem::path& from, const std::filesystem::path& to) {
    // Whoever closes a database last writes its log into it; where that could not be, the log is still there.
    std::error_code ignored;
    if (std::filesystem::exists(from.string() + "-wal", ignored))
        return fail(ErrorCode::disk_full, fmt::format("{} could not be written to its end", from.string()));
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno == EEXIST) return there_already(to);
    return fail(ErrorCode::io, fmt::format("moving {} to its place failed: {}", from.string(), std::strerror(errno)));
}

}  // namespace

Hall::Hall(const Clock& clock, Actor actor, std::unique_ptr<HallStores> stores)
    : clock_(clock), actor_(std::move(actor)), stores_(std::move(stores)) {}
Hall::~Hall() = default;

Result<std::unique_ptr<Hall>> Hall::open_unread(const std::filesystem::path& database, const Clock& clock,
                                                Actor actor) {
    start_crypto();
    LINLI_TRY_ASSIGN(std::unique_ptr<HallStores> stores, HallStores::open(database, OpenMode::existing));
    return std::unique_ptr<Hall>(new Hall(clock, std::move(actor), std::move(stores)));
}

Result<std::unique_ptr<Hall>> Hall::open(const std::filesystem::path& database, const Clock& clock, Actor actor) {
    LINLI_TRY_ASSIGN(std::unique_ptr<Hall> hall, open_unread(database, clock, std::move(actor)));
    LINLI_TRY(hall->content());
    return hall;
}

Result<std::unique_ptr<Hall>> Hall::create(const std::filesystem::path& database, const Clock& clock, Actor actor,
                                           const ContentDocuments& documents) {
    start_crypto();
    std::error_code ignored;
    if (std::filesystem::exists(database, ignored)) return there_already(database);
    auto parsed = parse_hall_content(documents);
    if (!parsed) return fail(ErrorCode::invalid_content, parsed.error().text());
    if (const auto fault = check_pictures(*parsed)) return fail(ErrorCode::invalid_content, fault->text());
    const auto content = std::make_shared<const HallContent>(*std::move(parsed));

    // Made beside its place and then moved there: a hall is there whole or not at all, also where the power goes or the
    // disk is full.
    const std::filesystem::path unfinished = database.string() + ".unfinished";
    remove_database(unfinished);
    const Status made = set_up(unfinished, clock, actor, documents, content);
    const Status moved = made ? move_new(unfinished, database) : made;
    remove_database(unfinished);
    if (!moved) return tl::unexpected<Error>(moved.error());
    LINLI_TRY_ASSIGN(std::unique_ptr<Hall> hall, open_unread(database, clock, std::move(actor)));
    LINLI_TRY(hall->take_over(first_version, content));
    LINLI_TRY(hall->content());  // somebody may have installed other content by now
    return hall;
}

Status Hall::set_up(const std::filesystem::path& database, const Clock& clock, const Actor& actor,
                    const ContentDocuments& documents, const std::shared_ptr<const HallContent>& content) {
    LINLI_TRY_ASSIGN(std::unique_ptr<HallStores> stores, HallStores::open(database, OpenMode::create));
    Hall hall(clock, actor, std::move(stores));
    {
        LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
        Box box;
        box.box_id = new_uuid(clock.wall_ms());
        box.person_key = random_bytes(32);
        box.journal_chain = as_text(chain_start());
        box.mark.mark.reading = read(clock);
        LINLI_TRY(hall.stores().box.create(box));
        LINLI_TRY(hall.stores().content.install(first_version, documents, clock.wall_ms()));
        LINLI_TRY(transaction.commit());
    }
    LINLI_TRY(hall.take_over(first_version, content));
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY(act.record("hall.created", "box:" + act.box().box_id, wire::body({{"name", content->hall_name.zh}})));
    return act.commit();
}

Result<std::shared_ptr<const HallContent>> Hall::content() {
    LINLI_TRY_ASSIGN(const std::int64_t newest, stores_->content.newest_version());
    if (newest == content_version_) return content_;
    LINLI_TRY_ASSIGN(const ContentDocuments documents, stores_->content.load(newest));
    auto parsed = parse_hall_content(documents);
    // What is installed was checked before: a fault here means damage, or a newer program's format.
    if (!parsed) return fail(ErrorCode::corrupt, "the installed content cannot be read: " + parsed.error().text());
    LINLI_TRY(take_over(newest, std::make_shared<const HallContent>(*std::move(parsed))));
    return content_;
}

Status Hall::take_over(std::int64_t version, std::shared_ptr<const HallContent> content) {
    LINLI_TRY_ASSIGN(TimeZone zone, TimeZone::open(content->time_zone));
    zone_ = std::make_unique<TimeZone>(std::move(zone));
    content_ = std::move(content);
    content_version_ = version;
    return {};
}

Result<std::int64_t> Hall::change_mark() { return stores_->database->data_version(); }

}  // namespace linli
