// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "console/command_line.h"
#include "console/console.h"
#include "console/hall_watch.h"
#include "hall/base/clock.h"
#include "web/server/certificate.h"
#include "web/server/server.h"

namespace linli::console {

/// The whole program but its command line and signals: server, watch and everything between, put together. Tests open
/// one within their own process.
class Service {
public:
    /// Errors: missing where there is no such hall or no pages (another trouble of the hall's is shown on the pages and
    /// tried again), and what web::Server::create and web::certificates_for say.
    static Result<std::unique_ptr<Service>> open(const CommandLine& order, const Clock& clock);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    web::Server& server() { return *server_; }
    const web::ApiDocument& document() const { return *document_; }
    /// Where it can be reached, a sentence each.
    std::vector<std::string> addresses() const;
    /// The port in clear text on this machine.
    std::uint16_t local_port() const { return server_->ports().front(); }
    std::uint16_t network_port() const { return server_->ports().back(); }
    /// Serves until the server is stopped.
    void run();

private:
    Service(const CommandLine& order, const Clock& clock);
    Status make_certificates();
    void renew_certificates();

    CommandLine order_;
    const Clock& clock_;
    web::CertificateWishes wishes_;
    web::Certificates certificates_;
    Console console_;
    std::shared_ptr<const web::ApiDocument> document_;
    std::unique_ptr<HallWatch> watch_;
    std::unique_ptr<web::Server> server_;  // last, so that it goes first: its lanes may still poke the watch
};

}  // namespace linli::console
