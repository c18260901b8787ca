// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "district/store/alarms.h"
#include "district/store/open_database.h"
#include "district/store/pairings.h"

namespace linli::district {

/// Shell-friendly ends of the program.
enum class Exit { done = 0, refused = 1, usage = 2, failed = 3 };

enum class Form { text, json };
enum class Reach { network, this_machine };
enum class BehindProxy { no, yes };

/// What `linli-district serve` is told.
struct ServeOrder {
    std::vector<std::string> listen;  ///< addresses for TLS; every one where none is named
    std::uint16_t port = 8443, local_port = 8090;
    Reach reach = Reach::network;
    BehindProxy proxy = BehindProxy::no;
    std::vector<std::string> names;  ///< further ones for the certificate
    std::string address;             ///< by which boxes reach it, "https://district.example:8443"
    std::string pin;                 ///< of the key of whoever speaks TLS for it; its own where it does so itself
    std::string pages_address;       ///< of the pages for phones
};

/// What the words after `linli-district` ask for.
struct Order {
    std::string command;  ///< "hall add"
    std::filesystem::path data;
    DatabasePlace place;
    Form form = Form::text;
    std::string language;
    ServeOrder serve;

    std::string hall, name, time_zone = "Asia/Shanghai";
    Approval approval = Approval::asked;
    int days = 7;
    enum class Code { none, shown } code = Code::none;  ///< the pairing string also as a picture to scan
    std::string fingerprint, id, date, kind, zh, en, program;
    std::optional<std::int64_t> minutes, seq;
    std::string digest;         ///< of an attachment
    std::filesystem::path out;  ///< the file to write it to
    WhichAlarms which = WhichAlarms::open;
};

}  // namespace linli::district
