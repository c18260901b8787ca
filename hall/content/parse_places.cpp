// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t places_max = 200, categories_max = 24, units_max = 40, values_max = 500;
constexpr int number_max = 100'000'000;

/// Reads each element and holds its id to be there once.
template <class T, class Read>
void read_all(const ContentNode& list, std::size_t most, std::vector<T>& all, Read read) {
    std::set<std::string> ids;
    for (const ContentNode& node : list.items(0, most)) {
        T one = read(node);
        if (!ids.insert(one.id).second) node.at("id").fail("Another one has this id.");
        all.push_back(std::move(one));
    }
}

}  // namespace

void parse_categories(const ContentNode& document, HallContent& content) {
    document.fields({"categories"});
    read_all(document.at("categories"), categories_max, content.knowledge.categories, [](const ContentNode& node) {
        node.fields({"id", "name", "icon"});
        return Category{node.at("id").id(), node.at("name").localized({6, 24}), node.at("icon").text(20)};
    });
}

void parse_places(const ContentNode& document, HallContent& content) {
    document.fields({"places"});
    read_all(document.at("places"), places_max, content.knowledge.places, [](const ContentNode& node) {
        node.fields({"id", "name", "address", "hours", "phone"});
        return Office{node.at("id").id(), node.at("name").localized({18, 60}), node.at("address").localized({30, 90}),
                      node.at("hours").localized({30, 90}), node.at("phone").text(12)};
    });
}

void parse_values(const ContentNode& document, HallContent& content) {
    document.fields({"units", "values"});
    Knowledge& knowledge = content.knowledge;
    read_all(document.at("units"), units_max, knowledge.units, [](const ContentNode& node) {
        node.fields({"id", "name"}, {"en_one"});
        ValueUnit unit{node.at("id").id(), node.at("name").localized({6, 20}), {}};
        if (node.has("en_one")) unit.en_one = node.at("en_one").text(10);
        return unit;
    });
    read_all(document.at("values"), values_max, knowledge.values, [&](const ContentNode& node) {
        node.fields({"id", "name", "number", "unit"});
        LocalValue value{node.at("id").id(), node.at("name").localized({24, 80}),
                         node.at("number").integer(0, number_max), node.at("unit").id()};
        knowledge.values.push_back(value);
        if (!knowledge.amount(value.id)) node.at("unit").fail("\"units\" has no unit of this id.");
        knowledge.values.pop_back();
        return value;
    });
}

}  // namespace linli
