// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

namespace linli {

/// Visits for one matter as the simulation draws them: log-normal, the usual shape of service times.
struct VisitLaw {
    double log_mean = 0;
    double log_deviation = 0;
    double mean_doubt = 0;  ///< how far all visits of this matter may be off together, as a share
};
VisitLaw visit_law(double mean_minutes, double deviation_minutes, double mean_doubt);

/// A line in front of its counters, reduced to numbers. Matters and counters are indexes.
struct SimulatedLine {
    struct Matter {
        VisitLaw law;
        std::vector<int> counters;  ///< that take it
    };
    struct Service {
        VisitLaw law;
        double served_minutes = 0;
    };
    std::vector<Matter> matters;
    std::vector<std::optional<Service>> counters;  ///< what each is busy with
    std::vector<int> ahead;                        ///< matters, first is next
    int asker = 0;                                 ///< matter of the person who asks; some counter takes it
};

/// Minutes until the asker is called, in some hundred runs of the line, sorted. A run is given up at minutes_max. The
/// draws depend only on the run and the place in the line, so that questions that differ a little are answered by the
/// same luck.
std::vector<double> simulate_waits(const SimulatedLine& line, double minutes_max);

}  // namespace linli
