// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/sample_service.h"

#include <algorithm>
#include <cassert>

#include "kiosk/worker/answer.h"

namespace linli::kiosk {

namespace {

constexpr int sample_ahead = 6;
constexpr WaitRange sample_wait{12, 20};
constexpr LocalDate sample_day{2026, 11, 23};
constexpr const char* sample_check_code = "4821";

std::shared_ptr<const HallContent> demo_content() {
    auto content = parse_hall_content(embedded_content());
    assert(content && "the demo content is checked by its own test");
    return content ? std::make_shared<const HallContent>(std::move(*content)) : nullptr;
}

/// Made once: tests make many sample halls.
std::shared_ptr<const ContentSearch> demo_search() {
    static const std::shared_ptr<const ContentSearch> search = [] {
        auto made = ContentSearch::build(*demo_content(), sample_day);
        assert(made && "the demo content can be searched");
        return made ? std::shared_ptr<const ContentSearch>(std::move(*made)) : nullptr;
    }();
    return search;
}

MachineFacts sample_machine() {
    MachineFacts facts;
    facts.network.interfaces = {{"enp1s0", NetworkInterface::Link::up, {"192.168.1.20"}},
                                {"wlp2s0", NetworkInterface::Link::down, {}}};
    facts.network.route = DefaultRoute{"enp1s0", "192.168.1.1"};
    facts.clock = ClockKeeping::by_network;
    facts.database = "/var/lib/linli/hall.db";
    facts.free_bytes = 52'428ULL << 20;
    SyncView& district = facts.district.emplace();
    district.state = LinkState::approved;
    district.address = "https://district.example:8443";
    district.hall_name = "Guihuali Community Hall";
    district.fingerprint = "3f2a-91c0-77de-0b1c";
    district.contact_ms = 0;
    district.since_contact_ms = 20'000;
    district.agent_runs = true;
    facts.box = BoxFacts{"0197a1b2-5c1e-7d3f-8a4b-c5d6e7f8091a", facts.database, "3.53.2", 2, 4, 18'204};
    return facts;
}

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

SampleService::SampleService(const Clock& clock) : SampleService(clock, demo_content()) {}

SampleService::SampleService(const Clock& clock, std::shared_ptr<const HallContent> content) : clock_(clock) {
    HallPicture picture;
    picture.content = std::move(content);
    picture.search = demo_search();
    picture.version = 1;
    if (picture.content) fill_status(picture);
    picture_ = std::make_shared<const HallPicture>(std::move(picture));
}

void SampleService::fill_status(HallPicture& picture) const {
    HallStatus& status = picture.status;
    status.waiting = 9;
    status.open_counters = 3;
    status.wait = sample_wait;
    status.closes_at_minute = 17 * 60 + 30;
    const WallMs since = clock_.wall_ms() - 3'600'000;
    status.devices = {{"board", Device::board, DeviceHealth::good, "ready", since},
                      {"kiosk", Device::printer, DeviceHealth::warning, "paper_near_end", since},
                      {"board", Device::sound, DeviceHealth::bad, "no_card", since}};
    for (const CounterPlan& plan : picture.content->counters) {
        CounterStatus counter;
        counter.number = plan.number;
        counter.open = plan.number <= status.open_counters;
        counter.since_ms = clock_.wall_ms() - 3'600'000;
        status.counters.push_back(counter);
    }
}

std::uint64_t SampleService::ask(Question question) {
    Reply reply;
    reply.question = ++newest_question_;
    if (next_answers_.empty()) {
        reply.answer = answer(question);
    } else {
        reply.answer = std::move(next_answers_.front());
        next_answers_.pop_front();
    }
    asked_.push_back(std::move(question));
    replies_.push_back(std::move(reply));
    if (wake_ && !held_) wake_();
    return newest_question_;
}

std::vector<Reply> SampleService::take_replies() { return held_ ? std::vector<Reply>{} : std::exchange(replies_, {}); }

void SampleService::answer_next(Answer answer) { next_answers_.push_back(std::move(answer)); }

void SampleService::release() {
    held_ = false;
    if (wake_) wake_();
}

void SampleService::set_picture(HallPicture picture) {
    picture.version = picture_->version + 1;
    picture_ = std::make_shared<const HallPicture>(std::move(picture));
    if (wake_) wake_();
}

TicketView SampleService::put_ticket(const std::string& matter, TicketState state) {
    TakeNumber request{matter, "", "put-" + std::to_string(next_number_), std::nullopt};
    request.paper = Paper::wanted;
    const Answer taken = take(request);
    assert(std::holds_alternative<AnswerValue>(taken) && "the sample's matter is in its content");
    Ticket& ticket = tickets_.at(std::get<TicketView>(std::get<AnswerValue>(taken)).ticket.code());
    ticket.state = state;
    if (state == TicketState::called || state == TicketState::serving || state == TicketState::held)
        ticket.counter = counters_for(matter).front();
    return view(ticket);
}

void SampleService::put_printer(DeviceHealth health, const std::string& detail) {
    HallPicture picture = *picture_;
    picture.status.devices = {{"kiosk", Device::printer, health, detail, clock_.wall_ms()}};
    set_picture(std::move(picture));
}

void SampleService::put_slip(const std::string& code, PrintState state, std::optional<SlipTrouble> trouble) {
    slips_[code].state = state;
    slips_[code].trouble = trouble;
    set_picture(*picture_);
}

SampleService::Answer SampleService::answer(const Question& question) {
    return std::visit(
        Overloaded{[&](const AskOutlook& one) { return outlook(one); },
                   [&](const AskTake& one) { return take(one.request); },
                   [&](const AskShow& one) { return show(one.code); },
                   [&](const AskGiveBack& one) {
                       return give_back(one.code, one.check_code, TicketState::waiting, TicketState::left);
                   },
                   [&](const AskUndoGiveBack& one) {
                       return give_back(one.code, one.check_code, TicketState::left, TicketState::waiting);
                   },
                   [&](const AskRejoin& one) { return rejoin(one.code); },
                   [&](const AskHelp&) { return Answer(HelpAnswer{true}); },
                   [&](const AskEndHelp&) { return Answer(HelpAnswer{false}); },
                   [&](const AskNoteSearch&) { return Answer(Noted{}); },
                   [&](const AskNoteRead&) { return Answer(Noted{}); },
                   [&](const AskOpenSetup& one) { return open_setup(one.code); },
                   [&](const AskPrintDocument&) { return Answer(DeviceTestAsked{1}); },
                   [&](const AskDeviceTest&) { return Answer(DeviceTestAsked{1}); },
                   [&](const AskDeviceRequest& one) {
                       return Answer(DeviceRequest{one.row, Device::printer, test_outcome_, test_trouble_});
                   },
                   [&](const AskSettings&) { return Answer(settings_); },
                   [&](const AskSetDevice& one) {
                       settings_.made.erase(one.name);
                       if (one.value) settings_.made[one.name] = *one.value;
                       return Answer(settings_);
                   },
                   [&](const AskEnrol& one) { return enrol(one.pairing); },
                   [&](const AskMachine&) { return Answer(sample_machine()); },
                   [&](const AskPower&) { return Answer(PowerAnswer{}); },
                   [&](const AskPicture& one) { return picture_answer(one); }},
        question);
}

std::vector<int> SampleService::counters_for(const std::string& matter_id) const {
    std::vector<int> open, all;
    const Matter* matter = picture_->content->matter(matter_id);
    for (const CounterPlan& plan : picture_->content->counters) {
        if (matter == nullptr || !picture_->content->takes(plan, *matter)) continue;
        all.push_back(plan.number);
        for (const CounterStatus& status : picture_->status.counters)
            if (status.number == plan.number && status.open) open.push_back(plan.number);
    }
    return open.empty() ? all : open;
}

std::optional<Refused> SampleService::refusal_of(const std::string& matter) const {
    if (picture_->status.issuing) return picture_->status.issuing;
    for (const MatterPause& paused : picture_->status.paused_matters) {
        if (paused.matter != matter) continue;
        Refused refused{Refusal::matter_paused, {}, {}};
        refused.reason = paused.pause.reason;
        return refused;
    }
    return {};
}

SampleService::Answer SampleService::outlook(const AskOutlook& question) const {
    if (picture_->content->matter(question.matter) == nullptr) return Refused{Refusal::unknown_matter, {}, {}};
    MatterOutlook outlook;
    outlook.people_ahead = question.priority.empty() ? sample_ahead : sample_ahead / 2;
    outlook.counters = counters_for(question.matter);
    outlook.any_counter_open = picture_->status.open_counters > 0;
    if (outlook.any_counter_open) outlook.wait = sample_wait;
    outlook.refused = refusal_of(question.matter);
    return AnswerValue(outlook);
}

SampleService::Answer SampleService::take(const TakeNumber& request) {
    const Matter* matter = picture_->content->matter(request.matter);
    if (matter == nullptr) return Refused{Refusal::unknown_matter, {}, {}};
    if (const auto refused = refusal_of(request.matter)) return *refused;
    if (const auto known = issued_by_key_.find(request.idempotency_key); known != issued_by_key_.end())
        return AnswerValue(view(tickets_.at(known->second)));
    Ticket ticket;
    ticket.id = "sample-" + std::to_string(next_number_);
    ticket.letter = matter->line;
    ticket.number = next_number_++;
    ticket.matter = matter->id;
    ticket.priority = request.priority;
    ticket.taken_ms = ticket.state_since_ms = clock_.wall_ms();
    ticket.check_code = sample_check_code;
    const auto& devices = picture_->status.devices;
    const bool printer = std::any_of(devices.begin(), devices.end(), [](const DeviceStatus& device) {
        return device.device == Device::printer && device.health != DeviceHealth::absent;
    });
    if (request.paper == Paper::wanted && printer) slips_[ticket.code()].language = request.language;
    ++issued_;
    issued_by_key_[request.idempotency_key] = ticket.code();
    return AnswerValue(view(tickets_[ticket.code()] = ticket));
}

TicketView SampleService::view(const Ticket& ticket) const {
    TicketView view;
    view.ticket = ticket;
    if (const auto slip = slips_.find(ticket.code()); slip != slips_.end()) view.slip = slip->second;
    view.counters = counters_for(ticket.matter);
    view.any_counter_open = picture_->status.open_counters > 0;
    if (!stands_in_line(ticket.state)) return view;
    view.people_ahead = sample_ahead;
    if (view.any_counter_open) view.wait = sample_wait;
    return view;
}

SampleService::Answer SampleService::show(const std::string& code) const {
    const auto found = tickets_.find(code);
    if (found == tickets_.end()) return Refused{Refusal::unknown_ticket, {}, {}};
    return AnswerValue(view(found->second));
}

SampleService::Answer SampleService::enrol(const std::string& pairing) {
    if (!pairing.starts_with("linli1:")) return Error{ErrorCode::invalid_input, "no pairing string"};
    return AnswerValue(EnrolBegun{});
}

SampleService::Answer SampleService::open_setup(const std::string& code) {
    if (setup_tries_left_ == 0) return Refused{Refusal::no_setup_code, {}, {}};
    if (code == sample_setup_code) return AnswerValue(SetupOpened{});
    Refused wrong{Refusal::wrong_setup_code, {}, {}};
    wrong.tries_left = --setup_tries_left_;
    return wrong;
}

SampleService::Answer SampleService::give_back(const std::string& code, const std::string& check_code, TicketState from,
                                               TicketState to) {
    const auto found = tickets_.find(code);
    if (found == tickets_.end()) return Refused{Refusal::unknown_ticket, {}, {}};
    Ticket& ticket = found->second;
    if (ticket.check_code != check_code) return Refused{Refusal::wrong_check_code, {}, {}};
    if (ticket.state != from) return Refused{Refusal::wrong_state, ticket, {}};
    ticket.state = to;
    ticket.state_since_ms = clock_.wall_ms();
    return AnswerValue(view(ticket));
}

SampleService::Answer SampleService::rejoin(const std::string& code) {
    const auto found = tickets_.find(code);
    if (found == tickets_.end()) return Refused{Refusal::unknown_ticket, {}, {}};
    Ticket& ticket = found->second;
    if (ticket.state != TicketState::missed) return Refused{Refusal::wrong_state, ticket, {}};
    if (ticket.rejoins >= picture_->content->rules.rejoin_times_max)
        return Refused{Refusal::rejoined_already, ticket, {}};
    ++ticket.rejoins;
    ticket.state = TicketState::waiting;
    return AnswerValue(view(ticket));
}

}  // namespace linli::kiosk
