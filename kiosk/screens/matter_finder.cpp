// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <vector>

#include "hall/text/matter_search.h"
#include "kiosk/screens/finder.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/pause.h"

namespace linli::kiosk {
namespace {

constexpr std::size_t hits_max = 20;

class MatterFinder final : public Finder {
public:
    void look(Ui& ui, const std::string& query) override {
        if (!search_ || content_ != ui.picture().content) {
            content_ = ui.picture().content;
            search_.emplace(ui.content());
        }
        hits_ = search_->find(query, hits_max);
    }

    int count() const override { return static_cast<int>(hits_.size()); }

    Row row(Ui& ui, int index) const override {
        const MatterSearch::Hit& hit = hits_[static_cast<std::size_t>(index)];
        const Matter* matter = ui.content().matter(hit.matter);
        if (matter == nullptr) return {};
        return {.id = "matter." + matter->id,
                .title = ui.in(matter->name),
                .title_spans = matched_title(ui, ui.in(matter->name), hit.name_begin, hit.name_end),
                .note = ui.in(matter->note),
                .badge = matter->line,
                .closed = closed_words(ui, *matter)};
    }

    void open(Ui& ui, int index) const override {
        if (const Matter* matter = ui.content().matter(hits_[static_cast<std::size_t>(index)].matter))
            open_matter(ui, *matter);
    }

    void by_groups(Ui& ui) const override { ui.replace(ScreenId::choose); }

private:
    std::shared_ptr<const HallContent> content_;
    std::optional<MatterSearch> search_;
    std::vector<MatterSearch::Hit> hits_;
};

}  // namespace

std::unique_ptr<Finder> make_matter_finder() { return std::make_unique<MatterFinder>(); }

}  // namespace linli::kiosk
