// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/health_reporter.h"

#include <filesystem>

#include "hall/acts/show_box.h"
#include "hall/acts/show_devices.h"
#include "hall/acts/show_sync.h"
#include "hall/base/version.h"

namespace linli::agent {
namespace {

constexpr std::int64_t second_ms = 1'000;

std::int64_t size_of(const std::string& path) {
    std::error_code fault;
    const auto size = std::filesystem::file_size(path, fault);
    return fault ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace

Result<sync::Health> health_of(Hall& hall, const BoxLink& box) {
    LINLI_TRY_ASSIGN(const SyncView view, show_sync(hall));
    LINLI_TRY_ASSIGN(const BoxFacts facts, show_box(hall));
    LINLI_TRY_ASSIGN(const auto devices, show_devices(hall));
    sync::Health health;
    health.box_id = box.box_id;
    health.epoch = box.epoch;
    health.version = linli_version();
    health.now_ms = hall.clock().wall_ms();
    health.uptime_s = hall.clock().boot_ms() / second_ms;
    health.journal_seq = view.journal_seq;
    health.acked_through = view.acked_through;
    health.oldest_unsent_s = view.oldest_unsent_ms / second_ms;
    std::error_code fault;
    const auto space = std::filesystem::space(std::filesystem::path(facts.database).parent_path(), fault);
    if (!fault) health.disk_free_bytes = static_cast<std::int64_t>(space.available);
    health.database_bytes = size_of(facts.database) + size_of(facts.database + "-wal");
    health.content_version = facts.content_version;
    for (const DeviceStatus& device : devices)
        health.devices.push_back(
            {device.place, name_of(device.device), name_of(device.health), device.detail, device.since_ms});
    if (view.trouble != SyncTrouble::none) health.last_error = name_of(view.trouble);
    return health;
}

Result<Turn> HealthReporter::report(Hall& hall, const BoxLink& box) {
    LINLI_TRY_ASSIGN(const sync::Health health, health_of(hall, box));
    District district(transport_, hall, box);
    Call call{Method::post, "/v1/health", sync::written(health)};
    const auto answer = district.ask<sync::HealthAnswer>(call, sync::read_health_answer);
    if (!answer) return troubled(answer.error());
    const std::string& known = box.link.server_incarnation;
    const bool another = !known.empty() && known != answer->server_incarnation;
    return Turn{another ? Turn::Came::look_closely : Turn::Came::forward, {}};
}

}  // namespace linli::agent
