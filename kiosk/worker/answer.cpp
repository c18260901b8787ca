// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/answer.h"

#include "hall/acts/call_for_help.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/device_settings.h"
#include "hall/acts/enrol_box.h"
#include "hall/acts/give_back.h"
#include "hall/acts/note_read.h"
#include "hall/acts/note_search.h"
#include "hall/acts/setup_code.h"

namespace linli::kiosk {
namespace {

using Answer = std::variant<AnswerValue, Refused, Error>;

template <class T>
Answer as_answer(ActResult<T>&& result) {
    if (!result) return std::move(result).error();
    if (!*result) return std::move(*result).error();
    return AnswerValue(std::move(**result));
}

/// Acts that give a bare ticket answer with its view, so that the page shows where it stands now.
Answer viewed(Hall& hall, const ActResult<Ticket>& result) {
    if (!result) return result.error();
    if (!*result) return result->error();
    auto view = view_ticket(hall, (*result)->id);
    if (!view) return std::move(view).error();
    return AnswerValue(std::move(*view));
}

Answer machine_facts(const WorkerDesk& desk) {
    MachineFacts facts;
    facts.network = read_network();
    facts.clock = clock_keeping();
    facts.database = desk.database.string();
    std::error_code problem;
    const auto folder = std::filesystem::absolute(desk.database, problem).parent_path();
    const auto space = std::filesystem::space(folder, problem);
    if (!problem) facts.free_bytes = space.available;
    if (desk.hall)
        if (auto district = show_sync(*desk.hall)) facts.district = std::move(*district);
    if (desk.hall)
        if (auto box = show_box(*desk.hall)) facts.box = std::move(*box);
    return AnswerValue(std::move(facts));
}

/// What concerns the machine and needs no hall; everything else is answered with its failure.
struct MachineAsker {
    const WorkerDesk& desk;

    template <class Other>
    Answer operator()(const Other&) const {
        return Error{ErrorCode::missing, "the hall is not open"};
    }
    Answer operator()(const AskMachine&) const { return machine_facts(desk); }
    Answer operator()(const AskPicture& asked) const { return picture_answer(asked); }
    Answer operator()(const AskPower& asked) const { return AnswerValue(PowerAnswer{desk.power.order(asked.order)}); }
};

struct Asker {
    Hall& hall;
    const std::string& place;
    const WorkerDesk& desk;

    Answer operator()(const AskOutlook& asked) const {
        return as_answer(show_matter(hall, asked.matter, asked.priority));
    }
    Answer operator()(const AskTake& asked) const {
        TakeNumber request = asked.request;
        request.place = place;  // the paper comes out where it was asked for
        return as_answer(take_number(hall, request));
    }
    Answer operator()(const AskShow& asked) const { return as_answer(show_ticket(hall, asked.code)); }
    Answer operator()(const AskGiveBack& asked) const {
        return viewed(hall, give_back(hall, asked.code, asked.check_code));
    }
    Answer operator()(const AskUndoGiveBack& asked) const {
        return viewed(hall, undo_give_back(hall, asked.code, asked.check_code));
    }
    Answer operator()(const AskRejoin& asked) const { return viewed(hall, rejoin(hall, asked.code)); }
    Answer operator()(const AskPrintDocument& asked) const {
        const auto row = print_document(hall, asked.wanted);
        if (!row) return row.error();
        if (!*row) return row->error();
        return AnswerValue(DeviceTestAsked{**row});
    }
    Answer operator()(const AskHelp&) const {
        auto called = call_for_help(hall, place);
        if (!called) return std::move(called).error();
        // Called already is as good as called: somebody is on the way.
        return AnswerValue(HelpAnswer{true});
    }
    Answer operator()(const AskEndHelp&) const {
        auto ended = end_help_call(hall, place);
        if (!ended) return std::move(ended).error();
        return AnswerValue(HelpAnswer{false});
    }
    Answer operator()(const AskNoteSearch& asked) const {
        const auto noted = note_search(hall, asked.words);
        if (!noted) return noted.error();
        return AnswerValue(Noted{});
    }
    Answer operator()(const AskNoteRead& asked) const {
        const auto noted = note_read(hall, asked.id);
        if (!noted) return noted.error();
        return AnswerValue(Noted{});
    }
    Answer operator()(const AskOpenSetup& asked) const {
        const auto opened = open_setup(hall, place, asked.code);
        if (!opened) return opened.error();
        if (!*opened) return opened->error();
        return AnswerValue(SetupOpened{});
    }
    Answer operator()(const AskDeviceTest& asked) const {
        const auto row = ask_device_test(hall, asked.device);
        if (!row) return row.error();
        return AnswerValue(DeviceTestAsked{*row});
    }
    Answer operator()(const AskDeviceRequest& asked) const {
        const auto request = device_request(hall, asked.row);
        if (!request) return request.error();
        if (!*request) return Error{ErrorCode::missing, "no such request of a device"};
        return AnswerValue(**request);
    }
    Answer operator()(const AskSettings&) const {
        DeviceSettings settings;
        for (const char* name :
             {setting::printer_address, setting::printer_width, setting::sound_volume, setting::guidance_volume}) {
            auto value = device_setting(hall, name);
            if (!value) return std::move(value).error();
            if (*value) settings.made[name] = **value;
        }
        return AnswerValue(std::move(settings));
    }
    Answer operator()(const AskSetDevice& asked) const {
        const auto set = set_device(hall, asked.name, asked.value);
        if (!set) return set.error();
        return (*this)(AskSettings{});
    }
    Answer operator()(const AskEnrol& asked) const {
        const auto begun = begin_enrolment(hall, asked.pairing);
        if (!begun) return begun.error();
        if (!*begun) return begun->error();
        return AnswerValue(EnrolBegun{});
    }
    Answer operator()(const AskMachine& asked) const { return MachineAsker{desk}(asked); }
    Answer operator()(const AskPower& asked) const { return MachineAsker{desk}(asked); }
    Answer operator()(const AskPicture& asked) const { return picture_answer(asked); }
};

}  // namespace

Answer picture_answer(const AskPicture& asked) {
    if (!asked.bytes) return Error{ErrorCode::missing, "there is no picture"};
    auto pixels = decode_picture(*asked.bytes, asked.size);
    if (!pixels) return Error{ErrorCode::invalid_content, std::move(pixels.error().reason)};
    return AnswerValue(std::move(*pixels));
}

Answer answer(const WorkerDesk& desk, const Question& question) {
    if (!desk.hall) return std::visit(MachineAsker{desk}, question);
    return std::visit(Asker{*desk.hall, desk.place, desk}, question);
}

}  // namespace linli::kiosk
