// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// Search: how well everyday questions that were set apart are answered, whether generated articles are all found, how
/// long a query takes among 2,000 and 20,000 articles, how large the index is beside its text. True where all hold.
bool bench_search();

}  // namespace linli::bench
