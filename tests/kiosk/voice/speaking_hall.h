// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "kiosk/voice/announcer.h"
#include "tests/kiosk/support/loudspeaker.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk::testing {

/// True as soon as `what` is, within so many seconds: for threads and programs that are to do something soon.
template <class What>
bool eventually(What what, int seconds = 10) {
    for (int i = 0; i < 200 * seconds; ++i) {
        if (what()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

/// The demo hall, open around the clock, announced in Chinese at full volume except in these quiet hours.
ContentDocuments loud_content(const std::string& quiet_json);

/// A real hall with counters that call, announced at full volume in Chinese.
class SpeakingHall {
public:
    explicit SpeakingHall(const std::string& quiet_json = "[]");

    support::TestHall hall;

    std::unique_ptr<Announcer> announcer(Ear& ear, const std::string& place = "board") const;
    /// Until an announcer has found where to begin.
    void wait_for_start();
    /// Somebody takes a number and a counter calls it; gives the ticket as called.
    Ticket call();
    /// The same, and what is heard of it behind `before`.
    Samples with_next_call(Samples before);
    std::int64_t announced();
    std::int64_t journal_end_now();
    /// What the announcer says about the sound card.
    std::string sound_detail();

private:
    int counter_ = 0;
};

/// What is played for this call, with the silence behind it.
Samples sound_of(const Ticket& called);

}  // namespace linli::kiosk::testing
