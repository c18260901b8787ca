// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "hall/search/search_documents.h"
#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// The pages on which residents look things up.

/// Groups of policies, and the certificates that are not issued here.
std::unique_ptr<Screen> make_categories_screen();
/// The documents of the group in the session.
std::unique_ptr<Screen> make_documents_screen();
/// One policy: the plain answer, who, how much, what to bring, and straight to a number.
std::unique_ptr<Screen> make_policy_screen();
/// Why a certificate is not issued here, and who helps instead.
std::unique_ptr<Screen> make_not_issued_screen();
/// Notices and open affairs, the newest first; and one of them.
std::unique_ptr<Screen> make_notices_screen();
std::unique_ptr<Screen> make_public_notice_screen();
/// When the hall is open, and who does what there.
std::unique_ptr<Screen> make_hall_hours_screen();

/// Opens what was found; of a matter, the page on which a number is taken.
void open_document(Ui& ui, FoundKind kind, const std::string& id);

}  // namespace linli::kiosk
