// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_case_info.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include "tests/support/cases.h"

namespace {

/// With the first check that fails the folders of that test stay, for whoever looks for the reason.
class KeepFolders final : public Catch::EventListenerBase {
public:
    using EventListenerBase::EventListenerBase;
    void assertionEnded(const Catch::AssertionStats& stats) override {
        if (!stats.assertionResult.isOk()) linli::support::keep_folders_where_asked();
    }
};
CATCH_REGISTER_LISTENER(KeepFolders)

}  // namespace
