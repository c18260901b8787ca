// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "hall/acts/kept_hall.h"
#include "kiosk/worker/hall_service.h"

namespace linli::kiosk {

/// The real HallService: one thread that owns the open hall, does what screens ask, and follows what other programs
/// commit. When the database cannot be used it says so in the picture and tries again every two seconds, by itself.
class HallWorker final : public HallService {
public:
    HallWorker(std::filesystem::path database, const Clock& clock, std::string place = "kiosk",
               std::unique_ptr<Power> power = std::make_unique<NoPower>());
    ~HallWorker() override;

    std::uint64_t ask(Question question) override;
    std::vector<Reply> take_replies() override;
    std::shared_ptr<const HallPicture> picture() const override;
    void on_news(std::function<void()> wake) override;
    /// Called in the worker's thread when a number was taken: there may be a paper to print.
    void on_taken(std::function<void()> tell);

private:
    struct Asked {
        std::uint64_t number = 0;
        Question question;
    };

    void run();
    /// Opens the hall anew where it is not open, or where its file was replaced under us.
    void keep_open();
    void refresh_if_changed();
    /// Anew for other content and each new day. True where there is a new one.
    bool make_search(const std::shared_ptr<const HallContent>& content);
    void show_trouble(const Error& error);
    void publish(HallPicture picture);

    const std::filesystem::path database_;
    const Clock& clock_;
    const std::string place_;
    const std::unique_ptr<Power> power_;  ///< used by the worker's thread only

    mutable std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<Asked> questions_;
    std::vector<Reply> replies_;
    std::shared_ptr<const HallPicture> picture_;
    std::function<void()> wake_;
    std::function<void()> tell_taken_;
    std::uint64_t newest_question_ = 0;
    bool stop_ = false;

    // Below: the worker's thread only.
    KeptHall hall_;
    std::shared_ptr<const ContentSearch> search_;
    std::shared_ptr<const ReadCounts> reads_;
    std::shared_ptr<const HallContent> searched_content_;
    LocalDate searched_day_;
    std::int64_t change_mark_ = -1;
    std::int64_t pictured_boot_ms_ = 0;
    std::int64_t version_ = 0;
    bool dirty_ = true;

    std::thread thread_;  // last: it starts when everything else is there
};

}  // namespace linli::kiosk
