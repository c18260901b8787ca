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
#include "kiosk/screens/installer/installer_pages.h"
#include "kiosk/screens/knowledge_pages.h"
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
    ScreenRow{ScreenId::look_up, "look_up", Bars::both, make_look_up_screen},
    ScreenRow{ScreenId::categories, "categories", Bars::both, make_categories_screen},
    ScreenRow{ScreenId::documents, "documents", Bars::both, make_documents_screen},
    ScreenRow{ScreenId::policy, "policy", Bars::both, make_policy_screen},
    ScreenRow{ScreenId::not_issued, "not_issued", Bars::both, make_not_issued_screen},
    ScreenRow{ScreenId::notices, "notices", Bars::both, make_notices_screen},
    ScreenRow{ScreenId::public_notice, "public_notice", Bars::both, make_public_notice_screen},
    ScreenRow{ScreenId::hall_hours, "hall_hours", Bars::both, make_hall_hours_screen},
    ScreenRow{ScreenId::not_open_yet, "not_open_yet", Bars::both, make_not_open_yet_screen},
    ScreenRow{ScreenId::refused, "refused", Bars::both, make_refused_screen},
    ScreenRow{ScreenId::out_of_service, "out_of_service", Bars::none, make_out_of_service_screen},
    ScreenRow{ScreenId::setup_code, "setup_code", Bars::both, make_setup_code_screen},
    ScreenRow{ScreenId::installer, "installer", Bars::both, make_installer_screen, Gate::installer_without_hall},
    ScreenRow{ScreenId::installer_printer, "installer_printer", Bars::both, make_printer_screen, Gate::installer},
    ScreenRow{ScreenId::installer_board, "installer_board", Bars::both, make_board_screen, Gate::installer},
    ScreenRow{ScreenId::installer_sound, "installer_sound", Bars::both, make_sound_screen, Gate::installer},
    ScreenRow{ScreenId::installer_touch, "installer_touch", Bars::both, make_touch_screen,
              Gate::installer_without_hall},
    ScreenRow{ScreenId::installer_screen, "installer_screen", Bars::both, make_panel_screen,
              Gate::installer_without_hall},
    ScreenRow{ScreenId::installer_network, "installer_network", Bars::both, make_network_screen,
              Gate::installer_without_hall},
    ScreenRow{ScreenId::installer_district, "installer_district", Bars::both, make_district_screen, Gate::installer},
    ScreenRow{ScreenId::installer_volume, "installer_volume", Bars::both, make_volume_screen, Gate::installer},
    ScreenRow{ScreenId::installer_version, "installer_version", Bars::both, make_version_screen,
              Gate::installer_without_hall},
    ScreenRow{ScreenId::installer_power, "installer_power", Bars::both, make_power_screen,
              Gate::installer_without_hall},
    ScreenRow{ScreenId::printer_address, "printer_address", Bars::both, make_printer_address_screen, Gate::installer},
    ScreenRow{ScreenId::pairing, "pairing", Bars::both, make_pairing_screen, Gate::installer},
    ScreenRow{ScreenId::touch_test, "touch_test", Bars::none, make_touch_test_screen, Gate::installer_without_hall},
    ScreenRow{ScreenId::screen_picture, "screen_picture", Bars::none, make_screen_picture_screen,
              Gate::installer_without_hall},
    ScreenRow{ScreenId::setup_summary, "setup_summary", Bars::both, make_setup_summary_screen, Gate::installer},
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
