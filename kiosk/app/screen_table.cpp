// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/screen_table.h"

#include <array>
#include <cassert>

#include "kiosk/screens/attract.h"
#include "kiosk/screens/choose.h"
#include "kiosk/screens/confirm.h"
#include "kiosk/screens/find_ticket.h"
#include "kiosk/screens/help.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/matters.h"
#include "kiosk/screens/not_open_yet.h"
#include "kiosk/screens/out_of_service.h"
#include "kiosk/screens/refused.h"
#include "kiosk/screens/search.h"
#include "kiosk/screens/ticket.h"
#include "kiosk/screens/ticket_state.h"

namespace linli::kiosk {

namespace {

constexpr std::array rows{
    ScreenRow{ScreenId::attract, "attract", Bars::none, make_attract_screen},
    ScreenRow{ScreenId::home, "home", Bars::both, make_home_screen},
    ScreenRow{ScreenId::choose, "choose", Bars::both, make_choose_screen},
    ScreenRow{ScreenId::matters, "matters", Bars::both, make_matters_screen},
    ScreenRow{ScreenId::search, "search", Bars::both, make_search_screen},
    ScreenRow{ScreenId::confirm, "confirm", Bars::both, make_confirm_screen},
    ScreenRow{ScreenId::ticket, "ticket", Bars::both, make_ticket_screen},
    ScreenRow{ScreenId::find_ticket, "find_ticket", Bars::both, make_find_ticket_screen},
    ScreenRow{ScreenId::ticket_state, "ticket_state", Bars::both, make_ticket_state_screen},
    ScreenRow{ScreenId::help, "help", Bars::both, make_help_screen},
    ScreenRow{ScreenId::not_open_yet, "not_open_yet", Bars::both, make_not_open_yet_screen},
    ScreenRow{ScreenId::refused, "refused", Bars::both, make_refused_screen},
    ScreenRow{ScreenId::out_of_service, "out_of_service", Bars::none, make_out_of_service_screen},
};

}  // namespace

std::span<const ScreenRow> screen_table() { return rows; }

const ScreenRow& screen_row(ScreenId id) {
    for (const ScreenRow& row : rows)
        if (row.id == id) return row;
    assert(false && "every ScreenId has a row");
    return rows.front();
}

const char* name_of(ScreenId id) { return screen_row(id).name; }

std::optional<ScreenId> screen_id_from(std::string_view name) {
    for (const ScreenRow& row : rows)
        if (name == row.name) return row.id;
    return std::nullopt;
}

}  // namespace linli::kiosk
