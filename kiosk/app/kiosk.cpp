// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/kiosk.h"

#include <imgui.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "kiosk/draw/draw_list.h"
#include "kiosk/frame/bars.h"
#include "kiosk/frame/message_bar.h"
#include "kiosk/widgets/dialog.h"

namespace linli::kiosk {

namespace {

constexpr std::int64_t minute_ms = 60'000;

bool is_visit_page(ScreenId id) { return id != ScreenId::attract && id != ScreenId::out_of_service; }

/// Where an installer may hold the corner: the pages on which people begin.
bool has_held_corner(ScreenId id) {
    return id == ScreenId::attract || id == ScreenId::home || id == ScreenId::out_of_service;
}

bool same_look(const Modes& a, const Modes& b) {
    return a.language == b.language && a.size == b.size && a.reach == b.reach && a.contrast == b.contrast &&
           a.guidance == b.guidance;
}

}  // namespace

Kiosk::Kiosk(const Parts& parts, const Modes& defaults)
    : parts_(parts), defaults_(defaults), modes_(defaults), guidance_(parts.narrator), picture_(parts.hall.picture()) {
    if (!picture_) picture_ = std::make_shared<HallPicture>();
    screen_ = screen_row(screen_id_).make();
    look_at_hall();
}

Kiosk::~Kiosk() = default;

void Kiosk::push(const FingerEvent& event) {
    presses_.push(event);
    if (event.kind == FingerEvent::Kind::down) guidance_.finger_down(record_, event.point);
    held_corner_.push(event, corner());
    // While the warning shows, its own buttons decide what a touch means.
    if (visit_.state(event.at_ms) == Visit::State::going) visit_.touched(event.at_ms);
}

void Kiosk::type(std::string_view text) {
    constexpr std::size_t typed_max = 4096;
    if (text.empty() || typed_.size() + text.size() > typed_max) return;
    typed_ += text;
    dirty_ = true;
    const std::int64_t now = parts_.clock.boot_ms();
    if (visit_.state(now) == Visit::State::going) visit_.touched(now);
}

bool Kiosk::update() {
    look_at_hall();
    look_at_time();
    return dirty_ || presses_.pending();
}

void Kiosk::look_at_hall() {
    if (auto replies = parts_.hall.take_replies(); !replies.empty()) {
        std::move(replies.begin(), replies.end(), std::back_inserter(replies_));
        dirty_ = true;
    }
    auto picture = parts_.hall.picture();
    if (picture && picture != picture_) {
        picture_is_new_ = picture_is_new_ || picture->version != picture_->version;
        picture_ = std::move(picture);
        dirty_ = true;
    }
    const HallContent& content = picture_->content ? *picture_->content : no_content_;
    if (!zone_ || zone_name_ != content.time_zone) {
        auto zone = TimeZone::open(content.time_zone);
        if (!zone) {
            spdlog::warn("time zone {}: {}", content.time_zone, zone.error().message);
            zone = TimeZone::open("UTC");
        }
        if (zone) zone_ = *zone;
        zone_name_ = content.time_zone;
    }
    const bool usable = hall_usable();
    // Once a code can be checked again, what was open without one ends.
    const bool serves = screen_id_ != ScreenId::out_of_service && session_.setup.right != SetupRight::without_hall;
    if (usable != serves) {
        end_visit();
        wishes_.move = Wishes::Move::replace;
        wishes_.to = usable ? ScreenId::attract : ScreenId::out_of_service;
        dirty_ = true;
    }
}

Visit::Patience Kiosk::patience() const {
    return session_.setup.right == SetupRight::none ? Visit::Patience::residents : Visit::Patience::installers;
}

bool Kiosk::hall_usable() const { return picture_->content && !picture_->trouble; }

Rect Kiosk::corner() const {
    constexpr float width = 168;
    if (!has_held_corner(screen_id_) || visit_.state(parts_.clock.boot_ms()) == Visit::State::warned) return {};
    // While the hall is only starting there is nothing to mend yet.
    if (screen_id_ == ScreenId::out_of_service && !picture_->trouble) return {};
    return {0, 0, width, parts_.theme.length("top_bar")};
}

void Kiosk::open_for_installer() {
    held_corner_.forget();
    wishes_.move = Wishes::Move::go;
    wishes_.to = ScreenId::setup_code;
    if (!hall_usable()) {
        session_.setup.right = SetupRight::without_hall;
        wishes_.to = ScreenId::installer;
    }
    dirty_ = true;
}

ScreenId Kiosk::allowed(ScreenId id) const {
    const Gate gate = screen_row(id).gate;
    const SetupRight right = session_.setup.right;
    if (!hall_usable()) {
        const bool safe = gate == Gate::installer_without_hall && right == SetupRight::without_hall;
        return safe ? id : ScreenId::out_of_service;
    }
    return gate == Gate::everybody || right == SetupRight::full ? id : ScreenId::home;
}

void Kiosk::look_at_time() {
    const std::int64_t now = parts_.clock.boot_ms();
    if (held_corner_.opens(now)) open_for_installer();
    if (redraw_at_ms_ >= 0 && now >= redraw_at_ms_) {
        redraw_at_ms_ = -1;
        dirty_ = true;
    }
    if (parts_.clock.wall_ms() / minute_ms != drawn_minute_) dirty_ = true;
    const Visit::State state = visit_.state(now);
    if (state == Visit::State::warned) dirty_ = true;
    if (state == Visit::State::over && !presses_.finger_down()) {
        wishes_.move = Wishes::Move::finish;
        dirty_ = true;
    }
}

std::int64_t Kiosk::next_update_in_ms() const {
    if (dirty_ || presses_.pending()) return 0;
    const std::int64_t now = parts_.clock.boot_ms();
    std::int64_t next = minute_ms - parts_.clock.wall_ms() % minute_ms;
    if (redraw_at_ms_ >= 0) next = std::min(next, std::max<std::int64_t>(redraw_at_ms_ - now, 0));
    if (const std::int64_t change = visit_.next_change_in_ms(now); change >= 0) next = std::min(next, change);
    return next;
}

Ui Kiosk::make_ui(Canvas& canvas) {
    const bool warned = visit_.state(parts_.clock.boot_ms()) == Visit::State::warned;
    return Ui(Ui::Parts{.canvas = canvas,
                        .presses = presses_,
                        .picture = *picture_,
                        .content = picture_->content ? *picture_->content : no_content_,
                        .zone = *zone_,
                        .hall = parts_.hall,
                        .narrator = parts_.narrator,
                        .clock = parts_.clock,
                        .panel = panel_,
                        .modes = modes_,
                        .session = session_,
                        .wishes = wishes_,
                        .typed = typed_,
                        .questions = questions_,
                        .screen = screen_id_,
                        .delta_seconds = delta_seconds_,
                        .privacy = warned ? Privacy::hidden : Privacy::shown});
}

void Kiosk::frame(ImDrawList& list, const Projection& projection, float delta_seconds) {
    delta_seconds_ = delta_seconds;
    dirty_ = false;
    redraw_at_ms_ = -1;
    drawn_minute_ = parts_.clock.wall_ms() / minute_ms;
    modes_.shape = projection.space.width > projection.space.height ? Shape::landscape : Shape::portrait;
    panel_ = {parts_.renderer, static_cast<int>(projection.space.width * projection.scale + 2 * projection.offset_x),
              static_cast<int>(projection.space.height * projection.scale + 2 * projection.offset_y), projection.scale};
    presses_.begin_frame(record_);
    // A page may be left while it is drawn, and the next one may leave again (a refusal): three is more than any path.
    constexpr int passes_max = 4;
    for (int pass = 0; pass < passes_max; ++pass) {
        const Modes before = modes_;
        begin_list(list);
        record_ = LayoutRecord{};
        record_.space = projection.space;
        record_.low_limit = modes_.low() ? projection.space.height / 2 : 0;
        Canvas canvas(list, parts_.theme, parts_.fonts, modes_.contrast, modes_.size, projection, record_);
        if (pass == 0) {
            if (apply(canvas) == Again::yes) continue;
            hand_out_replies(canvas);
            if (apply(canvas) == Again::yes) continue;
        }
        draw_page(canvas);
        const Again again = apply(canvas);
        if (std::exchange(wishes_.guidance_button, false)) guidance_.button_pressed(modes_);
        if (again == Again::no && same_look(before, modes_)) {
            read_aloud(canvas);
            break;
        }
        // What was tapped has acted: it must not act once more on the page drawn now.
        presses_.acted();
    }
    typed_.clear();
    if (record_.new_glyphs.spent) dirty_ = true;
    visit_.wait(patience());
    const std::int64_t wish = std::exchange(wishes_.redraw_in_ms, -1);
    if (wish >= 0) redraw_at_ms_ = parts_.clock.boot_ms() + wish;
}

void Kiosk::enter_pending(Canvas& canvas) {
    if (std::exchange(entered_, true)) return;
    Ui ui = make_ui(canvas);
    screen_->on_enter(ui);
}

void Kiosk::hand_out_replies(Canvas& canvas) {
    enter_pending(canvas);
    Ui ui = make_ui(canvas);
    for (const Reply& reply : std::exchange(replies_, {}))
        if (std::ranges::find(questions_, reply.question) != questions_.end()) screen_->on_reply(ui, reply);
    if (std::exchange(picture_is_new_, false)) screen_->on_picture(ui);
}

void Kiosk::draw_page(Canvas& canvas) {
    enter_pending(canvas);
    Ui ui = make_ui(canvas);
    const Size space = canvas.space();
    canvas.fill({0, 0, space.width, space.height}, Role::background);
    screen_->on_tick(ui);
    screen_->draw_ground(ui);
    if (screen_row(screen_id_).bars == Bars::both) {
        top_bar(ui);
        bottom_bar(ui);
    }
    screen_->draw(ui);
    draw_held_corner(ui);
    if (visit_.state(parts_.clock.boot_ms()) == Visit::State::warned) draw_warning(ui);
    guidance_.ring(canvas);
}

void Kiosk::read_aloud(Canvas& canvas) {
    Ui ui = make_ui(canvas);
    const bool covered = record_.covered_before > 0;
    const std::string message = screen_row(screen_id_).bars == Bars::both ? message_words(ui) : std::string();
    guidance_.drawn(
        record_,
        {page_count_, modes_.language, modes_.guided() && !covered ? screen_->says(ui) : std::vector<std::string>{},
         message.empty() ? message : ui.t("message.spoken", {{"text", message}})},
        modes_, parts_.clock.boot_ms());
    // The ring follows the voice.
    constexpr std::int64_t follow_ms = 150;
    if (modes_.guided() && parts_.narrator.speaking()) ui.redraw_in_ms(follow_ms);
}

void Kiosk::draw_held_corner(Ui& ui) {
    const std::int64_t now = parts_.clock.boot_ms();
    if (const std::int64_t next = held_corner_.next_change_in_ms(now); next >= 0) ui.redraw_in_ms(next);
    const float turn = held_corner_.turn(now);
    if (turn <= 0) return;
    constexpr float stroke = 6;
    const float height = top_bar_height(ui), margin = ui.theme().length("margin");
    ui.canvas().arc({margin + 38, height / 2}, height / 2 - stroke, stroke, turn, Role::accent);
}

void Kiosk::draw_warning(Ui& ui) {
    const std::int64_t now = parts_.clock.boot_ms();
    const auto answer = dialog(
        ui, {.title = ui.t("dialog.timeout.title"),
             .text = ui.t("dialog.timeout.text"),
             .buttons = {{.id = "timeout.stay", .label = ui.t("dialog.timeout.stay"), .kind = ButtonKind::primary},
                         {.id = "timeout.leave", .label = ui.t("dialog.timeout.leave")}},
             .foot = ui.t("dialog.timeout.foot"),
             .seconds_left = visit_.seconds_left(now),
             .seconds_all = static_cast<int>(Visit::warning_ms / 1000)});
    if (answer == 1) {
        ui.finish();
    } else if (answer == 0 || presses_.tapped_elsewhere()) {
        visit_.touched(now);
        ui.redraw_in_ms(0);
    }
}

Kiosk::Again Kiosk::apply(Canvas& canvas) {
    const Wishes::Move move = std::exchange(wishes_.move, Wishes::Move::stay);
    const bool leaves = move == Wishes::Move::go || move == Wishes::Move::back || move == Wishes::Move::home;
    if (leaves && screen_->stays()) return Again::no;
    switch (move) {
        case Wishes::Move::stay:
            return Again::no;
        case Wishes::Move::go:
            if (is_visit_page(screen_id_)) history_.push_back(screen_id_);
            open_page(wishes_.to, canvas);
            return Again::yes;
        case Wishes::Move::replace:
            open_page(wishes_.to, canvas);
            return Again::yes;
        case Wishes::Move::back: {
            Ui ui = make_ui(canvas);
            if (screen_->on_back(ui)) return Again::yes;
            const ScreenId to = history_.empty() ? ScreenId::home : history_.back();
            if (!history_.empty()) history_.pop_back();
            open_page(to, canvas);
            return Again::yes;
        }
        case Wishes::Move::home:
            leave_page(canvas);
            session_ = {};
            history_.clear();
            open_page(ScreenId::home, canvas);
            return Again::yes;
        case Wishes::Move::finish:
            leave_page(canvas);
            end_visit();
            open_page(ScreenId::attract, canvas);
            return Again::yes;
    }
    return Again::no;
}

void Kiosk::leave_page(Canvas& canvas) {
    if (!std::exchange(entered_, false)) return;
    Ui ui = make_ui(canvas);
    screen_->on_leave(ui);
}

void Kiosk::open_page(ScreenId asked, Canvas& canvas) {
    leave_page(canvas);
    const ScreenId id = allowed(asked);
    held_corner_.forget();
    const std::int64_t now = parts_.clock.boot_ms();
    if (is_visit_page(id) && !is_visit_page(screen_id_)) visit_.begin(now);
    if (!is_visit_page(id)) end_visit();
    screen_ = screen_row(id).make();
    screen_id_ = id;
    entered_ = false;
    questions_.clear();
    replies_.clear();
    wishes_ = {};
    presses_.page_changed(now);
    ++page_count_;
    enter_pending(canvas);
}

void Kiosk::end_visit() {
    visit_.end();
    guidance_.person_gone();
    session_ = {};
    history_.clear();
    const Shape shape = modes_.shape;
    modes_ = defaults_;
    modes_.shape = shape;
}

void Kiosk::show(ScreenId screen, Session session, const Modes& modes) {
    end_visit();
    session_ = std::move(session);
    const Shape shape = modes_.shape;
    modes_ = modes;
    modes_.shape = shape;
    screen_ = screen_row(screen).make();
    screen_id_ = screen;
    entered_ = false;
    questions_.clear();
    replies_.clear();
    wishes_ = {};
    presses_ = {};
    ++page_count_;
    if (is_visit_page(screen)) visit_.begin(parts_.clock.boot_ms());
    visit_.wait(patience());
    if (screen != ScreenId::home && is_visit_page(screen)) history_ = {ScreenId::home};
    dirty_ = true;
}

}  // namespace linli::kiosk
