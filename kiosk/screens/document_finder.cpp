// SPDX-License-Identifier: Apache-2.0
#include "hall/search/content_search.h"
#include "kiosk/screens/finder.h"
#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/matter_list.h"

namespace linli::kiosk {
namespace {

constexpr std::size_t hits_max = 20;

class DocumentFinder final : public Finder {
public:
    void look(Ui& ui, const std::string& query) override {
        found_ = {};
        if (ui.picture().search) found_ = ui.picture().search->find(query, hits_max);
        // A document may have gone with new content that the index has not met yet.
        std::erase_if(found_.hits, [&](const auto& hit) { return !is_there(ui, hit); });
    }

    int count() const override { return static_cast<int>(found_.hits.size()); }
    bool nearest() const override { return found_.nearest; }

    Row row(Ui& ui, int index) const override {
        const ContentSearch::Hit& hit = found_.hits[static_cast<std::size_t>(index)];
        const Knowledge& knowledge = ui.content().knowledge;
        if (hit.kind == FoundKind::matter) return of_matter(ui, hit);
        if (hit.kind == FoundKind::policy) {
            const Policy* policy = knowledge.policy(hit.id);
            Row row = policy ? of_head(ui, hit, policy->head) : Row{};
            if (policy && !policy->matters.empty())
                if (const Matter* matter = ui.content().matter(policy->matters.front())) row.badge = matter->line;
            return row;
        }
        if (hit.kind == FoundKind::not_issued) {
            const NotIssued* item = knowledge.not_issued_item(hit.id);
            return item ? of_head(ui, hit, item->head) : Row{};
        }
        if (hit.kind == FoundKind::duties) return knowledge.duties ? of_head(ui, hit, knowledge.duties->head) : Row{};
        const PublicNotice* notice = knowledge.notice(hit.id);
        return notice ? of_head(ui, hit, notice->head) : Row{};
    }

    void open(Ui& ui, int index) const override {
        const ContentSearch::Hit& hit = found_.hits[static_cast<std::size_t>(index)];
        open_document(ui, hit.kind, hit.id);
    }

    void by_groups(Ui& ui) const override { ui.go(ScreenId::categories); }

private:
    static bool is_there(Ui& ui, const ContentSearch::Hit& hit) {
        return hit.kind == FoundKind::matter ? ui.content().matter(hit.id) != nullptr
                                             : ui.content().knowledge.has(hit.id);
    }

    static Row of_head(Ui& ui, const ContentSearch::Hit& hit, const DocumentHead& head) {
        return {.id = "document." + hit.id,
                .title = ui.in(head.title),
                .title_spans = matched_title(ui, ui.in(head.title), hit.title_begin, hit.title_end),
                .note = ui.in(head.summary)};
    }

    static Row of_matter(Ui& ui, const ContentSearch::Hit& hit) {
        const Matter* matter = ui.content().matter(hit.id);
        if (matter == nullptr) return {};
        return {.id = "document." + hit.id,
                .title = ui.in(matter->name),
                .title_spans = matched_title(ui, ui.in(matter->name), hit.title_begin, hit.title_end),
                .note = ui.in(matter->note),
                .badge = matter->line,
                .closed = closed_words(ui, *matter)};
    }

    ContentSearch::Found found_;
};

}  // namespace

std::unique_ptr<Finder> make_document_finder() { return std::make_unique<DocumentFinder>(); }

}  // namespace linli::kiosk
