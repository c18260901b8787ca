// SPDX-License-Identifier: Apache-2.0
#include "web/server/tls_context.h"

#include <openssl/ssl.h>

#include <boost/asio/buffer.hpp>
#include <string_view>

namespace linli::web {
namespace {

namespace ssl = boost::asio::ssl;

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
    constexpr std::string_view ours = "http/1.1";
    for (unsigned int at = 0; at < offered_size; at += 1U + offered[at]) {
        const std::string_view name(reinterpret_cast<const char*>(offered + at + 1), offered[at]);
        if (name != ours) continue;
        *chosen = offered + at + 1;
        *chosen_size = offered[at];
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_NOACK;
}

}  // namespace

Result<std::shared_ptr<ssl::context>> tls_context(const std::string& chain_pem, const std::string& key_pem) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code code;
    context->use_certificate_chain(boost::asio::buffer(chain_pem), code);
    if (!code) context->use_private_key(boost::asio::buffer(key_pem), ssl::context::pem, code);
    SSL_CTX* const handle = context->native_handle();
    if (code || SSL_CTX_check_private_key(handle) != 1)
        return fail(ErrorCode::invalid_input, "certificate and key for TLS do not fit: " + code.message());
    SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(handle, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL");
    SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                    SSL_OP_PRIORITIZE_CHACHA);
    // Sessions are kept by their browsers (tickets), not here; buffers lie idle in no connection.
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(handle, 1);
    SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(handle, choose_protocol, nullptr);
    return context;
}

}  // namespace linli::web
