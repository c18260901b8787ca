// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace linli::bench {

/// The event streams of many open consoles, all read by one thread of the bench.
class StreamCrowd {
public:
    /// So many streams of sessions with these cookies, in turn. `authority` is trusted for TLS.
    StreamCrowd(const std::string& base, const std::string& authority, const std::vector<std::string>& cookies,
                std::size_t streams);
    ~StreamCrowd();
    StreamCrowd(const StreamCrowd&) = delete;
    StreamCrowd& operator=(const StreamCrowd&) = delete;

    /// Every stream has told its first hall, within 20 s.
    bool joined();
    /// From now on listen for an event with these words.
    void expect(const std::string& words);
    /// When each stream told it (now_seconds); fewer moments than streams where some did not within five seconds.
    std::vector<double> told();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::bench
