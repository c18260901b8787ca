// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/answer.h"

#include "hall/acts/call_for_help.h"
#include "hall/acts/give_back.h"

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

struct Asker {
    Hall& hall;
    const std::string& place;

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
};

}  // namespace

Answer answer(Hall& hall, const Question& question, const std::string& place) {
    return std::visit(Asker{hall, place}, question);
}

}  // namespace linli::kiosk
