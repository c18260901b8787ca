// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "hall/acts/care_for_device.h"
#include "hall/acts/take_number.h"
#include "kiosk/printer/spooler_work.h"
#include "tests/support/printer_peer.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk::testing {

/// Slips of some eighty bytes that say which number and which copy they are, at their beginning as on real ones.
class ShortSlips final : public SlipWriter {
public:
    Result<std::string> ticket(const SlipOrder& order, const PrinterForm&) override {
        return framed(name_on_paper(order.view.ticket.code(), order.copy));
    }
    Result<std::string> document(const HallContent&, const PaperOfDocument& wanted, const LocalTime&,
                                 const PrinterForm&) override {
        return framed("<" + wanted.id + ">");
    }
    Result<std::string> test(const HallContent&, const LocalTime&, const PrinterForm&) override {
        return framed("<test>");
    }

    /// Comes before everything else on each slip: a picture's bytes, as drawn slips have them.
    std::string picture;

    static std::string name_on_paper(const std::string& code, int copy) { return fmt::format("<{}/{}>", code, copy); }

private:
    std::string framed(const std::string& text) const {
        return "\x1b@" + picture + text + std::string(60, '.') + std::string("\x1dVB\0", 4);
    }
};

/// Quick enough for tests, and slow enough for a peer on a loaded machine.
inline PrinterPace test_pace() {
    PrinterPace pace;
    pace.answer_ms = 150;
    pace.no_progress_ms_max = 300;
    pace.settle_ms = 10;
    pace.look_every_ms = 5;
    pace.silent_ms_max = 100;
    pace.chunk_bytes = 8;
    pace.stop_grace_ms = 100;
    return pace;
}

inline TakeNumber on_paper(const std::string& matter = "senior-card") {
    TakeNumber request{matter, {}, support::new_key(), {}};
    request.paper = Paper::wanted;
    request.place = "kiosk";
    return request;
}

/// The papers that carry this number, whole or torn: what a person could show at a counter.
inline std::vector<std::string> papers_of(const std::vector<support::PrinterPeer::Paper>& papers,
                                          const std::string& code) {
    std::vector<std::string> found;
    for (const auto& paper : papers) {
        const std::size_t at = paper.legible.find("<" + code + "/");
        if (at == std::string::npos) continue;
        const std::size_t end = paper.legible.find('>', at);
        if (end == std::string::npos) continue;  // torn before the copy could be read
        found.push_back(paper.legible.substr(at, end + 1 - at) + (paper.whole ? "" : " torn"));
    }
    return found;
}

/// The rule that matters: never two papers of one number that do not say on them which copy they are. Names each
/// number that breaks it.
inline std::vector<std::string> doubled_papers(const std::vector<support::PrinterPeer::Paper>& papers,
                                               const std::vector<std::string>& codes) {
    std::vector<std::string> broken;
    for (const std::string& code : codes) {
        std::vector<std::string> seen;
        for (const std::string& paper : papers_of(papers, code)) {
            const std::string name = paper.substr(0, paper.find('>') + 1);
            if (std::find(seen.begin(), seen.end(), name) != seen.end()) broken.push_back(name);
            seen.push_back(name);
        }
    }
    return broken;
}

}  // namespace linli::kiosk::testing
