// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "web/server/response.h"

namespace linli::web {

/// Where an answer goes that a handler has not yet. Copies are the same place: the first answer counts, from any
/// thread, and where the last copy goes away without one, it is 503. Of a caller who has left nothing is heard.
class LateAnswer {
public:
    explicit LateAnswer(std::function<void(Response)> tell);
    void give(Response response) const;

private:
    struct Once;
    std::shared_ptr<Once> once_;
};

}  // namespace linli::web
