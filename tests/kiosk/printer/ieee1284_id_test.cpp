// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/ieee1284_id.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

using namespace linli::kiosk;

TEST_CASE("a printer that says it prints pages is told from one that prints slips or says nothing") {
    CHECK(is_page_printer("MFG:HP;MDL:LaserJet 400;CMD:PJL,PCL,POSTSCRIPT,PWGRaster;CLS:PRINTER;"));
    CHECK(is_page_printer("MANUFACTURER:Brother;COMMAND SET:PJL,PCL,PCLXL,URF;MODEL:HL-L2350DW;"));
    CHECK(is_page_printer("mfg:x; cmd:pcl;"));
    CHECK_FALSE(is_page_printer("MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;CLS:PRINTER;"));
    CHECK_FALSE(is_page_printer("MFG:Star;CMD:STAR,PCL;MDL:TSP100;"));
    CHECK_FALSE(is_page_printer("MFG:PCL Industries;MDL:58mm;CLS:PRINTER;"));
    CHECK_FALSE(is_page_printer("CMD"));
    CHECK_FALSE(is_page_printer(";;:;CMD:"));
    CHECK_FALSE(is_page_printer(""));
}

TEST_CASE("a file that is no USB printer's says nothing of itself") {
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    REQUIRE(nothing >= 0);
    CHECK(read_ieee1284_id(nothing).empty());
    close(nothing);
    CHECK(read_ieee1284_id(-1).empty());
}
