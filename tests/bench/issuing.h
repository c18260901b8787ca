// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// Numbers issued one after another, each durable, beside the disk's own rate of 4 KiB overwrites with fdatasync,
/// measured in turns in the same run. Gives whether the bound holds.
bool bench_issuing();

/// Eight processes issue and call at once: no number twice, no call twice, no gap, the chain whole, nobody waits long.
bool bench_many_processes(int seconds);

}  // namespace linli::bench
