// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/sample_notices.h"

#include <array>

#include "hall/text/catalogue.h"
#include "kiosk/render/sample_pages.h"

namespace linli::kiosk {

namespace {

constexpr std::array rows{
    NoticeSampleRow{ScreenId::attract, SampleNotice::message, "attract_message"},
    NoticeSampleRow{ScreenId::home, SampleNotice::message, "home_message"},
    NoticeSampleRow{ScreenId::choose, SampleNotice::message, "choose_message"},
    NoticeSampleRow{ScreenId::confirm, SampleNotice::message, "confirm_message"},
    NoticeSampleRow{ScreenId::ticket, SampleNotice::message, "ticket_message"},
    NoticeSampleRow{ScreenId::attract, SampleNotice::issuing_paused, "attract_paused"},
    NoticeSampleRow{ScreenId::home, SampleNotice::issuing_paused, "home_paused"},
    NoticeSampleRow{ScreenId::refused, SampleNotice::issuing_paused, "refused_paused"},
    NoticeSampleRow{ScreenId::choose, SampleNotice::matter_paused, "choose_matter_paused"},
    NoticeSampleRow{ScreenId::matters, SampleNotice::matter_paused, "matters_matter_paused"},
    NoticeSampleRow{ScreenId::search, SampleNotice::matter_paused, "search_matter_paused"},
    NoticeSampleRow{ScreenId::refused, SampleNotice::matter_paused, "refused_matter_paused"},
    NoticeSampleRow{ScreenId::help, SampleNotice::help_called, "help_called"},
};

// Staff write a reason once, in their own language.
std::string in_chinese(const char* key) { return Catalogue::embedded("zh-CN").text(key); }

constexpr std::array paused_matters{"old-age-allowance", "temporary-relief"};

Refused refused_with(Refusal why, const std::string& reason) {
    Refused refused{why, {}, {}};
    refused.reason = reason;
    return refused;
}

}  // namespace

LocalizedText sample_message() {
    return {in_chinese("sample.message"), Catalogue::embedded("en").text("sample.message")};
}

std::span<const NoticeSampleRow> notice_samples() { return rows; }

const NoticeSampleRow* notice_sample_from(std::string_view name) {
    for (const NoticeSampleRow& row : rows)
        if (name == row.name) return &row;
    return nullptr;
}

void put_notice(SampleService& service, SampleNotice notice) {
    HallPicture picture = *service.picture();
    HallStatus& status = picture.status;
    status.message.reset();
    status.issuing.reset();
    status.paused_matters.clear();
    status.help_called = notice == SampleNotice::help_called;
    if (notice == SampleNotice::message) status.message = sample_message();
    if (notice == SampleNotice::issuing_paused)
        status.issuing = refused_with(Refusal::issuing_paused, in_chinese("sample.issuing_reason"));
    if (notice == SampleNotice::matter_paused)
        for (const char* matter : paused_matters)
            status.paused_matters.push_back({matter, {in_chinese("sample.matter_reason"), {}, SampleClock::start_ms}});
    service.set_picture(std::move(picture));
}

Session notice_session(ScreenId page, SampleNotice notice, SampleService& service) {
    Session session = sample_session(page, service);
    if (page != ScreenId::refused) return session;
    if (notice == SampleNotice::issuing_paused)
        session.refused = refused_with(Refusal::issuing_paused, in_chinese("sample.issuing_reason"));
    if (notice == SampleNotice::matter_paused)
        session.refused = refused_with(Refusal::matter_paused, in_chinese("sample.matter_reason"));
    return session;
}

}  // namespace linli::kiosk
