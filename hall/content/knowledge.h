// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/time_zone.h"
#include "hall/content/localized_text.h"
#include "hall/pictures/picture_header.h"

namespace linli {

/// What every document about policies, certificates and notices says of itself.
struct DocumentHead {
    std::string id;
    int version = 1;
    LocalizedText title;
    LocalizedText summary;                 ///< the one line below the title in lists
    std::vector<std::string> keywords;     ///< further words to find it by
    std::vector<std::string> related;      ///< ids of other documents
    LocalizedText source;                  ///< on what it rests
    LocalDate checked;                     ///< when somebody last held it against its source
    bool confirmed = false;                ///< by an administrator of this place; else it is an example
    std::optional<LocalDate> from, until;  ///< first and last day on which it is shown
    std::vector<std::string> tags;         ///< of the halls that it is for; empty for all

    bool holds_on(const LocalDate& date) const { return (!from || *from <= date) && (!until || date <= *until); }
};

/// A group of policies, "养老助老".
struct Category {
    std::string id;
    LocalizedText name;
    std::string icon;  ///< a name in the theme's icon table
};

/// Where people are sent: an office with its address and hours.
struct Office {
    std::string id;
    LocalizedText name, address, hours;
    std::string phone;
};

/// A unit as it stands behind a number: "元/月". `one` is for the number 1 in English.
struct ValueUnit {
    std::string id;
    LocalizedText name;
    std::string en_one;
};

/// A number that differs by place, at one spot for all documents that name it.
struct LocalValue {
    std::string id;
    LocalizedText name;
    int number = 0;
    std::string unit;  ///< a ValueUnit's id
};

/// One line of the card of amounts, already in words: "80–89 岁", "100", "元/月".
struct Amount {
    LocalizedText label;
    LocalizedText number;
    LocalizedText unit;
};

/// What a resident may get or do, the plain answer first. Local values stand in its texts already.
struct Policy {
    DocumentHead head;
    std::string category;
    LocalizedText answer, more;
    LocalizedText amounts_label;
    std::vector<Amount> amounts;  ///< none where there is no money or count
    std::vector<LocalizedText> who, bring, how;
    LocalizedText where, deadline;
    std::vector<std::string> matters;  ///< that a number is taken for
};

/// One way to what a community may not certify.
struct Way {
    LocalizedText when, go;
    std::string place;  ///< an Office's id; may be empty
    std::optional<LocalizedText> bring, hint;
};

/// A certificate that the community may not issue (民发〔2020〕20号), and who helps instead.
struct NotIssued {
    DocumentHead head;
    LocalizedText why;
    std::vector<Way> ways;  ///< the most usual first
    std::vector<std::string> matters;
};

/// Until when, and how, somebody may object to what is made public.
struct Objection {
    LocalDate from, until;
    LocalizedText how;
};

/// A picture that notices show. Of its head it has no summary, keywords, related documents and no `confirmed`: it is
/// looked at with a notice, and never found by itself.
struct ContentPicture {
    DocumentHead head;          ///< the title is its caption
    LocalizedText description;  ///< for whoever cannot see it
    PictureHeader header;
    std::shared_ptr<const std::string> bytes;  ///< the file as it was given, the same for every copy

    /// "pictures/roof-plan.png"
    std::string file() const;
};

/// A notice or a thing of open affairs (公开栏).
struct PublicNotice {
    DocumentHead head;
    std::string section;  ///< notice, staff, project, result or fund
    std::vector<LocalizedText> body;
    LocalDate published;
    std::optional<Objection> objection;
    std::vector<std::string> pictures;  ///< ids, in the order in which they are shown
};

/// A post of the hall's staff and what it looks after. Who holds it is nobody's business here: no names.
struct Post {
    LocalizedText name;
    std::vector<LocalizedText> tasks;
    std::vector<int> counters;  ///< where it is found; may be empty
};

/// Who does what in the hall. It stands on one page with the opening hours, which hall.json has.
struct StaffDuties {
    DocumentHead head;
    std::string place;  ///< an Office's id, the hall's own address and telephone; may be empty
    std::vector<Post> posts;
    LocalizedText stand_in;  ///< what holds when somebody is away
};

/// What people say, and what a considerate clerk would show them then.
struct Synonym {
    std::string id;
    std::vector<std::string> say;  ///< Chinese; two parts with a blank between must both occur
    std::vector<std::string> en;
    std::vector<std::string> find;  ///< ids of documents or matters, most likely first
};

/// Everything that residents may look up.
struct Knowledge {
    std::vector<Category> categories;
    std::vector<Office> places;
    std::vector<ValueUnit> units;
    std::vector<LocalValue> values;
    std::vector<Policy> policies;
    std::vector<NotIssued> not_issued;
    std::vector<ContentPicture> pictures;
    std::vector<PublicNotice> notices;
    std::optional<StaffDuties> duties;
    std::vector<Synonym> synonyms;
    std::vector<std::string> stop_words;  ///< that say nothing about the matter

    const Category* category(std::string_view id) const;
    const Office* place(std::string_view id) const;
    const Policy* policy(std::string_view id) const;
    const NotIssued* not_issued_item(std::string_view id) const;
    const PublicNotice* notice(std::string_view id) const;
    const ContentPicture* picture(std::string_view id) const;
    /// "100" and "元/月" of a local value; null where there is none.
    std::optional<Amount> amount(std::string_view value) const;
    /// Some document has this id.
    bool has(std::string_view id) const;
};

}  // namespace linli
