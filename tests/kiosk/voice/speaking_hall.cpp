// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/voice/speaking_hall.h"

#include <fmt/format.h>

#include "hall/acts/call_number.h"
#include "hall/acts/calls_since.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_hall.h"
#include "kiosk/voice/announcement.h"

namespace linli::kiosk::testing {

using namespace linli::support;

ContentDocuments loud_content(const std::string& quiet_json) {
    ContentDocuments documents = always_open();
    documents["voice.json"] = fmt::format(
        R"({{"languages": ["zh"], "times": 1, "chime": true, "volume_by_hour": [{{"from": 0, "to": 24, "percent": 100}}],
            "quiet": {}, "rate_percent": 100, "guidance_volume": 60}})",
        quiet_json);
    return documents;
}

SpeakingHall::SpeakingHall(const std::string& quiet_json) : hall(loud_content(quiet_json)) {
    for (const auto& counter : value_of(hall.hall().content())->counters)
        done(open_counter(hall.hall(), counter.number));
}

std::unique_ptr<Announcer> SpeakingHall::announcer(Ear& ear, const std::string& place) const {
    return std::make_unique<Announcer>(hall.database(), hall.clock, place, std::make_unique<Loudspeaker>(ear));
}

void SpeakingHall::wait_for_start() {
    REQUIRE(eventually([&] { return value_of(announced_until(hall.hall())).has_value(); }));
}

Ticket SpeakingHall::call() {
    const auto content = value_of(hall.hall().content());
    const auto& plan = content->counters[static_cast<std::size_t>(counter_++) % content->counters.size()];
    // Each counter ends what it had in hand; the calls alone are heard.
    value_of(finish(hall.hall(), plan.number, {}));
    for (const Matter& matter : content->matters)
        if (content->takes(plan, matter)) {
            const Ticket taken = hall.take(matter.id);
            return done(call_ticket(hall.hall(), plan.number, taken.code()));
        }
    FAIL("this counter takes nothing");
    return {};
}

Samples SpeakingHall::with_next_call(Samples before) {
    const Samples sound = sound_of(call());
    before.insert(before.end(), sound.begin(), sound.end());
    return before;
}

std::int64_t SpeakingHall::announced() { return value_of(announced_until(hall.hall())).value_or(0); }

std::int64_t SpeakingHall::journal_end_now() {
    std::int64_t last = 0;
    for (const Call& call : value_of(calls_since(hall.hall(), 0, 1'000)).calls) last = call.seq;
    return last;
}

std::string SpeakingHall::sound_detail() {
    for (const DeviceStatus& device : value_of(show_hall(hall.hall())).devices)
        if (device.device == Device::sound) return device.detail;
    return {};
}

Samples sound_of(const Ticket& called) {
    static const ClipSet clips = ClipSet::built_in();
    Samples sound = joined(announcement_of({called.code(), called.counter.value_or(0), called.calls}, {}), clips, 100);
    sound.resize(sound.size() + samples_of_ms(300), 0);
    return sound;
}

}  // namespace linli::kiosk::testing
