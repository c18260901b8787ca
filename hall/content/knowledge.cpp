// SPDX-License-Identifier: Apache-2.0
#include "hall/content/knowledge.h"

#include <algorithm>

namespace linli {
namespace {

template <class T>
const T* by_id(const std::vector<T>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

template <class T>
const T* by_head(const std::vector<T>& all, std::string_view id) {
    const auto found = std::ranges::find_if(all, [&](const T& one) { return one.head.id == id; });
    return found == all.end() ? nullptr : &*found;
}

/// Thousands apart in English, as they are read there.
std::string grouped(int number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

}  // namespace

const Category* Knowledge::category(std::string_view id) const { return by_id(categories, id); }
const Office* Knowledge::place(std::string_view id) const { return by_id(places, id); }
const Policy* Knowledge::policy(std::string_view id) const { return by_head(policies, id); }
const NotIssued* Knowledge::not_issued_item(std::string_view id) const { return by_head(not_issued, id); }
const PublicNotice* Knowledge::notice(std::string_view id) const { return by_head(notices, id); }
const ContentPicture* Knowledge::picture(std::string_view id) const { return by_head(pictures, id); }

std::string ContentPicture::file() const {
    return "pictures/" + head.id + (header.type == PictureType::jpeg ? ".jpg" : ".png");
}

std::optional<Amount> Knowledge::amount(std::string_view value) const {
    const LocalValue* local = by_id(values, value);
    const ValueUnit* unit = local == nullptr ? nullptr : by_id(units, local->unit);
    if (unit == nullptr) return std::nullopt;
    Amount amount{local->name, {std::to_string(local->number), grouped(local->number)}, unit->name};
    if (local->number == 1 && !unit->en_one.empty()) amount.unit.en = unit->en_one;
    return amount;
}

bool Knowledge::has(std::string_view id) const {
    return policy(id) != nullptr || not_issued_item(id) != nullptr || notice(id) != nullptr ||
           (duties && duties->head.id == id);
}

}  // namespace linli
