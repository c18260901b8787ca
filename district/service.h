// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "district/district.h"
#include "district/order.h"
#include "web/server/certificate.h"
#include "web/server/server.h"

namespace linli::district {

/// The whole server but its command line and signals. Tests open one within their own process.
class Service {
public:
    /// Errors: what the database, web::Server::create and web::certificates_for say.
    static Result<std::unique_ptr<Service>> open(const Order& order, const Clock& clock, OnStep on_step = no_step);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    web::Server& server() { return *server_; }
    const web::ApiDocument& document() const { return *document_; }
    /// Where it can be reached and how it is known, a sentence each.
    std::vector<std::string> words() const;
    std::uint16_t local_port() const { return server_->ports().front(); }
    std::uint16_t network_port() const { return server_->ports().back(); }
    /// What boxes know the server's key by; empty without TLS.
    const std::string& pin() const { return pin_; }
    std::size_t waiting_pulls() const;
    /// Serves until the server is stopped.
    void run();

private:
    Service(const Order& order, const Clock& clock);
    Status prepare();
    Status make_certificates();
    /// What has to be done now and then: months made ready, certificates renewed.
    void keep_house();

    const Order order_;
    const Clock& clock_;
    web::Certificates certificates_;
    std::string pin_;
    District district_;
    std::shared_ptr<const web::ApiDocument> document_;
    std::unique_ptr<web::Server> server_;
    std::mutex mutex_;
    std::condition_variable ending_;
    bool ended_ = false;
    std::thread house_;
};

}  // namespace linli::district
