// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "web/server/certificate.h"
#include "web/server/route.h"

namespace linli::console {

/// /trust, which explains in plain words how a computer is told once to trust the hall's own certificates, the
/// certificate that it links to (/hall-ca.crt), and its style. In Chinese, and below it in English.
std::vector<web::PageRoute> trust_pages(const web::Certificates& certificates);

}  // namespace linli::console
