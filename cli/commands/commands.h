// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/session.h"

namespace linli::cli {

/// What the command line chose: run after parsing.
using Chosen = std::function<Exit()>;

/// Each adds its commands to the program; the table in main.cpp lists them all.
void add_setup_commands(CLI::App& app, Session& session, Chosen& chosen);       // init, demo
void add_content_commands(CLI::App& app, Session& session, Chosen& chosen);     // content check|install|show|…
void add_counter_commands(CLI::App& app, Session& session, Chosen& chosen);     // counter open|close|list
void add_call_commands(CLI::App& app, Session& session, Chosen& chosen);        // call … hand-over, line, status
void add_ticket_commands(CLI::App& app, Session& session, Chosen& chosen);      // ticket take|show|…
void add_device_commands(CLI::App& app, Session& session, Chosen& chosen);      // device list|set|test
void add_care_commands(CLI::App& app, Session& session, Chosen& chosen);        // doctor, verify-journal, answer-help
void add_notice_commands(CLI::App& app, Session& session, Chosen& chosen);      // pause, resume, message
void add_installer_commands(CLI::App& app, Session& session, Chosen& chosen);   // setup-code
void add_staff_commands(CLI::App& app, Session& session, Chosen& chosen);       // staff add|reset|list|change
void add_attachment_commands(CLI::App& app, Session& session, Chosen& chosen);  // attachment add|list|get

/// One command whose callback chooses what is run.
template <class Run>
CLI::App* add_command(CLI::App& parent, Chosen& chosen, const char* name, const std::string& description, Run run) {
    CLI::App* command = parent.add_subcommand(name, description);
    command->callback([&chosen, run] { chosen = run; });
    return command;
}

}  // namespace linli::cli
