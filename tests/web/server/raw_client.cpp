// SPDX-License-Identifier: Apache-2.0
#include "tests/web/server/raw_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

namespace linli::web::testing {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds patience_usual{5'000};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

int connected(std::uint16_t port, const std::string& address) {
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_in);
    auto* const v4 = reinterpret_cast<sockaddr_in*>(&storage);
    auto* const v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (inet_pton(AF_INET, address.c_str(), &v4->sin_addr) == 1) {
        storage.ss_family = AF_INET;
        v4->sin_port = htons(port);
    } else {
        inet_pton(AF_INET6, address.c_str(), &v6->sin6_addr);
        storage.ss_family = AF_INET6;
        v6->sin6_port = htons(port);
        size = sizeof(sockaddr_in6);
    }
    const int socket = ::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{5, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&storage), size) == 0) return socket;
    ::close(socket);
    return -1;
}

std::string problem_part(const std::string& body, const char* part) {
    const auto parsed = nlohmann::json::parse(body, nullptr, false);
    if (!parsed.is_object() || !parsed.contains(part)) return {};
    return parsed[part].get<std::string>();
}

}  // namespace

std::string Answer::header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

std::string Answer::problem() const { return problem_part(body, "problem"); }
std::string Answer::field() const { return problem_part(body, "field"); }

struct RawClient::Parts {
    int socket = -1;
    SSL_CTX* context = nullptr;
    SSL* tls = nullptr;
    std::string tls_fault;
    std::string came;
    ~Parts() {
        if (tls) SSL_free(tls);
        if (context) SSL_CTX_free(context);
        if (socket >= 0) ::close(socket);
    }
};

RawClient::RawClient(std::uint16_t port, const std::string& address) : parts_(std::make_unique<Parts>()) {
    parts_->socket = connected(port, address);
}

RawClient::RawClient(std::uint16_t port, const std::string& authority_pem, const std::string& server_name)
    : RawClient(port) {
    parts_->context = SSL_CTX_new(TLS_client_method());
    BIO* const bio = BIO_new_mem_buf(authority_pem.data(), static_cast<int>(authority_pem.size()));
    X509* const authority = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(parts_->context), authority);
    X509_free(authority);
    BIO_free(bio);
    parts_->tls = SSL_new(parts_->context);
    SSL_set_verify(parts_->tls, SSL_VERIFY_PEER, nullptr);
    SSL_set1_host(parts_->tls, server_name.c_str());
    constexpr std::array<unsigned char, 12> offered = {2, 'h', '2', 8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    SSL_set_alpn_protos(parts_->tls, offered.data(), offered.size());
    SSL_set_fd(parts_->tls, parts_->socket);
    if (SSL_connect(parts_->tls) == 1) return;
    parts_->tls_fault = X509_verify_cert_error_string(SSL_get_verify_result(parts_->tls));
    if (parts_->tls_fault == "ok") parts_->tls_fault = "no handshake";
    ERR_clear_error();
}

RawClient::~RawClient() = default;
RawClient::RawClient(RawClient&&) noexcept = default;

bool RawClient::is_open() const { return parts_->socket >= 0; }
std::string RawClient::tls_fault() const { return parts_->tls_fault; }
const std::string& RawClient::received() const { return parts_->came; }

std::string RawClient::protocol() const {
    const unsigned char* chosen = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(parts_->tls, &chosen, &size);
    return {reinterpret_cast<const char*>(chosen), size};
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = parts_->tls ? SSL_write(parts_->tls, bytes.data(), static_cast<int>(bytes.size()))
                                          : ::send(parts_->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool RawClient::fill(std::chrono::milliseconds patience) {
    if (!parts_->tls || SSL_pending(parts_->tls) == 0) {
        pollfd waiting{parts_->socket, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
    }
    std::array<char, 16 * 1024> space{};
    const ssize_t count = parts_->tls ? SSL_read(parts_->tls, space.data(), static_cast<int>(space.size()))
                                      : ::recv(parts_->socket, space.data(), space.size(), 0);
    if (count <= 0) return false;
    parts_->came.append(space.data(), static_cast<std::size_t>(count));
    return true;
}

Answer RawClient::receive(std::string_view method) {
    Answer answer;
    if (!receive_until("\r\n\r\n", patience_usual)) return answer;
    const std::size_t end = parts_->came.find("\r\n\r\n");
    const std::string head = parts_->came.substr(0, end + 2);
    parts_->came.erase(0, end + 4);
    answer.status = std::stoi(head.substr(head.find(' ') + 1, 3));
    for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
        const std::size_t line_end = head.find("\r\n", at);
        const std::string line = head.substr(at, line_end - at);
        const std::size_t colon = line.find(": ");
        answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
        at = line_end + 2;
    }
    if (answer.status == 100) return answer;
    const std::string length = answer.header("content-length");
    const std::size_t size = length.empty() || method == "HEAD" ? 0 : std::stoul(length);
    while (parts_->came.size() < size && fill(patience_usual)) {
    }
    answer.body = parts_->came.substr(0, size);
    parts_->came.erase(0, size);
    return answer;
}

Answer RawClient::ask(std::string_view bytes, std::string_view method) {
    send(bytes);
    return receive(method);
}

std::string RawClient::receive_all(std::chrono::milliseconds patience) {
    while (fill(patience)) {
    }
    return std::exchange(parts_->came, {});
}

bool RawClient::receive_until(std::string_view text, std::chrono::milliseconds patience) {
    const Clock::time_point end = Clock::now() + patience;
    while (parts_->came.find(text) == std::string::npos) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0 || !fill(left)) return false;
    }
    return true;
}

bool RawClient::is_closed_within(std::chrono::milliseconds patience) {
    const Clock::time_point end = Clock::now() + patience;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) return false;
        pollfd waiting{parts_->socket, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
        std::array<char, 16 * 1024> space{};
        const ssize_t count = parts_->tls ? SSL_read(parts_->tls, space.data(), static_cast<int>(space.size()))
                                          : ::recv(parts_->socket, space.data(), space.size(), 0);
        if (count <= 0) return true;
    }
}

void RawClient::read_slowly() {
    const int least = 1;
    ::setsockopt(parts_->socket, SOL_SOCKET, SO_RCVBUF, &least, sizeof least);
}

std::string get(std::string_view path, std::string_view headers) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n{}\r\n", path, headers);
}

std::string with_body(std::string_view method, std::string_view path, std::string_view body, std::string_view headers) {
    return fmt::format(
        "{} {} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{}Content-Length: {}\r\n\r\n{}", method,
        path, headers, body.size(), body);
}

}  // namespace linli::web::testing
