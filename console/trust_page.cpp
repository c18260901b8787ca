// SPDX-License-Identifier: Apache-2.0
#include "console/trust_page.h"

#include <fmt/format.h>

#include <array>

#include "hall/base/embedded.h"
#include "hall/text/catalogue.h"
#include "web/server/html.h"

namespace linli::console {
namespace {

/// The fingerprint in groups of eight pairs, which two people can compare by reading aloud.
std::string in_groups(const std::string& fingerprint) {
    constexpr std::size_t group = 24;  // "AB:" eight times
    std::string html;
    for (std::size_t begin = 0; begin < fingerprint.size(); begin += group) {
        std::string part = fingerprint.substr(begin, group);
        if (part.ends_with(':')) part.pop_back();
        html += "<span>" + web::escaped_html(part) + "</span>";
    }
    return html;
}

std::string section(const Catalogue& texts, std::string_view language, const std::string& fingerprint) {
    const auto t = [&](std::string_view key) { return web::escaped_html(texts.text(key)); };
    std::string html = fmt::format(R"(<section lang="{}"><h1>{}</h1><p class="lead">{}</p>)", language,
                                   t("trust.title"), t("trust.lead"));
    html += fmt::format(R"(<h2>{}</h2><p>{}</p><p class="fingerprint">{}</p>)", t("trust.check_title"),
                        t("trust.check"), in_groups(fingerprint));
    html += fmt::format(R"(<h2>{}</h2><p><a class="button" href="/hall-ca.crt" download>{}</a></p>)",
                        t("trust.download_title"), t("trust.download"));
    html += fmt::format("<h2>{}</h2><ul>", t("trust.install_title"));
    for (const std::string_view key : {"trust.windows", "trust.firefox", "trust.android", "trust.iphone"})
        html += fmt::format("<li>{}</li>", t(key));
    html += fmt::format(R"(</ul><h2>{}</h2><p><a class="button" href="/">{}</a></p></section>)", t("trust.done_title"),
                        t("trust.open"));
    return html;
}

std::string page(const web::Certificates& certificates) {
    const Catalogue& zh = Catalogue::embedded("zh-CN");
    const Catalogue& en = Catalogue::embedded("en");
    return fmt::format(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title>"
        "<link rel=\"stylesheet\" href=\"/trust.css\"></head><body><main>{}{}</main></body></html>",
        web::escaped_html(zh.text("trust.title")), section(zh, "zh-CN", certificates.authority_fingerprint),
        section(en, "en", certificates.authority_fingerprint));
}

web::Response file(const char* type, std::string bytes) {
    web::Response response;
    response.content_type = type;
    response.body = std::move(bytes);
    return response;
}

}  // namespace

std::vector<web::PageRoute> trust_pages(const web::Certificates& certificates) {
    const std::string html = page(certificates);
    const std::string authority = certificates.authority_pem;
    return {
        {"/trust", [html](const web::Request&) { return file("text/html; charset=utf-8", html); }},
        {"/trust.css",
         [](const web::Request&) {
             return file("text/css; charset=utf-8", std::string(embedded_file("assets/theme/trust_page.css")));
         }},
        {"/hall-ca.crt", [authority](const web::Request&) { return file("application/x-x509-ca-cert", authority); }}};
}

}  // namespace linli::console
