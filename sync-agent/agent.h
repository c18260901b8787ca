// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "hall/acts/kept_hall.h"
#include "sync-agent/attachment_sender.h"
#include "sync-agent/back_off.h"
#include "sync-agent/enroller.h"
#include "sync-agent/health_reporter.h"
#include "sync-agent/puller.h"
#include "sync-agent/pusher.h"
#include "sync-agent/restarter.h"
#include "sync-agent/stream_check.h"
#include "sync-agent/token_renewer.h"

namespace linli::agent {

/// The hall box's agent in one thread: looks for new entries once a second, brings them up before everything else,
/// once a minute says how the box is and asks what the district wants, and brings attachments up in what time is left.
/// Whatever fails is tried again by the clock since boot, whether or not anything new is written here.
class Agent {
public:
    struct Parts {
        std::filesystem::path database;
        const Clock& clock;
        Transport& transport;
        Restarter& restarter;
        OnStep on_step = [](SyncStep) {};
        std::function<void(const std::string&)> say = [](const std::string&) {};  ///< a line for the log
        BackOff::Draw draw = random_below;
    };
    explicit Agent(Parts parts);

    /// Until the transport is stopped, or the district asks that this program begin anew.
    void run();
    /// One look: everything that is due now. run() does so once a second.
    void look();
    /// What run() should rest before the next one.
    std::chrono::milliseconds rest_time() const;
    bool begins_anew() const { return begins_anew_; }

private:
    /// Whether there is something to do at all; costs 2 µs.
    bool is_something_due();
    void say_local_fault(const Error& error);
    Status work();
    void begin_state(LinkState state);
    Result<Turn> next_turn(const BoxLink& box);
    Status ask_enrolment(const BoxLink& box);
    Status ask_taken_back(const BoxLink& box);
    /// True where none is left.
    Result<bool> send_records(const BoxLink& box);
    bool attachments_are_due() const;
    Status send_attachments();
    Status tell_and_ask(BoxLink box);
    Status do_restarts();
    Status end_interrupted_restarts();
    /// Keeps what came of it, for people and for the next try.
    Status note(const Turn& turn, BackOff& back_off, Trouble& kept);
    void heard(BackOff& back_off);
    Status stop_for_good(const Trouble& trouble);
    Result<BoxLink> box_now() { return read_link(*hall_); }

    Parts parts_;
    KeptHall hall_;
    Pusher pusher_;
    StreamCheck stream_check_;
    Puller puller_;
    HealthReporter health_;
    Enroller enroller_;
    TokenRenewer token_;
    AttachmentSender attachments_;
    BackOff local_, records_, stream_, rest_, media_, enrolment_;
    std::string local_fault_;  ///< of the box's own database, said once
    Trouble records_trouble_, rest_trouble_, media_trouble_;
    /// What lies otherwise at the district, or why that could not be found out; nothing waits for it.
    Trouble difference_;
    LinkState state_ = LinkState::none;
    std::int64_t mark_ = -1;
    std::int64_t next_minute_boot_ms_ = 0;
    std::int64_t ask_again_boot_ms_ = 0;  ///< an enrolment that waits, a district that has revoked
    bool look_anyway_ = true, check_stream_ = true, begins_anew_ = false;
};

}  // namespace linli::agent
