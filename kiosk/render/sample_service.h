// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hall/base/time_zone.h"
#include "kiosk/worker/hall_service.h"

namespace linli::kiosk {

/// A clock that stands until it is moved. Starts at a Monday, 9:42, of the demo hall.
class SampleClock final : public Clock {
public:
    static constexpr WallMs start_ms = 1'795'398'120'000;  // 2026-11-23 09:42 in Shanghai
    WallMs wall_ms() const override { return start_ms + passed_ms_; }
    std::int64_t boot_ms() const override { return 1'000'000 + passed_ms_; }
    std::string boot_id() const override { return "sample"; }
    void advance(std::int64_t milliseconds) { passed_ms_ += milliseconds; }

private:
    std::int64_t passed_ms_ = 0;
};

/// A hall in memory behind the screens, for --render and tests: the demo content, nine people waiting, and answers that
/// follow the acts' rules as far as screens can see them. It decides nothing for the real kiosk.
class SampleService final : public HallService {
public:
    explicit SampleService(const Clock& clock);
    /// With other content. Null content is a hall whose first reading has not come yet.
    SampleService(const Clock& clock, std::shared_ptr<const HallContent> content);

    std::uint64_t ask(Question question) override;
    std::vector<Reply> take_replies() override;
    std::shared_ptr<const HallPicture> picture() const override { return picture_; }
    void on_news(std::function<void()> wake) override { wake_ = std::move(wake); }

    /// Replaces the picture; its version grows by itself.
    void set_picture(HallPicture picture);
    /// The next question is answered so, whatever it asks.
    void answer_next(std::variant<AnswerValue, Refused, Error> answer);
    /// Holds replies back until release(), as a slow disk would.
    void hold() { held_ = true; }
    void release();

    /// The number that stands in the sample line, put into this state.
    TicketView put_ticket(const std::string& matter, TicketState state);
    /// How the sample hall's printer says it is; absent for a hall without one.
    void put_printer(DeviceHealth health, const std::string& detail);
    /// Puts the paper of a ticket into this state.
    void put_slip(const std::string& code, PrintState state, std::optional<SlipTrouble> trouble = {});
    /// The code that opens the installer's pages.
    static constexpr const char* sample_setup_code = "482160";
    /// What comes of every device's test from now on; asked or taken is one that nobody has answered yet.
    void set_test_outcome(DeviceRequest::State state, std::string trouble = {}) {
        test_outcome_ = state;
        test_trouble_ = std::move(trouble);
    }

    /// How many numbers were really issued.
    int issued() const { return issued_; }
    const std::vector<Question>& asked() const { return asked_; }

private:
    using Answer = std::variant<AnswerValue, Refused, Error>;
    Answer answer(const Question& question);
    Answer take(const TakeNumber& request);
    std::optional<Refused> refusal_of(const std::string& matter) const;
    Answer outlook(const AskOutlook& question) const;
    Answer give_back(const std::string& code, const std::string& check_code, TicketState from, TicketState to);
    Answer rejoin(const std::string& code);
    Answer open_setup(const std::string& code);
    static Answer enrol(const std::string& pairing);
    Answer show(const std::string& code) const;
    TicketView view(const Ticket& ticket) const;
    std::vector<int> counters_for(const std::string& matter) const;
    void fill_status(HallPicture& picture) const;

    const Clock& clock_;
    std::shared_ptr<const HallPicture> picture_;
    std::map<std::string, Ticket> tickets_;  ///< by code
    std::map<std::string, PrintJob> slips_;  ///< by code
    std::map<std::string, std::string> issued_by_key_;
    std::deque<Answer> next_answers_;
    std::vector<Reply> replies_;
    std::vector<Question> asked_;
    std::function<void()> wake_;
    std::uint64_t newest_question_ = 0;
    int issued_ = 0;
    int next_number_ = 27;
    int setup_tries_left_ = 5;
    DeviceSettings settings_;
    DeviceRequest::State test_outcome_ = DeviceRequest::State::done;
    std::string test_trouble_;
    bool held_ = false;
};

}  // namespace linli::kiosk
