// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_hall.h"

#include <fmt/format.h>

#include <sstream>

#include <nlohmann/json.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/take_number.h"
#include "hall/base/embedded.h"
#include "hall/base/uuid.h"

namespace linli::support {

using Json = nlohmann::ordered_json;

WallMs shanghai(const char* date, int hour, int minute) {
    return value_of(TimeZone::open("Asia/Shanghai")).moment(LocalDate::parse(date).value(), hour * 60 + minute);
}

ContentDocuments hall_with(std::string_view pointer, std::string_view value) {
    ContentDocuments documents = embedded_content();
    Json hall = Json::parse(documents.at("hall.json"));
    hall.at(Json::json_pointer(std::string(pointer))) = Json::parse(value);
    documents["hall.json"] = hall.dump();
    return documents;
}

ContentDocuments always_open() {
    ContentDocuments documents = embedded_content();
    Json hall = Json::parse(documents.at("hall.json"));
    for (auto& [weekday, spans] : hall["hours"]["week"].items())
        spans = Json::array({{{"from", "00:00"}, {"to", "24:00"}}});
    hall["hours"]["exceptions"] = Json::array();
    hall["hours"]["stop_before_close_minutes"] = 0;
    documents["hall.json"] = hall.dump();
    return documents;
}

TestHall::TestHall(const ContentDocuments& documents) : clock(shanghai("2026-11-23", 10)) {
    hall_ = value_of(Hall::create(database(), clock, Actor{"test"}, documents));
}

std::unique_ptr<Hall> TestHall::another() const { return value_of(Hall::open(database(), clock, Actor{"another"})); }

void TestHall::reopen() {
    hall_.reset();
    hall_ = value_of(Hall::open(database(), clock, Actor{"test"}));
}

Ticket TestHall::take(const std::string& matter, const std::string& priority) {
    clock.pass_seconds(1);
    return done(issue_number(hall(), {matter, priority, new_key(), {}}));
}

Ticket TestHall::finished_visit(const std::string& matter, int counter) {
    take(matter);
    done(call_next(hall(), counter));
    done(serve(hall(), counter));
    clock.pass_minutes(5);
    return done(finish(hall(), counter, {}));
}

std::vector<std::string> TestHall::codes_in_line() {
    std::vector<std::string> codes;
    for (const LineEntry& entry : done(show_line(hall(), {}))) codes.push_back(entry.ticket.code());
    return codes;
}

Ticket TestHall::now(const Ticket& ticket) {
    const auto row = value_of(stores().tickets.find_by_id(ticket.id));
    REQUIRE(row.has_value());
    return row->ticket;
}

std::vector<JournalEntry> TestHall::journal() {
    std::vector<JournalEntry> entries;
    REQUIRE(stores()
                .journal
                .each(1,
                      [&](const JournalRow& row) {
                          entries.push_back(value_of(wire::thaw(row.entry)));
                          return true;
                      })
                .has_value());
    return entries;
}

std::vector<JournalEntry> TestHall::journal_of(std::string_view kind) {
    std::vector<JournalEntry> entries = journal();
    std::erase_if(entries, [&](const JournalEntry& entry) { return entry.kind != kind; });
    return entries;
}

std::int64_t TestHall::count(std::string_view sql) {
    Statement statement = value_of(stores().database->prepare(sql));
    Query query(statement);
    REQUIRE(value_of(query.step()));
    return query.integer(0);
}

void TestHall::run(std::string_view sql) {
    const Status status = stores().database->execute(sql);
    INFO((status ? "" : status.error().message));
    REQUIRE(status.has_value());
}

void TestHall::back_to_schema(int version) {
    constexpr std::string_view folder = "hall/store/schema/", create = "CREATE TABLE ", alter = "ALTER TABLE ";
    run("PRAGMA foreign_keys=OFF");
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with(folder)) continue;
        if (std::stoi(std::string(file.path.substr(folder.size(), 3))) <= version) continue;
        for (std::size_t at = 0; (at = file.bytes.find(create, at)) != std::string_view::npos; at += create.size()) {
            const std::string_view rest = file.bytes.substr(at + create.size());
            run(fmt::format("DROP TABLE {}", rest.substr(0, rest.find(' '))));
        }
        for (std::size_t at = 0; (at = file.bytes.find(alter, at)) != std::string_view::npos; at += alter.size()) {
            std::istringstream words(std::string(file.bytes.substr(at + alter.size(), 200)));
            std::string table, add, column, name;
            if (words >> table >> add >> column >> name && add == "ADD" && column == "COLUMN")
                run(fmt::format("ALTER TABLE {} DROP COLUMN {}", table, name));
        }
    }
    // The fifth made this table anew.
    if (version < 5) {
        run("CREATE TABLE ticket_period (ticket INTEGER NOT NULL REFERENCES ticket (row), state TEXT NOT NULL, "
            "counter INTEGER, begin_wall_ms INTEGER NOT NULL, length_ms INTEGER NOT NULL) STRICT");
        run("CREATE INDEX ticket_period_of ON ticket_period (ticket)");
    }
    // Content of that time had no pictures.
    if (version < 10) {
        run("DELETE FROM content_document WHERE name LIKE 'pictures/%'");
        run("UPDATE content_document SET document = json_remove(document, '$.pictures') WHERE name LIKE 'notices/%'");
    }
    run(fmt::format("PRAGMA user_version={}", version));
}

std::string new_key() { return new_uuid(0); }

}  // namespace linli::support
