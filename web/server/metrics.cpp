// SPDX-License-Identifier: Apache-2.0
#include "web/server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <utility>

namespace linli::web {

struct Metrics::Parts {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("linli_http_requests_total")
                                                            .Help("Answers, by operation and status")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                             .Name("linli_http_request_seconds")
                                                             .Help("From the whole head to the last byte, by operation")
                                                             .Register(registry);
    prometheus::Family<prometheus::Counter>& refused = prometheus::BuildCounter()
                                                           .Name("linli_http_refused_total")
                                                           .Help("Connections turned away or cut, by reason")
                                                           .Register(registry);
    prometheus::Family<prometheus::Gauge>& now = prometheus::BuildGauge()
                                                     .Name("linli_http_now")
                                                     .Help("How many there are at this moment, by kind")
                                                     .Register(registry);
    // Looked up without building labels anew for each request.
    std::map<std::pair<std::string, int>, prometheus::Counter*> counters;
    std::map<std::string, prometheus::Histogram*> histograms;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::answered(const std::string& operation, int status, std::chrono::duration<double> time) {
    prometheus::Counter*& counter = parts_->counters[{operation, status}];
    if (!counter) counter = &parts_->requests.Add({{"operation", operation}, {"status", std::to_string(status)}});
    counter->Increment();
    prometheus::Histogram*& histogram = parts_->histograms[operation];
    if (!histogram) {
        const prometheus::Histogram::BucketBoundaries bounds{0.001, 0.005, 0.02, 0.1, 0.5, 2, 10};
        histogram = &parts_->seconds.Add({{"operation", operation}}, bounds);
    }
    histogram->Observe(time.count());
}

void Metrics::refused(const std::string& reason) { parts_->refused.Add({{"reason", reason}}).Increment(); }

std::string Metrics::text(const Now& now) {
    const auto set = [&](const char* kind, double value) { parts_->now.Add({{"kind", kind}}).Set(value); };
    set("connections", now.connections);
    set("streams", now.streams);
    set("streams_cut_since_start", now.streams_cut);
    set("handshakes", now.handshakes);
    set("work_waiting", now.work_waiting);
    set("slow_waiting", now.slow_waiting);
    set("waiting_waiting", now.waiting_waiting);
    set("log_lines_dropped_since_start", now.log_lines_dropped);
    return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace linli::web
