// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "hall/acts/kept_hall.h"
#include "hall/queue/device.h"
#include "kiosk/voice/announcement_queue.h"
#include "kiosk/voice/announcer_lock.h"
#include "kiosk/voice/clip_set.h"
#include "kiosk/voice/speaker.h"

namespace linli::kiosk {

/// Speaks the hall's calls. A thread with its own open hall follows the journal, gives every call its turn, and keeps
/// in the hall how far it has spoken: after any end it goes on there, and repeats what was cut off rather than drop it.
/// Started by the board's program, and by `linli-kiosk --announce` where there is no board.
class Announcer {
public:
    /// Calls that came while nobody could announce them are passed over when they are older: whoever was called then
    /// has been called again, or has gone.
    static constexpr std::int64_t age_ms_max = 120'000;

    /// Speaks by the sound card. `place` is the program that has it: "board", "kiosk".
    Announcer(std::filesystem::path database, const Clock& clock, std::string place);
    Announcer(std::filesystem::path database, const Clock& clock, std::string place, std::unique_ptr<Speaker> speaker);
    ~Announcer();
    Announcer(const Announcer&) = delete;
    Announcer& operator=(const Announcer&) = delete;

private:
    void run();
    void step();
    bool keep_open();
    void begin_after_last();
    void follow();
    void read_settings();
    int at_loudness(int percent) const;
    void read_calls();
    void take_test();
    void keep_card();
    void speak();
    void speak_test();
    void end_turn();
    void pass_over(const Call& call, const char* why);
    void mark(std::int64_t seq);
    void report(DeviceHealth health, const char* detail);
    void log_failure(const char* what, const Error& error);
    const VoicePlan& plan() const { return content_->voice; }

    const std::filesystem::path database_;
    const Clock& clock_;
    const std::string place_;

    std::mutex mutex_;
    std::condition_variable ended_;
    bool stop_ = false;

    // Below: the thread only.
    AnnouncerLock lock_;
    std::unique_ptr<Speaker> speaker_;
    KeptHall hall_;
    std::shared_ptr<const HallContent> content_;
    std::int64_t change_mark_ = -1;
    bool begins_ = true;  ///< until all is read that was there at the start: only that can be too old
    bool more_to_read_ = true;
    std::int64_t read_until_ = 0;
    AnnouncementQueue queue_;
    ClipSet clips_ = ClipSet::built_in();
    int volume_setting_ = 80;
    std::string clips_folder_;
    bool clips_whole_ = true;
    bool had_card_ = true;
    std::optional<DeviceRequest> test_;  ///< taken, and not yet spoken
    bool test_is_spoken_ = false;        ///< it is what is spoken now
    std::string reported_;
    std::string told_;  ///< the failure that was logged last

    std::thread thread_;  // last: it starts when everything else is there
};

}  // namespace linli::kiosk
