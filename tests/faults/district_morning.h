// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/district/test_box.h"

namespace linli::support {

/// What the district has said that it keeps.
struct Promised {
    std::int64_t acked_through = 0;
    std::string token;  ///< of a second box that was let in
};

/// A hall's morning as its box sends it, batch by batch, to a district in a file; faults of that file's disk are a
/// test's. What is answered is compared with what lies there afterwards.
class DistrictMorning {
public:
    DistrictMorning();

    /// The database before the first batch.
    const std::string& file_before() const { return file_before_; }
    std::int64_t newest() const { return box_.newest(); }

    /// Sends one batch behind what was promised, or asks to let the second box in when it is its turn. What failed is
    /// to be done again.
    Status next(district::Connection& connection, Promised& promised) const;
    bool all_done(const Promised& promised) const {
        return promised.acked_through == newest() && !promised.token.empty();
    }
    /// What is wrong with a district that has promised this: damage, or something that is not there; empty for nothing.
    std::string fault(district::Connection& connection, const Promised& promised) const;
    /// Goes on to the end and compares all that came of it with a district that nothing happened to.
    std::string fault_at_the_end(district::Connection& connection, Promised promised) const;

private:
    static std::string all_rows(district::Connection& connection);

    district::tests::TestDistrict made_in_{district::tests::Driver::sqlite};
    district::HallRow hall_ = made_in_.add_hall();
    district::tests::TestBox box_{made_in_, hall_};
    SigningKey second_key_ = make_signing_key();
    std::string code_, file_before_, undisturbed_;
};

}  // namespace linli::support
