// SPDX-License-Identifier: Apache-2.0
#include "web/server/late_answer.h"

#include <atomic>
#include <utility>

namespace linli::web {

struct LateAnswer::Once {
    explicit Once(std::function<void(Response)> to_tell) : tell(std::move(to_tell)) {}
    ~Once() {
        if (!given) tell(problem(503, "no_answer", "Nobody answered this."));
    }
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;

    const std::function<void(Response)> tell;
    std::atomic<bool> given = false;
};

LateAnswer::LateAnswer(std::function<void(Response)> tell) : once_(std::make_shared<Once>(std::move(tell))) {}

void LateAnswer::give(Response response) const {
    if (!once_->given.exchange(true)) once_->tell(std::move(response));
}

}  // namespace linli::web
