// SPDX-License-Identifier: Apache-2.0
#include "hall/content/parse_documents.h"

namespace linli {

void parse_reminders(const ContentNode& document, HallContent& content) {
    constexpr std::size_t reminders_max = 20;
    document.fields({"reminders"});
    for (const ContentNode& node : document.at("reminders").items(0, reminders_max)) {
        node.fields({"label", "text", "tone"}, {"until"});
        Reminder reminder;
        reminder.label = node.at("label").localized({8, 16});
        reminder.text = node.at("text").localized({20, 48});
        reminder.tone = node.at("tone").text(8);
        if (reminder.tone != "info" && reminder.tone != "warning")
            node.at("tone").fail("A tone is \"info\" or \"warning\".");
        if (node.has("until")) reminder.until = node.at("until").date();
        content.reminders.push_back(std::move(reminder));
    }
}

}  // namespace linli
