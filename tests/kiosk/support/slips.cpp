// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/slips.h"

#include <fmt/format.h>

#include "kiosk/platform/panel.h"

namespace linli::kiosk::testing {
namespace {

const LocalTime monday_morning{{2026, 11, 23}, 1, 9 * 60 + 42, 0};
const LocalTime longest_day{{2026, 12, 30}, 3, 23 * 60 + 58, 0};

std::string repeated(std::string_view piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += piece;
    return all;
}

DotBox grown(const DotBox& box, int by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

std::string box_text(const DotBox& box) { return fmt::format("{},{} {}x{}", box.x, box.y, box.width, box.height); }

// A frame covers its line only; what stands wholly inside does not meet it.
bool meet(const LaidItem& a, const LaidItem& b) {
    if (!a.ink.meets(b.ink)) return false;
    for (const auto& [frame, other] : {std::pair(&a, &b), std::pair(&b, &a)})
        if (frame->kind == LaidItem::Kind::frame && grown(frame->ink, -frame->stroke_dots).contains(other->ink))
            return false;
    return true;
}

}  // namespace

SampleNumber::SampleNumber() : content(*parse_hall_content(embedded_content())) {
    view.ticket.letter = 'A';
    view.ticket.number = 27;
    view.ticket.matter = content.matters.front().id;
    view.ticket.check_code = "4821";
    view.people_ahead = 6;
    view.wait = WaitRange{12, 20};
    view.counters = {1, 2, 3};
    view.any_counter_open = true;
}

void SampleNumber::make_long() {
    content.hall_name = {repeated("融", 14), "Westminster-Interdepartmental Community"};
    content.hall_short_name = {repeated("融", 8), repeated("W", 20)};
    matter().name = {repeated("矗", 12), repeated("W", 28)};
    matter().bring.assign(12, {repeated("证", 20), "A statement of income that the neighbourhood committee signed"});
    for (CounterPlan& counter : content.counters) counter.place = {repeated("侧", 10), repeated("m", 32)};
    view.counters = {1, 3, 5};
    view.ticket.number = 4321;
    view.people_ahead = 1234;
    view.wait = WaitRange{160, 180};
    content.rules.rejoin_after = 50;
}

Slip SampleNumber::slip() const { return ticket_slip({content, view, language, monday_morning, copy, printed_local}); }

Slip SampleNumber::test_slip() const { return linli::test_slip(content, language, longest_day); }

std::vector<NamedSlip> all_slips() {
    std::vector<NamedSlip> slips;
    for (const Language language : {Language::zh, Language::en}) {
        const char* tag = language == Language::zh ? "zh" : "en";
        SampleNumber plain;
        plain.language = language;
        const auto add = [&](std::string_view name, const SampleNumber& number) {
            slips.push_back({fmt::format("{}-{}", name, tag), number.slip()});
        };
        add("plain", plain);
        SampleNumber priority = plain;
        priority.view.ticket.priority = "elder";
        add("priority", priority);
        SampleNumber again = priority;
        again.copy = 2;
        again.printed_local = longest_day;
        add("reprint", again);
        SampleNumber rare = plain;
        rare.matter().name = {"𬭎㛃䶮𠮷补办", "Register 𬭎㛃䶮𠮷"};
        add("rare", rare);
        SampleNumber closed = plain;
        closed.view.wait.reset();
        closed.view.people_ahead = 0;
        closed.matter().bring.clear();
        add("no-counter", closed);
        SampleNumber called = again;
        called.view.ticket.state = TicketState::called;
        called.view.ticket.counter = 4;
        called.view.wait.reset();
        add("called", called);
        SampleNumber longest = again;
        longest.make_long();
        add("longest", longest);
        slips.push_back({fmt::format("test-{}", tag), plain.test_slip()});
    }
    return slips;
}

std::vector<std::string> layout_faults(const LaidSlip& laid) {
    constexpr int white_modules = 3;
    std::vector<std::string> faults;
    const DotBox paper{0, 0, laid.width_dots, laid.height_dots};
    for (std::size_t i = 0; i < laid.items.size(); ++i) {
        const LaidItem& item = laid.items[i];
        const std::string name = fmt::format("'{}' at {}", item.words, box_text(item.ink));
        if (!paper.contains(item.ink)) faults.push_back(name + " is cut by the paper's edge");
        if (!item.room.contains(item.ink)) faults.push_back(name + " sticks out of " + box_text(item.room));
        const bool is_code = item.kind == LaidItem::Kind::code;
        const DotBox with_white = is_code ? grown(item.ink, white_modules * item.stroke_dots) : item.ink;
        if (is_code && !DotBox{0, 0, laid.width_dots, laid.height_dots}.contains(with_white))
            faults.push_back("the code at " + box_text(item.ink) + " has too little white to the paper's edge");
        for (std::size_t k = 0; k < laid.items.size(); ++k) {
            const LaidItem& other = laid.items[k];
            if (k > i && meet(item, other))
                faults.push_back(fmt::format("{} meets '{}' at {}", name, other.words, box_text(other.ink)));
            if (is_code && k != i && with_white.meets(other.ink))
                faults.push_back(fmt::format("'{}' at {} is too near the code at {}", other.words, box_text(other.ink),
                                             box_text(item.ink)));
        }
    }
    return faults;
}

void save_bitmap(const Bitmap& bitmap, const std::filesystem::path& file) {
    std::filesystem::create_directories(file.parent_path());
    Picture picture{bitmap.width(), bitmap.height(), {}};
    for (int y = 0; y < bitmap.height(); ++y)
        for (int x = 0; x < bitmap.width(); ++x) {
            const std::uint8_t shade = bitmap.black(x, y) ? 0 : 255;
            picture.rgba.insert(picture.rgba.end(), {shade, shade, shade, 255});
        }
    static_cast<void>(picture.save_png(file));
}

}  // namespace linli::kiosk::testing
