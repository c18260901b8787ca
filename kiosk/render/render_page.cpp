// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/render_page.h"

#include "kiosk/app/kiosk.h"
#include "kiosk/render/render_content.h"

namespace linli::kiosk {

Status render_page(const RenderOrder& order) {
    LINLI_TRY_ASSIGN(auto content, render_content(order.content));
    LINLI_TRY_ASSIGN(const auto theme, Theme::embedded());
    LINLI_TRY_ASSIGN(auto panel, Panel::open({.width = order.width,
                                              .height = order.height,
                                              .window = Panel::Window::offscreen,
                                              .renderer = Panel::Renderer::software}));
    SampleClock clock;
    SampleService service(clock, order.page == ScreenId::out_of_service ? nullptr : content);
    if (order.page == ScreenId::out_of_service) {
        HallPicture broken = *service.picture();
        broken.content = content;
        broken.trouble = Error{ErrorCode::io, "sample"};
        service.set_picture(std::move(broken));
    }
    if (order.notice != SampleNotice::none) put_notice(service, order.notice);
    SilentNarrator narrator;
    Kiosk kiosk({service, narrator, clock, theme, panel->fonts(), panel->renderer_name()}, order.modes);
    kiosk.show(order.page, notice_session(order.page, order.notice, service), order.modes);
    constexpr float step_s = 1.0F / 60;
    constexpr int settling_frames = 3;
    const Projection projection = panel->projection();
    const auto draw = [&](ImDrawList& list) { kiosk.frame(list, projection, step_s); };
    for (int i = 0; i < settling_frames; ++i) {
        kiosk.update();
        panel->frame(step_s, draw);
    }
    return panel->picture(step_s, draw).save_png(order.out);
}

}  // namespace linli::kiosk
