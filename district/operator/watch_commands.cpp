// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "district/operator/commands.h"
#include "district/store/alarms.h"
#include "district/store/hall_days.h"
#include "district/store/quarantine.h"
#include "district/store/settings.h"
#include "hall/base/bytes.h"
#include "hall/base/time_zone.h"

namespace linli::district {
namespace {

constexpr int quarantine_rows_max = 200;

Result<std::map<std::string, std::string>> names_of_halls(Session& session) {
    LINLI_TRY_ASSIGN(const auto halls, all_halls(session.connection));
    std::map<std::string, std::string> names;
    for (const HallRow& hall : halls) names[hall.hall_id] = hall.name;
    return names;
}

Json json_of(const QuarantineRow& row) {
    return {{"hall_id", row.stream.hall_id}, {"device_id", row.stream.device_id},
            {"epoch", row.stream.epoch},     {"seq", row.seq},
            {"reason", row.reason},          {"received_ms", row.received_ms},
            {"digest", hex(row.digest)}};
}

}  // namespace

Result<Exit> tell_alarms(Session& session) {
    LINLI_TRY_ASSIGN(const auto alarms, list_alarms(session.connection, session.order.which));
    LINLI_TRY_ASSIGN(auto names, names_of_halls(session));
    Json rows = Json::array();
    std::vector<std::string> lines;
    for (const AlarmRow& alarm : alarms) {
        rows.push_back({{"alarm_id", alarm.alarm_id},
                        {"kind", alarm.kind},
                        {"hall_id", alarm.hall_id},
                        {"device_id", alarm.device_id},
                        {"epoch", alarm.epoch},
                        {"detail", alarm.detail},
                        {"times", alarm.times},
                        {"first_ms", alarm.first_ms},
                        {"last_ms", alarm.last_ms},
                        {"closed_ms", alarm.closed_ms ? Json(*alarm.closed_ms) : Json()}});
        lines.push_back(session.t("district.alarm_line", {{"id", alarm.alarm_id},
                                                          {"moment", session.moment(alarm.last_ms)},
                                                          {"hall", names[alarm.hall_id]},
                                                          {"what", session.t("district.alarm." + alarm.kind)},
                                                          {"times", std::to_string(alarm.times)},
                                                          {"detail", alarm.detail}}));
    }
    session.list(rows, lines, "district.no_alarms");
    return Exit::done;
}

Result<Exit> end_alarm(Session& session) {
    LINLI_TRY_ASSIGN(const bool closed, close_alarm(session.connection, session.order.id, session.now_ms));
    if (!closed) return session.refuse("district.no_such_alarm", {{"id", session.order.id}});
    session.tell({{"alarm_id", session.order.id}}, session.t("district.alarm_closed"));
    return Exit::done;
}

Result<Exit> tell_quarantine(Session& session) {
    std::string hall_id;
    if (!session.order.hall.empty()) {
        LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
        if (!hall) return Exit::refused;
        hall_id = hall->hall_id;
    }
    LINLI_TRY_ASSIGN(const auto found, list_quarantined(session.connection, hall_id, quarantine_rows_max));
    LINLI_TRY_ASSIGN(auto names, names_of_halls(session));
    Json rows = Json::array();
    std::vector<std::string> lines;
    for (const QuarantineRow& row : found) {
        rows.push_back(json_of(row));
        lines.push_back(session.t("district.quarantine_line", {{"moment", session.moment(row.received_ms)},
                                                               {"hall", names[row.stream.hall_id]},
                                                               {"seq", std::to_string(row.seq)},
                                                               {"reason", row.reason}}));
    }
    session.list(rows, lines, "district.no_quarantine");
    return Exit::done;
}

Result<Exit> show_quarantined(Session& session) {
    LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
    if (!hall) return Exit::refused;
    LINLI_TRY_ASSIGN(const auto found,
                     find_quarantined(session.connection, hall->hall_id, session.order.seq.value_or(0)));
    if (found.empty()) return session.refuse("district.not_quarantined");
    Json rows = Json::array();
    std::vector<std::string> lines;
    for (const QuarantineRow& row : found) {
        rows.push_back(json_of(row));
        rows.back()["entry_hex"] = hex(row.entry);
        // Whatever a box sent goes to a terminal only as what cannot steer it.
        lines.push_back(row.reason + "\n" + Json(row.entry).dump(-1, ' ', true, Json::error_handler_t::replace));
    }
    session.list(rows, lines, "district.not_quarantined");
    return Exit::done;
}

Result<Exit> tell_figures(Session& session) {
    std::string date = session.order.date;
    if (date.empty()) {
        LINLI_TRY_ASSIGN(const TimeZone zone, TimeZone::open(session.order.time_zone));
        date = zone.at(session.now_ms).date.text();
    }
    if (!LocalDate::parse(date)) return session.refuse("district.no_date", {{"date", date}});
    LINLI_TRY_ASSIGN(const auto days, days_of_date(session.connection, date));
    LINLI_TRY_ASSIGN(auto names, names_of_halls(session));
    Json rows = Json::array();
    std::vector<std::string> lines;
    for (const HallDay& day : days) {
        const DayFigures& figures = day.figures;
        const std::int64_t mean_ms = figures.waits == 0 ? 0 : figures.wait_ms / figures.waits;
        rows.push_back({{"hall_id", day.hall_id},
                        {"name", names[day.hall_id]},
                        {"date", day.date},
                        {"taken", figures.taken},
                        {"done", figures.done},
                        {"missed", figures.missed},
                        {"left", figures.gone},
                        {"waits", figures.waits},
                        {"wait_mean_ms", mean_ms}});
        lines.push_back(session.t("district.figures_line",
                                  {{"hall", names[day.hall_id]},
                                   {"taken", std::to_string(figures.taken)},
                                   {"done", std::to_string(figures.done)},
                                   {"missed", std::to_string(figures.missed)},
                                   {"left", std::to_string(figures.gone)},
                                   {"minutes", fmt::format("{:.1f}", static_cast<double>(mean_ms) / 60'000.0)}}));
    }
    session.list(rows, lines, "district.no_figures");
    return Exit::done;
}

Result<Exit> begin_incarnation(Session& session) {
    LINLI_TRY_ASSIGN(const std::string incarnation, new_incarnation(session.connection));
    session.tell({{"incarnation", incarnation}}, session.t("district.incarnation_new", {{"incarnation", incarnation}}));
    return Exit::done;
}

}  // namespace linli::district
