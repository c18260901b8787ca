// SPDX-License-Identifier: Apache-2.0
#include "hall/papers/ticket_slip.h"

#include "hall/papers/hall_words.h"
#include "hall/papers/slip_words.h"

namespace linli {
namespace {

constexpr int reprint_size_dots = 40;
constexpr int below_reprint_dots = 14;

// Makes the block of one row of the plan; nothing where the row has nothing to say for this number.
class BlockMaker {
public:
    explicit BlockMaker(const SlipOrder& order) : order_(order), words_(order) {}

    std::optional<SlipBlock> block(const SlipRow& row) const {
        std::optional<SlipBlock> block = std::visit([&](const auto& what) { return make(what); }, row.what);
        if (block) block->above_dots = row.above_dots;
        return block;
    }

    SlipBlock reprint() const {
        const std::string copy = std::to_string(order_.copy);
        SlipMarked marked;
        marked.text.style = {reprint_size_dots, 130, SlipWeight::bold, SlipAlign::centre};
        marked.mark_size_dots = reprint_size_dots;
        marked.mark =
            order_.printed_local
                ? words_.texts().text("slip.reprint_at",
                                      {{"copy", copy}, {"time", clock_words(order_.printed_local->minute_of_day)}})
                : words_.texts().text("slip.reprint", {{"copy", copy}});
        return {0, std::move(marked)};
    }

private:
    using Made = std::optional<SlipBlock>;

    std::optional<SlipText> text(const SlipLine& line) const {
        auto words = words_.fill(line.words);
        if (!words) return std::nullopt;
        return SlipText{*std::move(words), line.style};
    }

    Made make(const SlipLine& line) const {
        auto filled = text(line);
        if (!filled) return std::nullopt;
        return SlipBlock{0, *std::move(filled)};
    }

    Made make(const SlipMatterRow& row) const {
        SlipMarked marked;
        if (const Matter* matter = order_.content.matter(order_.view.ticket.matter))
            marked.text.words = matter->name.in(order_.language);
        marked.text.style = row.name;
        marked.mark_size_dots = row.mark_size_dots;
        if (!order_.view.ticket.priority.empty()) marked.mark = words_.texts().text("slip.priority");
        if (marked.text.words.empty() && marked.mark.empty()) return std::nullopt;
        return SlipBlock{0, std::move(marked)};
    }

    Made make(const SlipNumberRow& row) const {
        return SlipBlock{0, SlipNumber{order_.view.ticket.code(), row.size_dots, row.line_percent}};
    }

    Made make(const SlipRule& rule) const { return SlipBlock{0, rule}; }

    Made make(const SlipFactsRow& row) const {
        SlipFacts facts{{}, row.label_size_dots, row.value_size_dots, row.rule_dots};
        for (const SlipFactLine& fact : row.facts) {
            auto label = words_.fill(fact.label), value = words_.fill(fact.value);
            if (label && value) facts.facts.push_back({*std::move(label), *std::move(value)});
        }
        if (facts.facts.empty()) return std::nullopt;
        return SlipBlock{0, std::move(facts)};
    }

    Made make(const SlipCodeRow& row) const {
        SlipCode code;
        code.payload = code_words(order_.content, order_.view, order_.taken_local, order_.language);
        code.side_dots = row.side_dots;
        for (const SlipLine& line : row.beside)
            if (auto filled = text(line)) code.beside.push_back(*std::move(filled));
        return SlipBlock{0, std::move(code)};
    }

    Made make(const SlipEndsRow& row) const {
        auto left = words_.fill(row.left), right = words_.fill(row.right);
        if (!left && !right) return std::nullopt;
        return SlipBlock{0, SlipEnds{std::move(left).value_or(""), std::move(right).value_or(""), row.size_dots}};
    }

    const SlipOrder& order_;
    SlipWords words_;
};

}  // namespace

Slip ticket_slip(const SlipOrder& order) {
    const BlockMaker maker(order);
    Slip slip;
    if (order.copy > 1) slip.blocks.push_back(maker.reprint());
    for (const SlipRow& row : order.content.slip.rows)
        if (auto block = maker.block(row)) slip.blocks.push_back(*std::move(block));
    if (order.copy > 1 && slip.blocks.size() > 1) slip.blocks[1].above_dots += below_reprint_dots;
    return slip;
}

}  // namespace linli
