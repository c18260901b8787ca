// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/device.h"
#include "hall/text/catalogue.h"

namespace linli::cli {

/// Shell-friendly ends of a command.
enum class Exit { done = 0, refused = 1, usage = 2, failed = 3 };

enum class Form { text, json };

/// One run of `linli`: what the common options say, the open hall, and how results are written.
class Session {
public:
    std::filesystem::path database;
    Form form = Form::text;
    std::string language;

    const Clock& clock() const { return clock_; }
    /// Opens the hall; says on stderr why it cannot be.
    Hall* hall();
    const Catalogue& texts() const { return Catalogue::embedded(language); }
    std::string t(std::string_view key, std::initializer_list<Catalogue::Argument> arguments = {}) const {
        return texts().text(key, arguments);
    }

    /// One line of a result on stdout.
    void say(const std::string& line) const;
    /// The same as a text with its arguments; as JSON, an object of the arguments.
    void tell(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const;
    /// What went wrong, on stderr (or as JSON on stdout), in words: what happened, what is safe, what to do.
    Exit failed(const Error& error) const;
    /// The same in words of the command's own.
    Exit failed(const Error& error, std::string_view key) const;
    Exit refused(const Refused& refused) const;
    /// The command line says what cannot be: the text, on stderr.
    Exit misused(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const;

    /// Writes an act's value by `text` or `json`, or why there is none.
    template <class T>
    Exit report(const ActResult<T>& result, const std::function<std::string(const T&)>& text,
                const std::function<std::string(const T&)>& json) const {
        if (!result) return failed(result.error());
        if (!*result) return refused(result->error());
        say(form == Form::json ? json(**result) : text(**result));
        return Exit::done;
    }
    /// The same for acts that give a ticket: `key` is the text, with {code}, {counter}, {matter}.
    Exit report_ticket(const ActResult<Ticket>& result, std::string_view key);

    std::string matter_name(const std::string& id);
    std::string line_of(const Ticket& ticket);
    /// "printer at kiosk: out of paper …" and how to mend it.
    std::string device_words(Device device, const std::string& detail) const;
    std::string line_of(const DeviceStatus& device) const;

private:
    SystemClock clock_;
    std::unique_ptr<Hall> hall_;
};

}  // namespace linli::cli
