// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "hall/acts/hall.h"

namespace linli::cli {

/// The content that Linli carries in itself, open around the clock on every day, so that a demo works at any hour.
ContentDocuments demo_content();

/// Who makes a demo hall, as its journal says: so a demo hall is told from one where people work.
inline constexpr const char* demo_actor = "demo";

/// Makes a hall with demo content that has lived through some working days and has people in its line now: the expected
/// wait has learned, three counters serve. Made by the same acts as anything else. Error: as Hall::create.
Status make_demo_hall(const std::filesystem::path& database);

/// Plays clerks and residents for a demo: one step finishes a visit, calls the next or takes a number.
class DemoTraffic {
public:
    explicit DemoTraffic(Hall& hall, unsigned seed = 1) : hall_(hall), state_(seed) {}
    Status step();

private:
    unsigned random(unsigned limit);
    Status arrive();
    Status work(int counter);
    Hall& hall_;
    unsigned state_;
};

}  // namespace linli::cli
