// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/attachment_json.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/wire/sync_json.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("what is said of attachments comes out as it went in, and nothing else is taken") {
    const std::string digest(64, 'a');
    const auto head = value_of(sync::read_attachment_head(sync::written(sync::AttachmentHead{digest, 7, "image/png"})));
    CHECK(head.digest == digest);
    CHECK(head.size == 7);
    CHECK(head.media_type == "image/png");
    const auto state = value_of(sync::read_attachment_state(sync::written(sync::AttachmentState{digest, 9})));
    CHECK(state.digest == digest);
    CHECK(state.offset == 9);
    for (const std::string& bad : {std::string("<html>"), std::string(R"({"offset":9})"),
                                   fmt::format(R"({{"digest":"{}","offset":-1}})", digest),
                                   fmt::format(R"({{"digest":"{}","offset":1.5}})", digest)})
        CHECK(error_of(sync::read_attachment_state(bad)) == "corrupt");
    CHECK(error_of(sync::read_attachment_head(
              fmt::format(R"({{"digest":"{}","size":0,"media_type":"image/png"}})", digest))) == "corrupt");
}

TEST_CASE("a refusal says from where to go on") {
    const auto problem = sync::read_problem(sync::written(sync::Problem{"wrong_offset", "it is there", {}, 131'072}));
    CHECK(problem.problem == "wrong_offset");
    CHECK(problem.offset == 131'072);
    CHECK_FALSE(problem.acked_through);
    const auto strange = sync::read_problem(R"({"problem":"gap","detail":"","offset":"far","acked_through":3})");
    CHECK(strange.acked_through == 3);
    CHECK_FALSE(strange.offset);
}
