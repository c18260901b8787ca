// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "hall/base/clock.h"
#include "hall/base/result.h"
#include "hall/base/time_zone.h"
#include "hall/content/hall_content.h"

namespace linli {

class HallStores;

/// Who does an act, as the journal records it: "kiosk", "cli", "staff:<account>" (see ActingAs).
struct Actor {
    std::string name;
};

/// One open hall: its database, clock and content. Every program opens one, one per thread; acts take it.
class Hall {
public:
    /// Opens an existing hall.db. Errors: missing, read_only, corrupt, newer_version, not_linli, library_too_old, busy.
    static Result<std::unique_ptr<Hall>> open(const std::filesystem::path& database, const Clock& clock, Actor actor);
    /// Makes a new hall.db with this content, whole or not at all. Errors: invalid_input where one is there already,
    /// invalid_content, missing where there is no such folder, read_only, disk_full.
    static Result<std::unique_ptr<Hall>> create(const std::filesystem::path& database, const Clock& clock, Actor actor,
                                                const ContentDocuments& documents);
    ~Hall();
    Hall(const Hall&) = delete;
    Hall& operator=(const Hall&) = delete;

    const Clock& clock() const { return clock_; }
    const Actor& actor() const { return actor_; }
    HallStores& stores() { return *stores_; }
    const TimeZone& zone() const { return *zone_; }
    LocalTime local_now() const { return zone_->at(clock_.wall_ms()); }

    /// The content as installed now; read again by itself when another program has installed a newer one.
    Result<std::shared_ptr<const HallContent>> content();
    /// Takes content that was parsed and installed, durably, as this version; it need not be read again.
    Status take_over(std::int64_t version, std::shared_ptr<const HallContent> content);
    /// Of what content() gave last.
    std::int64_t content_version() const { return content_version_; }
    /// Moves when another program has committed (PRAGMA data_version). Never inside a transaction.
    Result<std::int64_t> change_mark();

private:
    friend class ActingAs;
    Hall(const Clock& clock, Actor actor, std::unique_ptr<HallStores> stores);
    static Result<std::unique_ptr<Hall>> open_unread(const std::filesystem::path& database, const Clock& clock,
                                                     Actor actor);
    static Status set_up(const std::filesystem::path& database, const Clock& clock, const Actor& actor,
                         const ContentDocuments& documents, const std::shared_ptr<const HallContent>& content);
    const Clock& clock_;
    Actor actor_;
    std::unique_ptr<HallStores> stores_;
    std::shared_ptr<const HallContent> content_;
    std::int64_t content_version_ = -1;
    std::unique_ptr<TimeZone> zone_;
};

/// While it lives, the hall's acts are journaled as this actor's: the console's one work thread does what many people
/// ask for.
class ActingAs {
public:
    ActingAs(Hall& hall, Actor actor) : hall_(hall), before_(std::exchange(hall.actor_, std::move(actor))) {}
    ~ActingAs() { hall_.actor_ = std::move(before_); }
    ActingAs(const ActingAs&) = delete;
    ActingAs& operator=(const ActingAs&) = delete;

private:
    Hall& hall_;
    Actor before_;
};

}  // namespace linli
