// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "kiosk/widgets/row.h"

namespace linli::kiosk {

/// What a search page searches.
class Finder {
public:
    Finder() = default;
    Finder(const Finder&) = delete;
    Finder& operator=(const Finder&) = delete;
    virtual ~Finder() = default;

    /// Looks for what is typed now. Called at every key and for every new picture of the hall.
    virtual void look(Ui& ui, const std::string& query) = 0;
    virtual int count() const = 0;
    /// Nothing is what was typed; what was found comes nearest.
    virtual bool nearest() const { return false; }
    /// The row of one that was found, without its place.
    virtual Row row(Ui& ui, int index) const = 0;
    virtual void open(Ui& ui, int index) const = 0;
    /// Another way to find something: a page of groups.
    virtual void by_groups(Ui& ui) const = 0;
};

/// Matters that a number can be taken for.
std::unique_ptr<Finder> make_matter_finder();
/// Policies, certificates that are not issued here, matters and notices.
std::unique_ptr<Finder> make_document_finder();

}  // namespace linli::kiosk
