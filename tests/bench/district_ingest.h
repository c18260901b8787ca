// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// Entries a second that a district takes, durable, with projections: SQLite against its bound, PostgreSQL against raw
/// COPY of the same entries by as many connections. And that taking them again changes nothing.
bool bench_district_ingest();

}  // namespace linli::bench
