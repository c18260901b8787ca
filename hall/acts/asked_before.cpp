// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/asked_before.h"

#include "hall/base/bytes.h"

namespace linli {
namespace {

constexpr std::size_t id_length_min = 8;
constexpr std::size_t id_length_max = 64;
constexpr std::size_t hash_bytes = 16;

}  // namespace

Status check_request_id(const std::string& request_id) {
    if (request_id.size() >= id_length_min && request_id.size() <= id_length_max) return {};
    return fail(ErrorCode::invalid_input, "a request id has 8 to 64 characters");
}

std::string request_hash(std::initializer_list<std::string> asked_for) {
    std::string all;
    for (const std::string& part : asked_for) all += std::to_string(part.size()) + ":" + part;
    return std::string(as_text(blake2b(all)).substr(0, hash_bytes));
}

ActResult<std::optional<std::string>> asked_before(Act& act, const std::string& request_id, const std::string& hash) {
    using Answer = Decision<std::optional<std::string>>;
    LINLI_TRY_ASSIGN(const auto row, act.stores().orders.find(request_id));
    if (!row) return Answer(std::nullopt);
    if (row->asked != hash) return Answer(refuse(Refusal::request_id_used));
    return Answer(row->answer);
}

}  // namespace linli
