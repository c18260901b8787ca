// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/enrol.h"
#include "district/operator/commands.h"
#include "district/operator/terminal_code.h"
#include "district/store/fleet.h"
#include "district/store/settings.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/base/time_zone.h"
#include "hall/base/utf8.h"
#include "hall/base/uuid.h"

namespace linli::district {
namespace {

constexpr std::size_t page_key_bytes = 32;
constexpr std::size_t name_characters_max = 100;

/// Makes a code and writes the pairing string, which is shown this once.
Result<Exit> hand_out_code(Session& session, const HallRow& hall) {
    const Order& order = session.order;
    LINLI_TRY_ASSIGN(const auto known, find_setting(session.connection, "address"));
    LINLI_TRY_ASSIGN(const auto pin, find_setting(session.connection, "pin"));
    const std::string address = order.serve.address.empty() ? known.value_or("") : order.serve.address;
    if (address.empty()) return session.refuse("district.no_address");
    LINLI_TRY_ASSIGN(const std::string code,
                     make_pairing_code(session.connection, hall.hall_id, order.approval, order.days, session.now_ms));
    const std::string line = sync::pairing_text({address, code, pin.value_or("")});
    std::string picture;
    if (order.code == Order::Code::shown) {
        LINLI_TRY_ASSIGN(picture, terminal_code(line));
        picture.insert(0, 1, '\n');
    }
    session.tell(
        {{"hall_id", hall.hall_id}, {"name", hall.name}, {"pairing", line}},
        session.t(
            "district.code",
            {{"hall", hall.name}, {"id", hall.hall_id}, {"days", std::to_string(order.days)}, {"pairing", line}}) +
            picture);
    return Exit::done;
}

/// A box that waits for the administrator, or the newest that was let in.
std::string state_of(const HallRow& hall, const std::vector<PairingRow>& pairings, const std::vector<FleetRow>& boxes) {
    if (hall.state == HallState::revoked) return "revoked";
    for (const PairingRow& pairing : pairings)
        if (pairing.is_waiting()) return "waiting";
    for (const FleetRow& box : boxes)
        if (box.hall_id == hall.hall_id) return "active";
    return "new";
}

Result<Json> describe(Session& session, const HallRow& hall, const std::vector<FleetRow>& boxes) {
    LINLI_TRY_ASSIGN(const auto pairings, pairings_of(session.connection, hall.hall_id));
    Json row = {{"hall_id", hall.hall_id}, {"name", hall.name}, {"state", state_of(hall, pairings, boxes)}};
    for (const PairingRow& pairing : pairings)
        if (pairing.is_waiting())
            row["waiting"].push_back(
                {{"box", pairing.box->name}, {"fingerprint", fingerprint_of(pairing.box->public_key)}});
    for (const FleetRow& box : boxes)
        if (box.hall_id == hall.hall_id)
            row["boxes"].push_back(
                {{"device_id", box.device_id}, {"version", box.version}, {"contact_ms", box.contact_ms}});
    return row;
}

std::string line_of(const Session& session, const Json& row) {
    std::string line =
        session.t("district.hall_line", {{"id", row.at("hall_id").get<std::string>()},
                                         {"hall", row.at("name").get<std::string>()},
                                         {"state", session.t("district.state." + row.at("state").get<std::string>())}});
    for (const Json& waiting : row.value("waiting", Json::array()))
        line += "\n    " +
                session.t("district.waiting_line", {{"box", waiting.at("box").get<std::string>()},
                                                    {"fingerprint", waiting.at("fingerprint").get<std::string>()}});
    for (const Json& box : row.value("boxes", Json::array()))
        line += "\n    " +
                session.t("district.box_line", {{"box", box.at("device_id").get<std::string>()},
                                                {"version", box.at("version").get<std::string>()},
                                                {"moment", session.moment(box.at("contact_ms").get<std::int64_t>())}});
    return line;
}

Result<Exit> decide(Session& session, Approval approval, std::string_view done) {
    LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
    if (!hall) return Exit::refused;
    LINLI_TRY_ASSIGN(auto pairings, pairings_of(session.connection, hall->hall_id));
    const std::string& fingerprint = session.order.fingerprint;
    std::erase_if(pairings, [&](const PairingRow& pairing) {
        return !pairing.is_waiting() ||
               (!fingerprint.empty() && fingerprint_of(pairing.box->public_key) != fingerprint);
    });
    if (pairings.empty()) return session.refuse("district.nobody_waits", {{"hall", hall->name}});
    if (pairings.size() > 1) return session.refuse("district.several_wait", {{"hall", hall->name}});
    LINLI_TRY(decide_pairing(session.connection, pairings.front().code_hash, approval));
    session.tell({{"hall_id", hall->hall_id}, {"device_id", pairings.front().box->device_id}},
                 session.t(done, {{"hall", hall->name}}));
    return Exit::done;
}

}  // namespace

Result<Exit> add_hall(Session& session) {
    const Order& order = session.order;
    if (order.name.empty() || !is_plain_line(order.name, name_characters_max))
        return session.refuse("district.no_name");
    if (!TimeZone::open(order.time_zone)) return session.refuse("district.no_time_zone", {{"zone", order.time_zone}});
    const HallRow hall{new_uuid(session.now_ms), order.name,     order.time_zone,
                       HallState::active,        session.now_ms, random_bytes(page_key_bytes)};
    LINLI_TRY_ASSIGN(const auto known, find_setting(session.connection, "address"));
    if (order.serve.address.empty() && !known) return session.refuse("district.no_address");
    LINLI_TRY(insert_hall(session.connection, hall));
    return hand_out_code(session, hall);
}

Result<Exit> list_halls(Session& session) {
    LINLI_TRY_ASSIGN(const auto halls, all_halls(session.connection));
    LINLI_TRY_ASSIGN(const auto boxes, fleet(session.connection));
    Json rows = Json::array();
    std::vector<std::string> lines;
    for (const HallRow& hall : halls) {
        LINLI_TRY_ASSIGN(const Json row, describe(session, hall, boxes));
        lines.push_back(line_of(session, row));
        rows.push_back(row);
    }
    session.list(rows, lines, "district.no_halls");
    return Exit::done;
}

Result<Exit> approve_hall(Session& session) { return decide(session, Approval::given, "district.approved"); }
Result<Exit> refuse_box(Session& session) { return decide(session, Approval::refused, "district.refused"); }

Result<Exit> revoke_hall(Session& session) {
    LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
    if (!hall) return Exit::refused;
    LINLI_TRY(set_hall_state(session.connection, hall->hall_id, HallState::revoked));
    session.tell({{"hall_id", hall->hall_id}}, session.t("district.revoked", {{"hall", hall->name}}));
    return Exit::done;
}

Result<Exit> new_code(Session& session) {
    LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
    if (!hall) return Exit::refused;
    return hand_out_code(session, *hall);
}

}  // namespace linli::district
