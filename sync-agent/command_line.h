// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "hall/base/default_database.h"
#include "sync-agent/curl_transport.h"

namespace linli::agent {

/// Shell-friendly ends of the program.
enum class Exit { done = 0, refused = 1, usage = 2, failed = 3 };

enum class Command { run, once, enrol, leave, status };
enum class Form { text, json };

/// What the words after `linli-sync` ask for.
struct CommandLine {
    Command command = Command::run;
    std::filesystem::path database = default_database();
    std::string language;
    Form form = Form::text;
    std::string pairing;   ///< "-": on standard input
    int wait_seconds = 0;  ///< how long `enrol` goes on asking
    bool certain = false;  ///< `leave` is meant
    CurlTransport::Limits limits;
};

/// Reads the words. Empty where the program ends at once, after help, the version, or wrong arguments; `exit` says with
/// which code.
std::optional<CommandLine> read_command_line(int count, char** words, Exit& exit);

/// Wipes a pairing string out of the words that every user of the machine can see in the list of processes.
void wipe_pairing(int count, char** words);

}  // namespace linli::agent
