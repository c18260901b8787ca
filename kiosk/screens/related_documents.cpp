// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/related_documents.h"

#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/reading_blocks.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

struct Related {
    FoundKind kind = FoundKind::policy;
    const DocumentHead* head = nullptr;
};

Related find_related(const Knowledge& knowledge, const std::string& id) {
    if (const Policy* policy = knowledge.policy(id)) return {FoundKind::policy, &policy->head};
    if (const NotIssued* item = knowledge.not_issued_item(id)) return {FoundKind::not_issued, &item->head};
    if (const PublicNotice* notice = knowledge.notice(id)) return {FoundKind::notice, &notice->head};
    if (knowledge.duties && knowledge.duties->head.id == id) return {FoundKind::duties, &knowledge.duties->head};
    return {};
}

Block related_row(Ui& ui, const Related& related) {
    const std::string id = related.head->id, title = ui.in(related.head->title);
    return {row_height(ui), [=, kind = related.kind](Ui& now, const Rect& rect) {
                if (row(now, {.id = "related." + id, .rect = rect, .title = title})) open_document(now, kind, id);
            }};
}

}  // namespace

std::vector<Block> related_blocks(Ui& ui, float width, const std::vector<std::string>& ids) {
    std::vector<Block> blocks;
    if (ui.modes().low()) return blocks;
    for (const std::string& id : ids) {
        const Related related = find_related(ui.content().knowledge, id);
        if (related.head == nullptr || !related.head->holds_on(ui.local_now().date)) continue;
        Block block = related_row(ui, related);
        if (blocks.empty()) block = headed_block(ui, width, ui.t("reading.related"), std::move(block));
        blocks.push_back(std::move(block));
    }
    return blocks;
}

}  // namespace linli::kiosk
