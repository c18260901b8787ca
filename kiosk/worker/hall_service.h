// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "hall/acts/print_document.h"
#include "hall/acts/refusal.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/show_ticket.h"
#include "hall/acts/take_number.h"
#include "hall/content/hall_content.h"
#include "hall/pictures/decode_picture.h"
#include "hall/search/content_search.h"
#include "kiosk/worker/setup_questions.h"

namespace linli::kiosk {

/// What every screen draws from: the newest state of the hall that the worker has read. Replaced as a whole.
struct HallPicture {
    std::shared_ptr<const HallContent> content;   ///< null until the first reading has come
    std::shared_ptr<const ContentSearch> search;  ///< of this content or the one before; null until it is made
    std::shared_ptr<const ReadCounts> reads;      ///< as they were when the search was made; may be null
    HallStatus status;
    std::optional<Error> trouble;  ///< the database can't be used now: the out-of-service page
    std::int64_t version = 0;      ///< grows with every change
};

/// What screens ask of the hall. The number that ask() gives comes back with the reply.
struct AskOutlook {
    std::string matter;
    std::string priority;
};
struct AskTake {
    TakeNumber request;
};
struct AskShow {
    std::string code;
};
struct AskGiveBack {
    std::string code;
    std::string check_code;
};
struct AskUndoGiveBack {
    std::string code;
    std::string check_code;
};
struct AskRejoin {
    std::string code;
};
/// A paper of what is read.
struct AskPrintDocument {
    PaperOfDocument wanted;
};
struct AskHelp {};
struct AskEndHelp {};
/// Words that somebody looked up in vain are counted.
struct AskNoteSearch {
    std::string words;
};
/// Somebody opened a document.
struct AskNoteRead {
    std::string id;
};
/// The pixels of a picture, at the size at which it stands on the panel. Needs no open hall.
struct AskPicture {
    std::shared_ptr<const std::string> bytes;
    PictureSize size;
};
using Question = std::variant<AskOutlook, AskTake, AskShow, AskGiveBack, AskUndoGiveBack, AskRejoin, AskPrintDocument,
                              AskHelp, AskEndHelp, AskNoteSearch, AskNoteRead, AskOpenSetup, AskDeviceTest,
                              AskDeviceRequest, AskSettings, AskSetDevice, AskEnrol, AskMachine, AskPower, AskPicture>;

/// What the worker brings back: an answer, a refusal, or a failure of the world (nothing was changed then).
struct HelpAnswer {
    bool open = false;
};
struct Noted {};
using AnswerValue = std::variant<MatterOutlook, TicketView, HelpAnswer, Noted, SetupOpened, DeviceTestAsked,
                                 DeviceRequest, DeviceSettings, MachineFacts, EnrolBegun, PowerAnswer, PicturePixels>;
struct Reply {
    std::uint64_t question = 0;
    std::variant<AnswerValue, Refused, Error> answer;
};

/// The hall as the screen's thread sees it. Nothing here blocks: questions are done elsewhere, replies come with a
/// wake.
class HallService {
public:
    virtual ~HallService() = default;
    virtual std::uint64_t ask(Question question) = 0;
    virtual std::vector<Reply> take_replies() = 0;
    virtual std::shared_ptr<const HallPicture> picture() const = 0;
    /// Called from another thread when a reply or a new picture is there.
    virtual void on_news(std::function<void()> wake) = 0;
};

}  // namespace linli::kiosk
