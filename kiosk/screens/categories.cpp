// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kiosk/frame/page_head.h"
#include "kiosk/screens/knowledge_pages.h"
#include "kiosk/screens/matter_list.h"
#include "kiosk/screens/message_page.h"
#include "kiosk/widgets/cell_list.h"
#include "kiosk/widgets/row.h"

namespace linli::kiosk {
namespace {

/// In the session's category: the certificates that are not issued here. No category has a blank in its id.
constexpr const char* not_issued_group = "not issued";

struct Entry {
    FoundKind kind = FoundKind::policy;
    const DocumentHead* head = nullptr;
};

/// What is read most stands first.
std::vector<Entry> entries_of(const Ui& ui, const std::string& category) {
    std::vector<Entry> entries;
    const Knowledge& knowledge = ui.content().knowledge;
    const LocalDate today = ui.local_now().date;
    if (category == not_issued_group) {
        for (const NotIssued& item : knowledge.not_issued)
            if (item.head.holds_on(today)) entries.push_back({FoundKind::not_issued, &item.head});
    } else {
        for (const Policy& policy : knowledge.policies)
            if (policy.category == category && policy.head.holds_on(today))
                entries.push_back({FoundKind::policy, &policy.head});
    }
    const auto& reads = ui.picture().reads;
    const auto read = [&](const Entry& entry) {
        const auto found = reads ? reads->find(entry.head->id) : ReadCounts::const_iterator{};
        return reads && found != reads->end() ? found->second : 0;
    };
    std::ranges::stable_sort(entries, std::ranges::greater{}, read);
    return entries;
}

class CategoriesPage final : public Screen {
public:
    void draw(Ui& ui) override {
        PageAreas areas = page_head(
            ui, {.title = ui.t("categories.title"), .under = ui.modes().larger() ? "" : ui.t("categories.under")});
        const Knowledge& knowledge = ui.content().knowledge;
        const int count = static_cast<int>(knowledge.categories.size()) + 1;
        const int columns = (ui.modes().landscape() ? 3 : 2) - (ui.modes().larger() ? 1 : 0);
        Rect area = areas.touching;
        if (!ui.modes().low() && !ui.modes().landscape()) area.cut_top(8);
        cells_.draw(
            ui,
            {.id = "categories", .area = area, .count = count, .cell_height = list_cell_height(ui), .columns = columns},
            [&](int index, const Rect& rect) { cell(ui, knowledge, static_cast<std::size_t>(index), rect); });
    }

private:
    static void cell(Ui& ui, const Knowledge& knowledge, std::size_t index, const Rect& rect) {
        const bool last = index >= knowledge.categories.size();
        const Category* category = last ? nullptr : &knowledge.categories[index];
        const std::string id = category ? category->id : not_issued_group;
        if (!tile(ui, {.id = category ? "category." + id : "category.not_issued",
                       .rect = rect,
                       .title = category ? ui.in(category->name) : ui.t("categories.not_issued"),
                       .icon = category ? category->icon : "directions",
                       .icon_ink = category ? Role::accent : Role::warning,
                       .icon_ground = category ? Role::accent_soft : Role::warning_soft,
                       .form = Tile::Form::flat}))
            return;
        ui.session().category = id;
        ui.go(ScreenId::documents);
    }

    CellList cells_;
};

class DocumentsPage final : public Screen {
public:
    void draw(Ui& ui) override {
        const std::string& id = ui.session().category;
        const auto entries = entries_of(ui, id);
        if (entries.empty()) {
            if (message_page(
                    ui,
                    {.title = ui.t("categories.title"),
                     .first = ui.t("categories.empty"),
                     .ways = {
                         {.id = "find", .label = ui.t("policy.find"), .icon = "search", .kind = ButtonKind::primary}}}))
                ui.replace(ScreenId::look_up);
            return;
        }
        const Category* category = ui.content().knowledge.category(id);
        PageAreas areas = page_head(ui, {.title = category ? ui.in(category->name) : ui.t("categories.not_issued")});
        Rect area = areas.touching;
        if (!ui.modes().low() && !ui.modes().landscape()) area.cut_top(8);
        cells_.draw(ui,
                    {.id = "documents",
                     .area = area,
                     .count = static_cast<int>(entries.size()),
                     .cell_height = list_cell_height(ui)},
                    [&](int index, const Rect& rect) {
                        const Entry& entry = entries[static_cast<std::size_t>(index)];
                        if (row(ui, {.id = "document." + entry.head->id,
                                     .rect = rect,
                                     .title = ui.in(entry.head->title),
                                     .note = ui.in(entry.head->summary)}))
                            open_document(ui, entry.kind, entry.head->id);
                    });
    }

private:
    CellList cells_;
};

bool is_document_page(ScreenId screen) {
    return screen == ScreenId::policy || screen == ScreenId::not_issued || screen == ScreenId::public_notice ||
           screen == ScreenId::hall_hours;
}

}  // namespace

void open_document(Ui& ui, FoundKind kind, const std::string& id) {
    if (kind == FoundKind::matter) {
        if (const Matter* matter = ui.content().matter(id)) open_matter(ui, *matter);
        return;
    }
    Session& session = ui.session();
    if (is_document_page(ui.screen()))
        session.trail.push_back(session.document);
    else
        session.trail.clear();
    session.document = id;
    if (session.read.insert(id).second) ui.ask(AskNoteRead{id});
    ui.go(kind == FoundKind::policy       ? ScreenId::policy
          : kind == FoundKind::not_issued ? ScreenId::not_issued
          : kind == FoundKind::duties     ? ScreenId::hall_hours
                                          : ScreenId::public_notice);
}

std::unique_ptr<Screen> make_categories_screen() { return std::make_unique<CategoriesPage>(); }
std::unique_ptr<Screen> make_documents_screen() { return std::make_unique<DocumentsPage>(); }

}  // namespace linli::kiosk
