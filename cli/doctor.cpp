// SPDX-License-Identifier: Apache-2.0
#include "cli/doctor.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/doctor_devices.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/verify_journal.h"
#include "hall/machine/box_clock.h"
#include "hall/store/hall_stores.h"

namespace linli::cli {
namespace {

constexpr std::uintmax_t disk_free_bytes_min = 200ULL << 20;
constexpr std::int64_t plausible_wall_ms_min = 1'767'225'600'000;  // 2026-01-01: before that Linli was not built

Finding library() {
    const std::string version = Database::library_version();
    return {"library", Health::good, version};  // an older one would have been refused when the database was opened
}

Finding disk(const Session& session) {
    std::error_code problem;
    auto folder = std::filesystem::absolute(session.database).parent_path();
    // Where `linli init` would make the folder: the disk is the same.
    while (!std::filesystem::exists(folder, problem) && folder.has_relative_path()) folder = folder.parent_path();
    const auto space = std::filesystem::space(folder, problem);
    if (problem) return {"disk", Health::bad, folder.string() + ": " + problem.message()};
    const std::string free = fmt::format("{} MiB", space.available >> 20);
    return {"disk", space.available < disk_free_bytes_min ? Health::bad : Health::good, free};
}

Finding clock_sanity(const Session& session) {
    if (session.clock().wall_ms() < plausible_wall_ms_min) return {"clock", Health::bad, "before 2026"};
    const bool kept_by_network = clock_keeping() == ClockKeeping::by_network;
    return {"clock", kept_by_network ? Health::good : Health::warning, ""};
}

Finding display() {
    for (const char* name : {"WAYLAND_DISPLAY", "DISPLAY"})
        if (const char* value = std::getenv(name); value && *value)
            return {"display", Health::good, fmt::format("{}={}", name, value)};
    std::error_code ignored;
    if (std::filesystem::exists("/dev/dri/card0", ignored)) return {"display", Health::good, "/dev/dri/card0"};
    return {"display", Health::warning, ""};
}

/// Runs the kiosk beside this program and lets it draw one page without a display: fonts, theme and texts are there.
Finding fonts() {
    std::error_code problem;
    const auto kiosk = std::filesystem::read_symlink("/proc/self/exe", problem).parent_path() / "linli-kiosk";
    const auto beside =
        std::filesystem::exists(kiosk, problem) ? kiosk : kiosk.parent_path().parent_path() / "kiosk" / "linli-kiosk";
    if (!std::filesystem::exists(beside, problem)) return {"fonts", Health::warning, "linli-kiosk"};
    const pid_t child = fork();
    if (child < 0) return {"fonts", Health::warning, "fork"};
    if (child == 0) {
        // Only the answer counts; what it says is said again by the kiosk itself.
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(126);
        execl(beside.c_str(), beside.c_str(), "--render", "home", "--out", "/dev/null", static_cast<char*>(nullptr));
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {"fonts", status == 0 ? Health::good : Health::bad, beside.string()};
}

std::vector<Finding> examine_hall(Hall& hall) {
    std::vector<Finding> findings{{"database", Health::good, hall.stores().database->path().string()}, library()};
    const auto faults = hall.stores().database->integrity_faults();
    const std::string first = !faults ? faults.error().message : faults->empty() ? "" : faults->front();
    findings.push_back({"integrity", first.empty() ? Health::good : Health::bad, first});
    const auto journal = verify_journal(hall);
    const std::string broken = !journal ? journal.error().message : journal->fault.value_or("");
    findings.push_back({"journal", broken.empty() ? Health::good : Health::bad,
                        broken.empty() && journal ? std::to_string(journal->entries) : broken});
    const auto content = hall.content();
    findings.push_back({"content", content ? Health::good : Health::bad,
                        content ? std::to_string((*content)->matters.size()) : content.error().message});
    const auto status = show_hall(hall);
    if (status && status->clock_behind) findings.push_back({"clock_behind", Health::bad, hall.local_now().date.text()});
    return findings;
}

}  // namespace

std::vector<Finding> examine(Session& session) {
    std::vector<Finding> findings;
    auto hall = Hall::open(session.database, session.clock(), Actor{"cli"});
    if (hall) {
        findings = examine_hall(**hall);
        findings.push_back(examine_version(**hall));
        for (Finding& finding : examine_devices(session, **hall)) findings.push_back(std::move(finding));
    } else {
        const std::string what = std::string("database.") + name_of(hall.error().code);
        findings = {{what, Health::bad, hall.error().message}};
    }
    findings.push_back(disk(session));
    findings.push_back(clock_sanity(session));
    findings.push_back(examine_network());
    findings.push_back(examine_power());
    findings.push_back(fonts());
    findings.push_back(display());
    return findings;
}

}  // namespace linli::cli
