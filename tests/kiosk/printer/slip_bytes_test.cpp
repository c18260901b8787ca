// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_bytes.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/base/utf8.h"
#include "kiosk/printer/paper_picture.h"
#include "tests/kiosk/support/escpos_peer.h"
#include "tests/kiosk/support/slips.h"
#include "tests/support/places.h"

using namespace linli;
using namespace linli::kiosk;
using namespace linli::kiosk::testing;

namespace {

const SlipPress& press() {
    static const auto opened = SlipPress::open();
    REQUIRE(opened.has_value());
    return **opened;
}

std::string bytes_of(const Slip& slip, const PrinterForm& form) {
    const auto bytes = press().bytes(slip, form);
    INFO((bytes ? std::string() : bytes.error().message));
    REQUIRE(bytes.has_value());
    return *bytes;
}

std::filesystem::path picture_of(std::string_view name) {
    const auto folder = support::pictures_folder() / "slips";
    std::filesystem::create_directories(folder);
    return folder / fmt::format("{}.png", name);
}

const SlipCode& code_of(const Slip& slip) {
    for (const SlipBlock& block : slip.blocks)
        if (const auto* code = std::get_if<SlipCode>(&block.what)) return *code;
    FAIL("the slip has no code");
    throw;
}

}  // namespace

TEST_CASE("another maker's parser reads drawn slips as pictures and a cut, and sees the same dots") {
    for (const int width_dots : {576, 384})
        for (const NamedSlip& named : all_slips()) {
            INFO(named.name << " on " << width_dots);
            const std::string bytes = bytes_of(named.slip, {width_dots, Lettering::drawn});
            const PeerReading read = read_by_peer(bytes, picture_of(fmt::format("{}-{}", named.name, width_dots)));
            CHECK(read.commands.front() == "ESC @");
            CHECK(read.commands.back() == "GS V");
            CHECK(read.cuts == 1);
            CHECK(read.text().empty());
            CHECK(read.count("GS v0") == read.pictures);
            CHECK(static_cast<int>(read.commands.size()) == read.pictures + 3);
            CHECK(read.tallest_strip_rows <= 256);
            CHECK(read.width == width_dots);
            const auto paper = paper_picture(bytes);
            REQUIRE(paper.has_value());
            CHECK(paper->height() == read.height);
        }
}

TEST_CASE("a phone reads in the drawn code what the slip says") {
    for (const int width_dots : {576, 384})
        for (const NamedSlip& named : all_slips()) {
            INFO(named.name << " on " << width_dots);
            const auto picture = picture_of(fmt::format("scanned-{}-{}", named.name, width_dots));
            read_by_peer(bytes_of(named.slip, {width_dots, Lettering::drawn}), picture);
            CHECK(scanned(picture) == code_of(named.slip).payload);
            std::filesystem::remove(picture);
        }
}

TEST_CASE("in the printer's own letters the parser reads every word, the code and one picture of the number") {
    SampleNumber number;
    number.view.ticket.priority = "elder";
    const Slip slip = number.slip();
    const PeerReading read = read_by_peer(bytes_of(slip, {576, Lettering::printers_own}), picture_of("own-letters"));
    CHECK(read.text() ==
          "桂花里社区服务大厅\n"
          "2026年11月23日 星期一 9:42 取号\n"
          "高龄津贴申领  优先 \n"
          "您前面还有" +
              std::string(48 - 10 - 6, ' ') +
              "大约等\n"
              "6 人" +
              std::string(24 - 4 - 11, ' ') +
              "12–20 分钟\n"
              "到 1–3 号窗口（进门左手边）\n"
              "要带身份证、户口簿、本人银行卡。\n"
              "过号不要紧，说一声，隔 3 个号再叫您。\n"
              "当天有效，退号码 4821" +
              std::string(48 - 21 - 12, ' ') + "扫码存到手机\n");
    REQUIRE(read.codes.size() == 1);
    CHECK(read.codes[0] == code_of(slip).payload);
    CHECK(read.cuts == 1);
    CHECK(read.commands.back() == "GS V");
    CHECK(read.count("FS &") == 1);
    const PeerPiece& hall = read.lines[0].pieces.at(0);
    CHECK((hall.bold && hall.align == 1 && hall.scale == 0));
    CHECK(read.lines[4].pieces.at(0).scale == 0x11);
    const PeerLine& matter = read.lines[2];
    CHECK((matter.pieces.size() == 2 && matter.pieces[1].black && !matter.pieces[0].black));
}

TEST_CASE("own letters take less than a fifth of the drawn slip's bytes") {
    const Slip slip = SampleNumber().slip();
    CHECK(bytes_of(slip, {576, Lettering::printers_own}).size() * 5 < bytes_of(slip, {576, Lettering::drawn}).size());
}

TEST_CASE("in own letters no line is longer than the paper, and none of the slip's words is lost") {
    for (const int width_dots : {576, 384})
        for (const NamedSlip& named : all_slips()) {
            INFO(named.name << " on " << width_dots);
            const PeerReading read = read_by_peer(bytes_of(named.slip, {width_dots, Lettering::printers_own}));
            CHECK(read.cuts == 1);
            REQUIRE(read.codes.size() == 1);
            CHECK(read.codes[0] == code_of(named.slip).payload);
            for (const PeerLine& line : read.lines) {
                int columns = 0;
                for (const PeerPiece& piece : line.pieces)
                    for (const Character& character : characters(piece.text))
                        columns += (character.code < 0x80 ? 1 : 2) * (1 + (piece.scale & 0x0F));
                INFO(line.text);
                CHECK(columns <= width_dots / 12);
            }
        }
}

TEST_CASE("in own letters a line that GBK cannot say is drawn, and the others stay letters") {
    SampleNumber number;
    number.matter().bring = {{"王𬭎的身份证", "x"}};
    const PeerReading plain = read_by_peer(bytes_of(SampleNumber().slip(), {576, Lettering::printers_own}));
    const PeerReading read = read_by_peer(bytes_of(number.slip(), {576, Lettering::printers_own}));
    CHECK(read.pictures == plain.pictures + 1);
    CHECK(read.text().find("身份证") == std::string::npos);
    CHECK(read.text().find("过号不要紧") != std::string::npos);
}

TEST_CASE("a width that no printer has is refused") {
    const Slip slip = SampleNumber().slip();
    for (const int width_dots : {0, -8, 200, 577, 2048}) {
        const auto bytes = press().bytes(slip, {width_dots, Lettering::drawn});
        REQUIRE_FALSE(bytes.has_value());
        CHECK(bytes.error().code == ErrorCode::invalid_input);
    }
}

TEST_CASE("the same slip gives the same bytes, whatever was printed between") {
    const Slip slip = SampleNumber().slip();
    const std::string first = bytes_of(slip, {});
    for (const NamedSlip& named : all_slips()) bytes_of(named.slip, {384, Lettering::printers_own});
    CHECK(bytes_of(slip, {}) == first);
}
