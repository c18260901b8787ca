// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "hall/content/knowledge_parts.h"
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::array<std::string_view, 5> sections{"notice", "staff", "project", "result", "fund"};
constexpr std::size_t pictures_of_notice_max = 4;

Objection parse_objection(const ContentNode& node, const Knowledge& knowledge) {
    node.fields({"from", "until", "how"});
    Objection objection{node.at("from").date(), node.at("until").date(),
                        filled_text(node.at("how"), {40, 120}, knowledge)};
    if (objection.until < objection.from) node.at("until").fail("This is before \"from\".");
    return objection;
}

}  // namespace

void parse_public_notice(const ContentNode& document, HallContent& content) {
    document.fields({"section", "body", "published", "objection"}, {"pictures"}, head_fields);
    const Knowledge& knowledge = content.knowledge;
    PublicNotice notice;
    notice.head = head_of(document, "notice", knowledge);
    notice.section = document.at("section").text(10);
    if (std::ranges::find(sections, notice.section) == sections.end())
        document.at("section").fail("A section is notice, staff, project, result or fund.");
    notice.body = filled_texts(document.at("body"), 1, 12, {90, 280}, knowledge);
    notice.published = document.at("published").date();
    if (!document.at("objection").is_null()) notice.objection = parse_objection(document.at("objection"), knowledge);
    if (document.has("pictures")) notice.pictures = ids_of(document.at("pictures"), pictures_of_notice_max);
    content.knowledge.notices.push_back(std::move(notice));
}

}  // namespace linli
