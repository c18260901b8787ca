// SPDX-License-Identifier: Apache-2.0
#include "web/server/x509.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <vector>

#include "hall/base/bytes.h"

namespace linli::web {
namespace {

template <class T, void (*release)(T*)>
struct Releaser {
    void operator()(T* thing) const { release(thing); }
};
using CertificatePtr = std::unique_ptr<X509, Releaser<X509, X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY, EVP_PKEY_free>>;
using BioPtr = std::unique_ptr<BIO, Releaser<BIO, BIO_free_all>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION, X509_EXTENSION_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Releaser<GENERAL_NAMES, GENERAL_NAMES_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Releaser<BIGNUM, BN_free>>;

tl::unexpected<Error> openssl_failed(std::string_view what) {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return fail(ErrorCode::io, fmt::format("{}: {}", what, text.data()));
}

std::string text_of(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

BioPtr memory_of(std::string_view text) { return BioPtr(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }

bool set_serial(X509* certificate) {
    std::string bytes = random_bytes(16);
    bytes[0] = static_cast<char>(bytes[0] & 0x7f);  // positive (RFC 5280, 4.1.2.2)
    const NumberPtr number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), 16, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool set_validity(X509* certificate, KeyPair::Validity validity) {
    return ASN1_TIME_set(X509_getm_notBefore(certificate), validity.begins_ms / 1000) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), validity.ends_ms / 1000);
}

bool add_name(X509_NAME* name, const char* part, const std::string& text) {
    return X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.data()),
                                      static_cast<int>(text.size()), -1, 0) == 1;
}

bool add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

struct Extension {
    int kind;
    std::string value;
};

bool add_extensions(X509* certificate, X509* issuer, const std::vector<Extension>& extensions) {
    for (const Extension& extension : extensions)
        if (!add_extension(certificate, issuer, extension.kind, extension.value)) return false;
    return true;
}

WallMs moment_of(const ASN1_TIME* time) {
    std::tm broken_down{};
    if (ASN1_TIME_to_tm(time, &broken_down) != 1) return 0;
    return static_cast<WallMs>(timegm(&broken_down)) * 1000;
}

std::string address_text(const unsigned char* bytes, int size) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = size == 4 ? AF_INET : AF_INET6;
    if (size != 4 && size != 16) return {};
    return inet_ntop(family, bytes, text.data(), text.size()) ? std::string("IP:") + text.data() : std::string{};
}

}  // namespace

struct KeyPair::Parts {
    CertificatePtr certificate;
    KeyPtr key;
};

KeyPair::KeyPair(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
KeyPair::KeyPair(KeyPair&&) noexcept = default;
KeyPair& KeyPair::operator=(KeyPair&&) noexcept = default;
KeyPair::~KeyPair() = default;

Result<KeyPair> KeyPair::make_authority(const std::string& name, Validity validity) {
    auto parts = std::make_unique<Parts>();
    parts->key.reset(EVP_EC_gen("P-256"));
    parts->certificate.reset(X509_new());
    X509* const certificate = parts->certificate.get();
    if (!parts->key || !certificate) return openssl_failed("no key could be made");
    X509_NAME* const subject = X509_get_subject_name(certificate);
    const bool made = X509_set_version(certificate, X509_VERSION_3) && set_serial(certificate) &&
                      set_validity(certificate, validity) && add_name(subject, "O", "Linli") &&
                      add_name(subject, "CN", name) && X509_set_issuer_name(certificate, subject) &&
                      X509_set_pubkey(certificate, parts->key.get()) &&
                      add_extensions(certificate, certificate,
                                     {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                      {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                      {NID_subject_key_identifier, "hash"}}) &&
                      X509_sign(certificate, parts->key.get(), EVP_sha256()) > 0;
    if (!made) return openssl_failed("no certificate could be made for " + name);
    return KeyPair(std::move(parts));
}

Result<KeyPair> KeyPair::make_server(const KeyPair& authority, const std::set<std::string>& names, Validity validity,
                                     std::string_view key_pem) {
    auto parts = std::make_unique<Parts>();
    if (!key_pem.empty())
        parts->key.reset(PEM_read_bio_PrivateKey(memory_of(key_pem).get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!parts->key) parts->key.reset(EVP_EC_gen("P-256"));
    parts->certificate.reset(X509_new());
    X509* const certificate = parts->certificate.get();
    X509* const issuer = authority.parts_->certificate.get();
    if (!parts->key || !certificate) return openssl_failed("no key could be made");
    std::string listed;
    for (const std::string& name : names) listed += (listed.empty() ? "" : ",") + name;
    const bool made = X509_set_version(certificate, X509_VERSION_3) && set_serial(certificate) &&
                      set_validity(certificate, validity) &&
                      add_name(X509_get_subject_name(certificate), "CN", "Linli") &&
                      X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) &&
                      X509_set_pubkey(certificate, parts->key.get()) &&
                      add_extensions(certificate, issuer,
                                     {{NID_basic_constraints, "critical,CA:FALSE"},
                                      {NID_key_usage, "critical,digitalSignature"},
                                      {NID_ext_key_usage, "serverAuth"},
                                      {NID_subject_alt_name, listed},
                                      {NID_subject_key_identifier, "hash"},
                                      {NID_authority_key_identifier, "keyid:always"}}) &&
                      X509_sign(certificate, authority.parts_->key.get(), EVP_sha256()) > 0;
    if (!made) return openssl_failed("no certificate could be made for " + listed);
    return KeyPair(std::move(parts));
}

Result<KeyPair> KeyPair::read(std::string_view certificate_pem, std::string_view key_pem) {
    auto parts = std::make_unique<Parts>();
    parts->certificate.reset(PEM_read_bio_X509(memory_of(certificate_pem).get(), nullptr, nullptr, nullptr));
    parts->key.reset(PEM_read_bio_PrivateKey(memory_of(key_pem).get(), nullptr, nullptr, nullptr));
    const bool fit =
        parts->certificate && parts->key && X509_check_private_key(parts->certificate.get(), parts->key.get()) == 1;
    ERR_clear_error();
    if (!fit) return fail(ErrorCode::corrupt, "a certificate or its key is damaged, or they do not belong together");
    return KeyPair(std::move(parts));
}

std::string KeyPair::certificate_pem() const {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), parts_->certificate.get());
    return text_of(bio.get());
}

std::string KeyPair::key_pem() const {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), parts_->key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(bio.get());
}

std::string KeyPair::fingerprint() const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(parts_->certificate.get(), EVP_sha256(), digest.data(), &size);
    std::string text;
    for (unsigned int i = 0; i < size; ++i) text += fmt::format("{}{:02X}", i ? ":" : "", digest.at(i));
    return text;
}

KeyPair::Validity KeyPair::validity() const {
    return {moment_of(X509_get0_notBefore(parts_->certificate.get())),
            moment_of(X509_get0_notAfter(parts_->certificate.get()))};
}

std::set<std::string> KeyPair::names() const {
    std::set<std::string> found;
    const NamesPtr names(static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(parts_->certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(names.get(), i);
        const ASN1_STRING* const text = name->type == GEN_IPADD ? name->d.iPAddress : name->d.dNSName;
        if (name->type == GEN_IPADD) {
            found.insert(address_text(ASN1_STRING_get0_data(text), ASN1_STRING_length(text)));
        } else if (name->type == GEN_DNS) {
            const std::string host(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                                   static_cast<std::size_t>(ASN1_STRING_length(text)));
            found.insert("DNS:" + host);
        }
    }
    return found;
}

bool KeyPair::signed_by(const KeyPair& authority) const {
    const bool good = X509_verify(parts_->certificate.get(), authority.parts_->key.get()) == 1;
    ERR_clear_error();
    return good;
}

Result<std::string> address_name(const std::string& address) {
    std::array<unsigned char, 16> bytes{};
    std::string name;
    if (inet_pton(AF_INET, address.c_str(), bytes.data()) == 1)
        name = address_text(bytes.data(), 4);
    else if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1)
        name = address_text(bytes.data(), 16);
    if (name.empty()) return fail(ErrorCode::invalid_input, "\"" + address + "\" is no address");
    return name;
}

}  // namespace linli::web
