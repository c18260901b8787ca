// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <thread>

#include "cli/commands/commands.h"
#include "cli/demo_hall.h"
#include "hall/acts/keep_staff.h"
#include "hall/acts/read_journal.h"
#include "hall/content/read_bundle.h"

namespace linli::cli {
namespace {

struct Arguments {
    std::string folder;
    double live_seconds = 0;
    int steps = 0;
    std::string staff_password;
};

volatile std::sig_atomic_t stop_asked = 0;

Result<ContentDocuments> documents_from(const std::string& folder) {
    return folder.empty() ? embedded_content() : read_content(folder);
}

Exit make_folder(const Session& session) {
    std::error_code problem;
    const auto folder = std::filesystem::absolute(session.database).parent_path();
    std::filesystem::create_directories(folder, problem);
    return problem ? session.failed({ErrorCode::read_only, folder.string() + ": " + problem.message()}) : Exit::done;
}

Exit init(Session& session, const Arguments& given) {
    const auto documents = documents_from(given.folder);
    if (!documents) return session.failed(documents.error());
    if (const Exit made = make_folder(session); made != Exit::done) return made;
    std::error_code ignored;
    const bool there = std::filesystem::exists(session.database, ignored);
    const auto hall = Hall::create(session.database, session.clock(), Actor{"cli"}, *documents);
    if (!hall && there && hall.error().code == ErrorCode::invalid_input)
        return session.failed(hall.error(), "cli.init.there");
    if (!hall) return session.failed(hall.error());
    session.tell("cli.init.done", {{"database", session.database.string()}});
    return Exit::done;
}

Exit live(Session& session, const Arguments& given) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { stop_asked = 1; });
    DemoTraffic traffic(*hall, 7);
    for (int step = 0; stop_asked == 0 && (given.steps == 0 || step < given.steps); ++step) {
        if (const auto moved = traffic.step(); !moved) return session.failed(moved.error());
        for (double waited = 0; waited < given.live_seconds && stop_asked == 0; waited += 0.1)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return Exit::done;
}

/// The first entry of a hall says who made it.
Result<bool> is_demo_hall(Hall& hall) {
    LINLI_TRY_ASSIGN(const JournalPage page, read_journal(hall, {.before_seq = 2, .limit = 1}));
    return !page.entries.empty() && page.entries.front().actor == demo_actor;
}

Exit demo_staff(Session& session, const std::string& password) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto is_demo = is_demo_hall(*hall);
    if (!is_demo) return session.failed(is_demo.error());
    if (!*is_demo) return session.misused("cli.staff.not_a_demo", {{"database", session.database.string()}});
    const auto added = add_demo_staff(*hall, password, session.language);
    if (!added) return session.failed(added.error());
    if (!*added) return session.refused(added->error());
    // As JSON the one object has said which hall it is.
    if (session.form == Form::text) session.tell("cli.staff.demo_done", {{"count", std::to_string(**added)}});
    return Exit::done;
}

Exit demo(Session& session, const Arguments& given) {
    std::error_code ignored;
    if (std::filesystem::exists(session.database, ignored)) {
        session.tell("cli.demo.there", {{"database", session.database.string()}});
    } else {
        if (const Exit made = make_folder(session); made != Exit::done) return made;
        if (const auto made = make_demo_hall(session.database); !made) return session.failed(made.error());
        session.tell("cli.demo.done", {{"database", session.database.string()}});
    }
    if (!given.staff_password.empty())
        if (const Exit made = demo_staff(session, given.staff_password); made != Exit::done) return made;
    return given.live_seconds > 0 ? live(session, given) : Exit::done;
}

}  // namespace

void add_setup_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    add_command(app, chosen, "init", session.t("cli.help.init"), [&session, given] {
        return init(session, *given);
    })->add_option("--content", given->folder, session.t("cli.help.content_source"));
    CLI::App* shown = add_command(app, chosen, "demo", session.t("cli.help.demo"),
                                  [&session, given] { return demo(session, *given); });
    shown->add_option("--live", given->live_seconds, session.t("cli.help.live"))->check(CLI::Range(0.01, 3600.0));
    shown->add_option("--steps", given->steps, session.t("cli.help.steps"))->check(CLI::Range(0, 1'000'000));
    shown->add_option("--staff", given->staff_password, session.t("cli.help.demo_staff"));
}

}  // namespace linli::cli
