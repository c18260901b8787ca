// SPDX-License-Identifier: Apache-2.0
#include "console/service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <fstream>

#include "console/access.h"
#include "console/network_names.h"
#include "console/routes.h"
#include "console/trust_page.h"
#include "hall/base/embedded.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"

namespace linli::console {
namespace {

void log_access(const web::AccessEntry& entry) {
    spdlog::info("{} {} {} {:.1f} ms {} B", entry.method, entry.operation, entry.status, entry.ms, entry.bytes);
}

/// The system lists its addresses there; without IPv6 there is no such file, or nothing in it.
bool machine_has_ipv6() {
    std::ifstream addresses("/proc/net/if_inet6");
    return addresses && addresses.peek() != std::ifstream::traits_type::eof();
}

std::vector<web::Listener> listeners(const CommandLine& order) {
    std::vector<web::Listener> all = {{"127.0.0.1", order.local_port, web::Transport::clear}};
    if (order.local_only) return all;
    if (order.listen.empty()) {
        all.push_back({"0.0.0.0", order.port, web::Transport::tls});
        // A free port is chosen for one listener alone; and a machine may be without IPv6.
        if (order.port != 0 && machine_has_ipv6()) all.push_back({"::", order.port, web::Transport::tls});
    }
    for (const std::string& address : order.listen) all.push_back({address, order.port, web::Transport::tls});
    return all;
}

Status hall_is_there(const CommandLine& order, const Clock& clock) {
    const auto hall = Hall::open(order.database, clock, Actor{"console"});
    if (hall) return {};
    if (hall.error().code == ErrorCode::missing) return tl::unexpected<Error>(hall.error());
    spdlog::error("the hall cannot be opened, and is tried again: {}", hall.error().message);
    return {};
}

}  // namespace

Service::Service(const CommandLine& order, const Clock& clock)
    : order_(order), clock_(clock), console_(order.database, clock) {}

// The watch's thread uses the server, and the server's lanes use the watch.
Service::~Service() {
    if (watch_) watch_->stop();
}

Result<std::unique_ptr<Service>> Service::open(const CommandLine& order, const Clock& clock) {
    LINLI_TRY(hall_is_there(order, clock));
    std::unique_ptr<Service> service(new Service(order, clock));
    LINLI_TRY_ASSIGN(auto document, web::ApiDocument::load(embedded_file("console/openapi.yaml")));
    service->document_ = std::make_shared<const web::ApiDocument>(std::move(document));
    const auto files = web::StaticFiles::read(order.pages);
    if (!files)
        return fail(
            files.error().code,
            Catalogue::embedded(default_language()).text("console.pages_missing", {{"folder", order.pages.string()}}));
    if (!order.local_only) LINLI_TRY(service->make_certificates());

    Console& console = service->console_;
    web::ServerParts parts{
        .document = service->document_,
        .routes = routes(console),
        .streams = stream_routes(console),
        .pages = order.local_only ? std::vector<web::PageRoute>{} : trust_pages(service->certificates_),
        .files = std::make_shared<const web::StaticFiles>(std::move(*files)),
        .access = [&console](const web::Request& request,
                             const std::string& access) { return check_access(console.sessions, request, access); },
        .together = [&console](const std::function<void()>& run_all) { return answer_together(console, run_all); },
        .access_log = log_access,
        .more_metrics = {}};
    web::ServerOptions options{.listeners = listeners(order),
                               .limits = {},
                               .server_chain_pem = service->certificates_.server_chain_pem,
                               .server_key_pem = service->certificates_.server_key_pem};
    LINLI_TRY_ASSIGN(service->server_, web::Server::create(std::move(options), std::move(parts)));
    service->watch_ = std::make_unique<HallWatch>(
        console, order.database, clock,
        order.local_only ? std::function<void()>() : [raw = service.get()] { raw->renew_certificates(); });
    console.changed = [watch = service->watch_.get()] { watch->poke(); };
    return service;
}

Status Service::make_certificates() {
    wishes_ = certificate_wishes(order_);
    LINLI_TRY_ASSIGN(certificates_, web::certificates_for(wishes_, clock_));
    return {};
}

void Service::renew_certificates() {
    // Also where the box has got another address from its router.
    wishes_ = certificate_wishes(order_);
    const auto made = web::certificates_for(wishes_, clock_);
    if (!made || made->made == web::Certificates::Made::nothing) return;
    if (const auto renewed = server_->renew_certificates(made->server_chain_pem, made->server_key_pem); !renewed)
        spdlog::error("the new certificate cannot be used: {}", renewed.error().message);
}

std::vector<std::string> Service::addresses() const {
    const Catalogue& texts = Catalogue::embedded(default_language());
    std::vector<std::string> lines = {texts.text("console.started_local", {{"port", fmt::format("{}", local_port())}})};
    if (!order_.local_only)
        lines.push_back(texts.text("console.started_network",
                                   {{"name", shown_name(wishes_)}, {"port", fmt::format("{}", network_port())}}));
    return lines;
}

void Service::run() {
    watch_->start();
    server_->run();
}

}  // namespace linli::console
