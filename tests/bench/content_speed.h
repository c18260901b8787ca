// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// How long 500 content documents take to be installed, durably, and to be met by a program that runs.
bool bench_content();

}  // namespace linli::bench
