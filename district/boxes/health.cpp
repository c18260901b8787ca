// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/health.h"

#include <fmt/format.h>

#include "district/store/alarms.h"
#include "district/store/fleet.h"
#include "district/store/settings.h"
#include "district/store/streams.h"
#include "hall/base/utf8.h"

namespace linli::district {
namespace {

constexpr std::size_t version_characters_max = 100;

}  // namespace

BoxResult<sync::HealthAnswer> take_health(Connection& connection, const DeviceRow& sender, const sync::Health& health,
                                          std::int64_t now_ms) {
    using Outcome = tl::expected<sync::HealthAnswer, BoxRefusal>;
    if (health.box_id != sender.device_id)
        return Outcome(refuse(403, "not_this_device", "the token is another device's"));
    if (!is_plain_line(health.version, version_characters_max))
        return Outcome(refuse(422, "wrong_shape", "version is a line of text"));
    LINLI_TRY(save_report(connection, sender.hall_id, sender.device_id,
                          {health.epoch, health.version, health.content_version, sync::written(health)}, now_ms));
    const StreamKey key{sender.hall_id, sender.device_id, health.epoch};
    LINLI_TRY_ASSIGN(const auto stream, find_stream(connection, key));
    if (stream && health.journal_seq < stream->acked_through)
        LINLI_TRY(raise_alarm(connection, key, AlarmKind::clone_suspected,
                              fmt::format("the box's journal ends at {}, and {} was acknowledged", health.journal_seq,
                                          stream->acked_through),
                              now_ms));
    LINLI_TRY_ASSIGN(const std::string incarnation, incarnation_of(connection));
    return Outcome(sync::HealthAnswer{now_ms, incarnation});
}

}  // namespace linli::district
