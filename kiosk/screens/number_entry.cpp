// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/number_entry.h"

namespace linli::kiosk {
namespace {

constexpr std::size_t ticket_digits_max = 4;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter(char sign) { return sign >= 'A' && sign <= 'Z'; }

}  // namespace

void TicketEntry::press(char sign) {
    if (is_letter(sign)) {
        if (text_.empty())
            text_.push_back(sign);
        else
            text_.front() = sign;
    } else if (is_digit(sign) && has_letter() && text_.size() < 1 + ticket_digits_max) {
        text_.push_back(sign);
    }
}

void TicketEntry::erase() {
    if (!text_.empty()) text_.pop_back();
}

void CheckCodeEntry::press(char sign) {
    if (is_digit(sign) && missing() > 0) text_.push_back(sign);
}

void CheckCodeEntry::erase() {
    if (!text_.empty()) text_.pop_back();
}

}  // namespace linli::kiosk
