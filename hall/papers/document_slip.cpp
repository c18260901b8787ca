// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/document_slip.h"

#include "hall/papers/hall_words.h"
#include "hall/papers/opening_words.h"
#include "hall/papers/slip_words.h"

namespace linli {
namespace {

constexpr SlipStyle hall_style{30, 130, SlipWeight::bold, SlipAlign::centre};
constexpr SlipStyle title_style{44, 130, SlipWeight::bold, SlipAlign::centre};
constexpr SlipStyle answer_style{34, 140, SlipWeight::bold};
constexpr SlipStyle head_style{30, 140, SlipWeight::bold};
constexpr SlipStyle body_style{30, 145};
constexpr SlipStyle small_style{24, 140};
constexpr int above_head_dots = 18, above_line_dots = 4;

/// One document's blocks, in one language.
class Sheet {
public:
    Sheet(const HallContent& content, Language language, const LocalDate& today)
        : content_(content), language_(language), texts_(paper_texts(language)), today_(today) {
        add(0, content.hall_name, hall_style);
    }

    Slip of(const Policy& policy) {
        begin(policy.head);
        add(above_head_dots, policy.answer, answer_style);
        add(above_line_dots, policy.more, body_style);
        if (!policy.amounts.empty()) {
            add(above_head_dots, policy.amounts_label, head_style);
            for (const Amount& amount : policy.amounts) add_amount(amount);
        }
        add_list("policy.who", policy.who);
        add_list("policy.bring", policy.bring);
        add_list("policy.how", policy.how);
        add(above_head_dots, policy.deadline, body_style);
        add(above_line_dots, policy.where, body_style);
        return std::move(slip_);
    }

    Slip of(const NotIssued& item) {
        begin(item.head);
        add_words(above_head_dots, texts_.text("not_issued.what"), answer_style);
        add(above_line_dots, item.why, body_style);
        for (const Way& way : item.ways) {
            add(above_head_dots, way.when, small_style);
            add(0, way.go, head_style);
            if (const Office* office = content_.knowledge.place(way.place)) {
                add(above_line_dots, office->address, body_style);
                add(0, office->hours, body_style);
                add_words(0, texts_.text("not_issued.phone", {{"phone", office->phone}}), body_style);
            }
            if (way.bring)
                add_words(0, texts_.text("not_issued.bring", {{"bring", way.bring->in(language_)}}), body_style);
            if (way.hint) add(0, *way.hint, body_style);
        }
        return std::move(slip_);
    }

    Slip of(const PublicNotice& notice) {
        begin(notice.head);
        for (const LocalizedText& paragraph : notice.body) add(above_head_dots, paragraph, body_style);
        if (notice.objection) add(above_head_dots, notice.objection->how, head_style);
        return std::move(slip_);
    }

    Slip of(const StaffDuties& duties) {
        begin(duties.head);
        for (const std::string& line : week_words(texts_, content_.hours))
            add_words(above_line_dots, line, answer_style);
        const auto special = special_day_words(texts_, content_.hours, today_, special_days, special_days_shown);
        if (!special.empty()) add_words(above_head_dots, texts_.text("hours.special"), head_style);
        for (const std::string& line : special) add_words(above_line_dots, line, body_style);
        for (const Post& post : duties.posts) {
            add(above_head_dots, post.name, head_style);
            if (!post.counters.empty()) add_words(0, counters_words(texts_, post.counters), small_style);
            for (const LocalizedText& task : post.tasks)
                add_words(above_line_dots, texts_.text("slip.list_line", {{"text", task.in(language_)}}), body_style);
        }
        add(above_head_dots, duties.stand_in, body_style);
        if (const Office* office = content_.knowledge.place(duties.place)) {
            add(above_line_dots, office->address, body_style);
            add_words(0, texts_.text("not_issued.phone", {{"phone", office->phone}}), body_style);
        }
        return std::move(slip_);
    }

    void end(Slip& slip, const DocumentHead& head, const LocalTime& now) const {
        std::string source =
            texts_.text("policy.source", {{"source", head.source.in(language_)}, {"date", head.checked.text()}});
        if (!head.confirmed) source = texts_.text("policy.example") + source;
        slip.blocks.push_back({above_head_dots, SlipRule{2}});
        slip.blocks.push_back({above_line_dots, SlipText{source, small_style}});
        const std::string printed = texts_.text("slip.printed_on", {{"date", date_words(texts_, now.date, now.weekday)},
                                                                    {"time", clock_words(now.minute_of_day)}});
        slip.blocks.push_back({above_line_dots, SlipText{printed, small_style}});
    }

private:
    void begin(const DocumentHead& head) {
        slip_.blocks.push_back({10, SlipRule{4}});
        add(12, head.title, title_style);
    }

    void add(int above_dots, const LocalizedText& text, const SlipStyle& style) {
        add_words(above_dots, text.in(language_), style);
    }
    void add_words(int above_dots, std::string words, const SlipStyle& style) {
        slip_.blocks.push_back({above_dots, SlipText{std::move(words), style}});
    }

    void add_list(const char* title_key, const std::vector<LocalizedText>& lines) {
        if (lines.empty()) return;
        add_words(above_head_dots, texts_.text(title_key), head_style);
        for (const LocalizedText& line : lines)
            add_words(above_line_dots, texts_.text("slip.list_line", {{"text", line.in(language_)}}), body_style);
    }

    void add_amount(const Amount& amount) {
        const std::string unit = amount.unit.in(language_);
        std::string words = amount.number.in(language_);
        if (unit != "-") words += " " + unit;
        slip_.blocks.push_back({above_line_dots, SlipEnds{amount.label.in(language_), words, body_style.size_dots}});
    }

    const HallContent& content_;
    Language language_;
    const Catalogue& texts_;
    LocalDate today_;
    Slip slip_;
};

}  // namespace

std::optional<Slip> document_slip(const HallContent& content, std::string_view id, Language language,
                                  const LocalTime& now) {
    Sheet sheet(content, language, now.date);
    const auto finished = [&](const auto& document) {
        Slip slip = sheet.of(document);
        sheet.end(slip, document.head, now);
        return slip;
    };
    if (const Policy* policy = content.knowledge.policy(id)) return finished(*policy);
    if (const NotIssued* item = content.knowledge.not_issued_item(id)) return finished(*item);
    if (const PublicNotice* notice = content.knowledge.notice(id)) return finished(*notice);
    if (content.knowledge.duties && content.knowledge.duties->head.id == id) return finished(*content.knowledge.duties);
    return std::nullopt;
}

}  // namespace linli
