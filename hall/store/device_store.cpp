// SPDX-License-Identifier: Apache-2.0
#include "hall/store/device_store.h"

#include <array>

namespace linli {
namespace {

constexpr std::array request_states{"asked", "taken", "done", "failed"};

DeviceHealth health_from(std::string_view name) {
    for (const DeviceHealth health : {DeviceHealth::good, DeviceHealth::warning, DeviceHealth::bad})
        if (name == name_of(health)) return health;
    return DeviceHealth::absent;
}

DeviceStatus status_of(const Query& query) {
    return {query.text(0), device_from(query.text(1)).value_or(Device::printer), health_from(query.text(2)),
            query.text(3), query.integer(4)};
}

DeviceRequest request_of(const Query& query) {
    DeviceRequest request;
    request.row = query.integer(0);
    request.device = device_from(query.text(1)).value_or(Device::printer);
    for (std::size_t i = 0; i < request_states.size(); ++i)
        if (query.text(2) == request_states.at(i)) request.state = static_cast<DeviceRequest::State>(i);
    request.detail = query.text(3);
    return request;
}

Result<std::optional<DeviceRequest>> one_request(Query& query) {
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(request_of(query)) : std::nullopt;
}

}  // namespace

Result<DeviceStore> DeviceStore::open(Database& database) {
    DeviceStore store;
    store.database_ = &database;
    LINLI_TRY_ASSIGN(store.all_, database.prepare("SELECT place, device, state, detail, since_wall_ms FROM "
                                                  "device_state ORDER BY device, place"));
    LINLI_TRY_ASSIGN(store.find_, database.prepare("SELECT place, device, state, detail, since_wall_ms FROM "
                                                   "device_state WHERE place = ? AND device = ?"));
    LINLI_TRY_ASSIGN(store.save_, database.prepare("INSERT INTO device_state VALUES (?, ?, ?, ?, ?) ON CONFLICT DO "
                                                   "UPDATE SET state = excluded.state, detail = excluded.detail, "
                                                   "since_wall_ms = excluded.since_wall_ms"));
    LINLI_TRY_ASSIGN(store.setting_, database.prepare("SELECT value FROM device_setting WHERE name = ?"));
    LINLI_TRY_ASSIGN(store.save_setting_, database.prepare("INSERT INTO device_setting VALUES (?, ?) ON CONFLICT DO "
                                                           "UPDATE SET value = excluded.value"));
    LINLI_TRY_ASSIGN(store.drop_setting_, database.prepare("DELETE FROM device_setting WHERE name = ?"));
    LINLI_TRY_ASSIGN(store.add_request_, database.prepare("INSERT INTO device_request (device, detail, asked_wall_ms, "
                                                          "asked_steady_ms, state) VALUES (?, ?, ?, ?, 'asked')"));
    LINLI_TRY_ASSIGN(store.next_request_,
                     database.prepare("SELECT row, device, state, detail FROM device_request WHERE device = ? AND "
                                      "state = 'asked' AND asked_steady_ms >= ? ORDER BY row LIMIT 1"));
    LINLI_TRY_ASSIGN(store.find_request_,
                     database.prepare("SELECT row, device, state, detail FROM device_request WHERE row = ?"));
    LINLI_TRY_ASSIGN(store.save_request_,
                     database.prepare("UPDATE device_request SET state = ?2, detail = ?3 WHERE row = ?1"));
    return store;
}

Result<std::vector<DeviceStatus>> DeviceStore::all() {
    std::vector<DeviceStatus> all;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return all;
        all.push_back(status_of(query));
    }
}

Result<std::optional<DeviceStatus>> DeviceStore::find(std::string_view place, Device device) {
    Query query(find_);
    query.bind(place).bind(name_of(device));
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(status_of(query)) : std::nullopt;
}

Status DeviceStore::save(const DeviceStatus& status) {
    return Query(save_)
        .bind(status.place)
        .bind(name_of(status.device))
        .bind(name_of(status.health))
        .bind(status.detail)
        .bind(status.since_ms)
        .run();
}

Result<std::optional<std::string>> DeviceStore::setting(std::string_view name) {
    Query query(setting_);
    query.bind(name);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(query.text(0)) : std::nullopt;
}

Status DeviceStore::save_setting(std::string_view name, std::string_view value) {
    return Query(save_setting_).bind(name).bind(value).run();
}

Status DeviceStore::drop_setting(std::string_view name) { return Query(drop_setting_).bind(name).run(); }

Result<std::int64_t> DeviceStore::add_request(Device device, std::string_view detail, WallMs now,
                                              std::int64_t steady_ms) {
    LINLI_TRY(Query(add_request_).bind(name_of(device)).bind(detail).bind(now).bind(steady_ms).run());
    return database_->last_row();
}

Result<std::optional<DeviceRequest>> DeviceStore::next_request(Device device, std::int64_t steady_ms_min) {
    Query query(next_request_);
    query.bind(name_of(device)).bind(steady_ms_min);
    return one_request(query);
}

Result<std::optional<DeviceRequest>> DeviceStore::find_request(std::int64_t row) {
    Query query(find_request_);
    query.bind(row);
    return one_request(query);
}

Status DeviceStore::save_request(const DeviceRequest& request) {
    return Query(save_request_)
        .bind(request.row)
        .bind(request_states.at(static_cast<std::size_t>(request.state)))
        .bind(request.detail)
        .run();
}

}  // namespace linli
