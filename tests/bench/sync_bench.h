// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// A box with 100,000 unsent entries against a district over TLS: how fast the agent brings them up beside what the
/// district takes over the same way of ready batches, what memory it needs for it, and whether each came exactly once.
bool bench_sync_drain();
/// What an agent costs that has nothing to do, for so many minutes: bytes over the wire and processor time.
bool bench_sync_idle(int minutes);

}  // namespace linli::bench
