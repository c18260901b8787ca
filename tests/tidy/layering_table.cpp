// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/layering.h"

namespace linli::tidy {

// base <- { journal content queue text } <- { store wire } <- acts <- programs. A new room is one row here and one
// paragraph in ARCHITECTURE.md.
const std::vector<Room>& rooms() {
    static const std::vector<Room> table = {
        {"hall/base", {}},
        {"hall/journal", {"hall/base"}},
        // What is in a PNG or JPEG; knows nothing of content.
        {"hall/pictures", {}},
        {"hall/content", {"hall/base", "hall/pictures/picture_header.h", "hall/pictures/decode_picture.h"}},
        // What the box itself is: its network, its clock. Knows nothing of a hall.
        {"hall/machine", {"hall/base"}},
        {"hall/queue", {"hall/base", "hall/content"}},
        {"hall/text", {"hall/base", "hall/content"}},
        // Who works here and may do what; knows nothing of numbers.
        {"hall/staff", {"hall/base", "hall/content"}},
        {"hall/papers", {"hall/base", "hall/content", "hall/queue", "hall/text"}},
        // Finds what residents look up; its index is made of the content and kept nowhere.
        {"hall/search", {"hall/base", "hall/content", "hall/text"}},
        {"hall/store", {"hall/base", "hall/content", "hall/journal", "hall/queue", "hall/staff"}},
        {"hall/wire", {"hall/base", "hall/content", "hall/journal", "hall/queue", "hall/staff"}},
        {"hall/acts",
         {"hall/base", "hall/content", "hall/journal", "hall/queue", "hall/staff", "hall/text", "hall/store",
          "hall/wire"}},
        // An HTTP server that knows nothing of a hall: the console uses it.
        {"web/server", {"hall/base"}},
        // The kiosk changes data only through acts, and never sees SQL.
        {"kiosk",
         {"hall/base", "hall/content", "hall/machine", "hall/queue", "hall/text", "hall/papers", "hall/search",
          "hall/acts"}},
        {"kiosk/theme", {"hall/base", "hall/content"}},
        {"kiosk/draw", {"hall/base", "hall/content", "kiosk/theme"}},
        // The one place of the kiosk that decodes pictures: the screen's thread never waits for it.
        {"kiosk/worker",
         {"hall/base", "hall/content", "hall/machine", "hall/pictures", "hall/queue", "hall/search", "hall/acts"}},
        // Devices know the hall and nothing of pages.
        // Of the drawing the printer's part takes only where the font files are.
        {"kiosk/printer",
         {"hall/base", "hall/content", "hall/queue", "hall/text", "hall/papers", "hall/acts", "kiosk/draw"}},
        {"kiosk/voice",
         {"hall/base", "hall/content", "hall/queue", "hall/text", "hall/acts", "kiosk/app",
          "kiosk/platform/sdl_lock.h"}},
        // The board is a page and its reader; its window is the platform's. Days and times in words are the pages' own.
        {"kiosk/board",
         {"hall/base", "hall/content", "hall/queue", "hall/text", "hall/acts", "kiosk/draw", "kiosk/theme",
          "kiosk/screens/hall_words.h"}},
        {"kiosk/screens",
         {"hall/base", "hall/content", "hall/machine", "hall/queue", "hall/text", "hall/papers", "hall/search",
          "hall/acts", "kiosk/app", "kiosk/draw", "kiosk/frame", "kiosk/theme", "kiosk/widgets", "kiosk/worker"}},
        {"kiosk/widgets", {"hall/base", "hall/content", "hall/text", "kiosk/app", "kiosk/draw", "kiosk/theme"}},
        {"cli",
         {"hall/base", "hall/content", "hall/machine", "hall/queue", "hall/staff", "hall/text", "hall/acts",
          "hall/wire"}},
        // The staff's service: changes data only through acts, and speaks HTTP only through web/server.
        {"console",
         {"hall/base", "hall/content", "hall/machine", "hall/queue", "hall/staff", "hall/text", "hall/acts",
          "hall/wire", "web/server"}},
        // Carries the journal up and commands down: the only program that speaks to the world outside.
        {"sync-agent",
         {"hall/base", "hall/content", "hall/journal", "hall/machine", "hall/queue", "hall/text", "hall/acts",
          "hall/wire"}},
        // The district's server has a store of its own and never sees a hall's. Its projections take plain journal
        // entries.
        {"district/store", {"hall/base", "hall/journal"}},
        {"district",
         {"hall/base", "hall/content", "hall/journal", "hall/machine", "hall/queue", "hall/text", "hall/wire",
          "web/server"}},
        // The doctor looks at the database itself, below all acts.
        {"cli/doctor.cpp", {"hall/acts", "hall/base", "hall/machine", "hall/queue", "hall/store", "cli"}},
    };
    return table;
}

const std::vector<Fence>& fences() {
    static const std::vector<Fence> table = {
        {"sqlite3", {"hall/search", "hall/store/database.cpp", "district/store"}},
        {"libpq", {"district/store"}},
        {"simdjson", {"district/ingest"}},
        {"zip.h", {"hall/content/read_bundle.cpp"}},
        {"zstd", {"hall/wire/journal_batch.cpp"}},
        {"turbojpeg", {"hall/pictures/decode_jpeg.cpp"}},
        {"png.h", {"hall/pictures/decode_png.cpp", "kiosk/platform/png.cpp"}},
        {"curl/", {"sync-agent"}},
        {"sodium", {"hall/base"}},
        {"date/", {"hall/base/time_zone.cpp"}},
        {"nlohmann/",
         {"hall/content", "hall/text/catalogue.cpp", "hall/wire", "kiosk/theme", "kiosk/render", "cli", "console",
          "district", "sync-agent", "web/server"}},
        {"imgui", {"kiosk/app", "kiosk/draw", "kiosk/platform", "kiosk/render"}},
        {"SDL", {"kiosk/app", "kiosk/platform", "kiosk/render", "kiosk/voice"}},
        {"ft2build", {"kiosk/printer"}},
        {"freetype/", {"kiosk/printer"}},
        {"linebreak", {"kiosk/draw", "kiosk/printer"}},
        {"qrencode", {"kiosk/draw/phone_code.cpp", "district/operator/terminal_code.cpp"}},
        {"iconv", {"kiosk/printer"}},
        {"spdlog/", {"kiosk", "console", "district", "sync-agent"}},
        {"CLI/",
         {"cli", "console/command_line.cpp", "district/command_line.cpp", "kiosk/command_line.cpp",
          "sync-agent/command_line.cpp"}},
        // The private headers of the server's sockets; whoever includes them takes 15 s to compile.
        {"boost/",
         {"web/server/answer.cpp", "web/server/connection.cpp", "web/server/connection.h", "web/server/house.cpp",
          "web/server/house.h", "web/server/request_head.cpp", "web/server/send_events.cpp", "web/server/send_file.cpp",
          "web/server/server.cpp", "web/server/tls_context.cpp", "web/server/tls_context.h", "web/server/wire.cpp",
          "web/server/wire.h"}},
        {"openssl/", {"web/server/tls_context.cpp", "web/server/wire.cpp", "web/server/wire.h", "web/server/x509.cpp"}},
        {"prometheus/", {"web/server/metrics.cpp"}},
        {"valijson/", {"web/server/schema.cpp"}},
        {"yaml-cpp/", {"web/server/document_yaml.cpp"}},
        {"catch2/", {}},
    };
    return table;
}

}  // namespace linli::tidy
