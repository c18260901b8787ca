// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/hall.h"

#include <fmt/format.h>

#include "hall/acts/act.h"
#include "hall/base/bytes.h"
#include "hall/base/uuid.h"
#include "hall/journal/entry.h"
#include "hall/wire/journal_body.h"

namespace linli {

Hall::Hall(const Clock& clock, Actor actor, std::unique_ptr<HallStores> stores)
    : clock_(clock), actor_(std::move(actor)), stores_(std::move(stores)) {}
Hall::~Hall() = default;

Result<std::unique_ptr<Hall>> Hall::open(const std::filesystem::path& database, const Clock& clock, Actor actor) {
    start_crypto();
    LINLI_TRY_ASSIGN(std::unique_ptr<HallStores> stores, HallStores::open(database, OpenMode::existing));
    std::unique_ptr<Hall> hall(new Hall(clock, std::move(actor), std::move(stores)));
    LINLI_TRY(hall->content());
    return hall;
}

Result<std::unique_ptr<Hall>> Hall::create(const std::filesystem::path& database, const Clock& clock, Actor actor,
                                           const ContentDocuments& documents) {
    start_crypto();
    std::error_code ignored;
    if (std::filesystem::exists(database, ignored))
        return fail(ErrorCode::invalid_input, fmt::format("there is a hall at {} already", database.string()));
    auto content = parse_hall_content(documents);
    if (!content) return fail(ErrorCode::invalid_content, content.error().text());

    LINLI_TRY_ASSIGN(std::unique_ptr<HallStores> stores, HallStores::open(database, OpenMode::create));
    std::unique_ptr<Hall> hall(new Hall(clock, std::move(actor), std::move(stores)));
    {
        LINLI_TRY_ASSIGN(Transaction transaction, hall->stores().database->begin_write());
        Box box;
        box.box_id = new_uuid(clock.wall_ms());
        box.person_key = random_bytes(32);
        box.journal_chain = as_text(chain_start());
        box.mark.mark.reading = read(clock);
        LINLI_TRY(hall->stores().box.create(box));
        LINLI_TRY(hall->stores().content.install(1, documents, clock.wall_ms()));
        LINLI_TRY(transaction.commit());
    }
    LINLI_TRY_ASSIGN(Act act, Act::begin(*hall));
    LINLI_TRY(act.record("hall.created", "box:" + act.box().box_id, wire::body({{"name", content->hall_name.zh}})));
    LINLI_TRY(act.commit());
    return hall;
}

Result<std::shared_ptr<const HallContent>> Hall::content() {
    LINLI_TRY_ASSIGN(const std::int64_t newest, stores_->content.newest_version());
    if (newest == content_version_) return content_;
    LINLI_TRY_ASSIGN(const ContentDocuments documents, stores_->content.load(newest));
    auto parsed = parse_hall_content(documents);
    // What is installed was checked before: a fault here means damage, or a newer program's format.
    if (!parsed) return fail(ErrorCode::corrupt, "the installed content cannot be read: " + parsed.error().text());
    LINLI_TRY_ASSIGN(TimeZone zone, TimeZone::open(parsed->time_zone));
    zone_ = std::make_unique<TimeZone>(std::move(zone));
    content_ = std::make_shared<const HallContent>(std::move(*parsed));
    content_version_ = newest;
    return content_;
}

Result<std::int64_t> Hall::change_mark() { return stores_->database->data_version(); }

}  // namespace linli
