// SPDX-License-Identifier: Apache-2.0
#include "district/service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "district/key_pin.h"
#include "district/routes.h"
#include "district/store/settings.h"
#include "hall/base/embedded.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"

namespace linli::district {
namespace {

constexpr std::chrono::hours house_every{6};
constexpr std::chrono::seconds body_time{90};  // for a batch over a hall's slow mobile link
constexpr std::chrono::seconds idle_time{75};  // an agent asks once a minute, over the connection that it has

void log_access(const web::AccessEntry& entry, const OnStep& on_step) {
    spdlog::info("{} {} {} {:.1f} ms {} B", entry.method, entry.operation, entry.status, entry.ms, entry.bytes);
    if (entry.operation == "push") on_step(ServerStep::push_answered);
    if (entry.operation == "enrol") on_step(ServerStep::enrolment_answered);
    if (entry.operation == "renew_token") on_step(ServerStep::token_answered);
    if (entry.operation == "pull") on_step(ServerStep::feed_answered);
}

std::vector<web::Listener> listeners(const ServeOrder& order) {
    std::vector<web::Listener> all = {{"127.0.0.1", order.local_port, web::Transport::clear}};
    if (order.reach == Reach::this_machine) return all;
    if (order.listen.empty()) all.push_back({"0.0.0.0", order.port, web::Transport::tls});
    for (const std::string& address : order.listen) all.push_back({address, order.port, web::Transport::tls});
    return all;
}

// Not the machine's own addresses, as the console does: boxes trust the key and not the names, and where names change a
// new key is made.
web::CertificateWishes certificate_wishes(const Order& order) {
    web::CertificateWishes wishes{order.data / "certificates", "Linli district", {"localhost"}, {"127.0.0.1"}};
    for (const std::string& name : order.serve.names) {
        const bool is_address =
            name.find_first_not_of("0123456789.") == std::string::npos || name.find(':') != std::string::npos;
        (is_address ? wishes.addresses : wishes.names).push_back(name);
    }
    return wishes;
}

}  // namespace

Service::Service(const Order& order, const Clock& clock)
    : order_(order), clock_(clock), pin_(order.serve.pin), district_(order.place, clock) {}

Service::~Service() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    ending_.notify_all();
    if (house_.joinable()) house_.join();
}

Result<std::unique_ptr<Service>> Service::open(const Order& order, const Clock& clock, OnStep on_step) {
    std::unique_ptr<Service> service(new Service(order, clock));
    service->district_.on_step = std::move(on_step);
    if (order.serve.reach == Reach::network) LINLI_TRY(service->make_certificates());
    LINLI_TRY(service->prepare());
    LINLI_TRY_ASSIGN(auto document, web::ApiDocument::load(embedded_file("district/openapi.yaml")));
    service->document_ = std::make_shared<const web::ApiDocument>(std::move(document));
    web::ServerParts parts;
    parts.document = service->document_;
    parts.routes = routes(service->district_);
    parts.pages = phone_pages();
    parts.access = check_access;
    parts.access_log = [raw = service.get()](const web::AccessEntry& entry) {
        log_access(entry, raw->district_.on_step);
    };
    parts.on_stop = [waiters = &service->district_.feed_waiters] { waiters->stop(); };
    web::ServerOptions options;
    options.listeners = listeners(order.serve);
    options.proxy = order.serve.proxy == BehindProxy::yes ? web::Proxy::on_this_machine : web::Proxy::none;
    options.limits.body_time = body_time;
    options.limits.idle_time = idle_time;
    options.server_chain_pem = service->certificates_.server_chain_pem;
    options.server_key_pem = service->certificates_.server_key_pem;
    LINLI_TRY_ASSIGN(service->server_, web::Server::create(std::move(options), std::move(parts)));
    service->house_ = std::thread([raw = service.get()] { raw->keep_house(); });
    return service;
}

Status Service::prepare() {
    const auto prepared = district_.pool.with([&](Connection& connection) -> Status {
        LINLI_TRY(prepare_database(connection, clock_.wall_ms()));
        // For pairing strings, which another program writes.
        if (!order_.serve.address.empty()) LINLI_TRY(save_setting(connection, "address", order_.serve.address));
        if (!order_.serve.pages_address.empty())
            LINLI_TRY(save_setting(connection, "pages_address", order_.serve.pages_address));
        LINLI_TRY_ASSIGN(const auto before, find_setting(connection, "pin"));
        if (!before.value_or("").empty() && before != pin_)
            spdlog::warn("the key's pin was {} and is now {}: boxes that were paired before will not trust it", *before,
                         pin_);
        return save_setting(connection, "pin", pin_);
    });
    return prepared ? *prepared : Status(tl::unexpected<Error>(prepared.error()));
}

Status Service::make_certificates() {
    LINLI_TRY_ASSIGN(certificates_, web::certificates_for(certificate_wishes(order_), clock_));
    LINLI_TRY_ASSIGN(pin_, key_pin(certificates_.server_chain_pem));
    return {};
}

void Service::keep_house() {
    std::unique_lock lock(mutex_);
    while (!ending_.wait_for(lock, house_every, [this] { return ended_; })) {
        const auto prepared =
            district_.pool.with([&](Connection& connection) { return connection.prepare_months(clock_.wall_ms()); });
        if (!prepared || !*prepared)
            spdlog::error("months: {}", prepared ? prepared->error().message : prepared.error().message);
    }
}

std::vector<std::string> Service::words() const {
    const Catalogue& texts = Catalogue::embedded(order_.language);
    std::vector<std::string> all = {texts.text("district.started_local", {{"port", std::to_string(local_port())}})};
    if (order_.serve.reach == Reach::this_machine) return all;
    all.push_back(texts.text("district.started_network", {{"port", std::to_string(network_port())}}));
    all.push_back(texts.text("district.pin", {{"pin", pin_}}));
    return all;
}

std::size_t Service::waiting_pulls() const { return district_.feed_waiters.count(); }

void Service::run() { server_->run(); }

}  // namespace linli::district
