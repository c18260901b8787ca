// SPDX-License-Identifier: Apache-2.0
#include "console/answers.h"
#include "console/routes.h"
#include "hall/acts/call_for_help.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/pause_matter.h"
#include "hall/acts/set_message.h"

namespace linli::console {

web::Response set_issuing(const Call& call) {
    const auto& body = call.request.body;
    if (body.at("paused").get<bool>()) {
        const auto paused = pause_issuing(call.hall, body.at("reason").get<std::string>(), call.who.name);
        if (!paused) return answer(paused.error());
    } else if (const auto resumed = resume_issuing(call.hall); !resumed) {
        return answer(resumed.error());
    }
    return hall(call);
}

web::Response pause_matter(const Call& call) {
    const auto& body = call.request.body;
    const std::string& matter = call.request.parameters.at("matter");
    if (body.at("paused").get<bool>()) {
        const auto paused = linli::pause_matter(call.hall, matter, body.at("reason").get<std::string>(), call.who.name);
        if (!paused) return answer(paused.error());
        if (!*paused) return answer((*paused).error());
    } else {
        const auto resumed = resume_matter(call.hall, matter);
        if (!resumed) return answer(resumed.error());
        if (!*resumed) return answer((*resumed).error());
    }
    return hall(call);
}

web::Response set_message(const Call& call) {
    const auto& body = call.request.body;
    const LocalizedText words{body.at("zh").get<std::string>(), body.at("en").get<std::string>()};
    std::optional<WallMs> until;
    if (body.contains("until_ms") && !body.at("until_ms").is_null()) until = body.at("until_ms").get<WallMs>();
    if (words.zh.empty() && words.en.empty()) {
        if (const auto cleared = clear_message(call.hall); !cleared) return answer(cleared.error());
    } else if (const auto set = linli::set_message(call.hall, words, until, call.who.name); !set) {
        return answer(set.error());
    }
    return hall(call);
}

web::Response end_help(const Call& call) {
    const auto ended = end_help_call(call.hall, call.request.parameters.at("place"));
    if (!ended) return answer(ended.error());
    return hall(call);
}

}  // namespace linli::console
