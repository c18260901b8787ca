// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/running_district.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>

#include "hall/acts/act.h"
#include "hall/base/uuid.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/pushing_box.h"
#include "tests/support/places.h"
#include "tests/support/process.h"

namespace linli::bench {
namespace {

/// Words after `from` up to the end of the line.
std::string line_after(const std::string& text, const std::string& from) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + from.size();
    return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

std::unique_ptr<RunningDistrict> RunningDistrict::start() {
    std::unique_ptr<RunningDistrict> district(new RunningDistrict);
    if (district->run()) return district;
    fmt::print("linli-district does not start: {}\n", district->process_ ? district->process_->said() : "");
    return nullptr;
}

bool RunningDistrict::run() {
    const std::string command = "LINLI_LANGUAGE=en exec \"$0\" \"$@\" 2>'" + folder_.file("log").string() + "'";
    process_ = std::make_unique<HeardProcess>(std::vector<std::string>{
        "sh", "-c", command, support::district_program(), "--data", folder_.file("district").string(), "serve",
        "--listen", "127.0.0.1", "--port", "0", "--local-port", "0"});
    if (process_->heard("sha256//") < 0) return false;
    process_->heard("=\n");
    port_ = std::atoi(line_after(process_->said(), "(boxes): port ").c_str());
    return port_ > 0;
}

std::string RunningDistrict::pin() const { return "sha256//" + line_after(process_->said(), "sha256//"); }

bool RunningDistrict::make_box(std::int64_t entries, int through_port) {
    auto hall = Hall::create(hall_database(), clock_, Actor{"kiosk"}, busy_content());
    if (!hall) return false;
    hall_ = std::move(*hall);
    return write_entries(entries) && join(through_port);
}

// Many in one act, since what is measured begins with the journal.
bool RunningDistrict::write_entries(std::int64_t count) {
    constexpr std::int64_t an_act = 5'000;
    std::string ticket;
    for (std::int64_t written = 0; written < count; written += an_act) {
        const auto done = perform(*hall_, [&](Act& act) -> ActResult<int> {
            for (std::int64_t i = written; i < std::min(written + an_act, count); ++i) {
                if (i % ticket_steps == 0) ticket = new_uuid(clock_.wall_ms());
                const TicketStep step = ticket_step(static_cast<int>(i));
                LINLI_TRY(act.record(step.kind, ticket, step.body));
            }
            return 0;
        });
        if (!done || !*done) return false;
    }
    return true;
}

bool RunningDistrict::join(int through_port) {
    const support::Finished added =
        support::run_program({{support::district_program(), "--data", folder_.file("district").string(), "hall", "add",
                               "Hall", "--approve", "--address", fmt::format("https://127.0.0.1:{}", through_port)},
                              {{"LINLI_LANGUAGE", "en"}},
                              {}});
    const std::size_t at = added.out.find("linli1:");
    if (at == std::string::npos) return false;
    const support::Finished joined =
        support::run_program({{support::sync_program_path(), "--database", hall_database().string(), "enrol", "-"},
                              {},
                              added.out.substr(at)});
    return joined.exit_code == 0;
}

std::unique_ptr<HeardProcess> RunningDistrict::run_agent() const {
    return std::make_unique<HeardProcess>(
        std::vector<std::string>{support::sync_program_path(), "--database", hall_database().string(), "run"},
        STDERR_FILENO);
}

}  // namespace linli::bench
