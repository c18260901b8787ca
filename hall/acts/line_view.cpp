// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/line_view.h"

#include <algorithm>

#include "hall/queue/order.h"

namespace linli {
namespace {

std::vector<std::string> matters_of(const HallContent& content, const CounterPlan& plan) {
    std::vector<std::string> ids;
    for (const Matter& matter : content.matters)
        if (content.takes(plan, matter)) ids.push_back(matter.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool stands_before(const TicketRow& row, std::int64_t order_key, std::int64_t number) {
    return row.ticket.order_key < order_key || (row.ticket.order_key == order_key && row.row < number);
}

}  // namespace

Result<LineView> LineView::read(Hall& hall, const Also& also) {
    HallStores& stores = hall.stores();
    LineView view;
    LINLI_TRY_ASSIGN(Transaction transaction, stores.database->begin_read());
    LINLI_TRY_ASSIGN(view.content_, hall.content());
    LINLI_TRY_ASSIGN(view.moment_, read_moment(hall));

    std::vector<CounterRow> opened;
    if (!view.moment_.day_over) {
        LINLI_TRY_ASSIGN(view.line_, stores.tickets.line());
        LINLI_TRY_ASSIGN(view.at_counters_, stores.tickets.at_counters());
        LINLI_TRY_ASSIGN(opened, stores.counters.all());
    }
    for (const CounterPlan& plan : view.content_->counters) {
        CounterRow row{plan.number, CounterState::closed, 0};
        for (const CounterRow& known : opened)
            if (known.number == plan.number) row = known;
        view.counters_.push_back(row);
    }
    LINLI_TRY_ASSIGN(view.notices_, stores.notices.all());
    LINLI_TRY_ASSIGN(view.samples_, stores.visits.all());
    if (also) LINLI_TRY(also(stores, view.service_day()));
    LINLI_TRY(transaction.commit());

    std::vector<WaitEstimator::SetMean> set_means;
    for (const Matter& matter : view.content_->matters)
        set_means.push_back({matter.id, static_cast<double>(matter.service_minutes)});
    view.estimator_ = std::make_shared<const WaitEstimator>(std::move(set_means), view.samples_);
    return view;
}

bool LineView::is_open(int counter) const {
    for (const CounterRow& row : counters_)
        if (row.number == counter) return row.state == CounterState::open;
    return false;
}

std::vector<int> LineView::open_counters_for(const Matter& matter) const {
    std::vector<int> numbers;
    for (const CounterPlan& plan : content_->counters)
        if (is_open(plan.number) && content_->takes(plan, matter)) numbers.push_back(plan.number);
    return numbers;
}

int LineView::people_ahead(const Matter& matter, std::int64_t order_key, std::int64_t row) const {
    const bool any_open = !open_counters_for(matter).empty();
    const auto competes = [&](const Matter& other) {
        return std::any_of(content_->counters.begin(), content_->counters.end(), [&](const CounterPlan& plan) {
            return (!any_open || is_open(plan.number)) && content_->takes(plan, matter) && content_->takes(plan, other);
        });
    };
    int ahead = 0;
    for (const TicketRow& other : line_) {
        if (!stands_before(other, order_key, row)) break;
        const Matter* known = content_->matter(other.ticket.matter);
        if (known && competes(*known)) ++ahead;
    }
    return ahead;
}

std::optional<WaitRange> LineView::wait(const Matter& matter, std::int64_t order_key, std::int64_t row) const {
    WaitQuestion question;
    question.matter = matter.id;
    question.hour = moment_.here.minute_of_day / 60;
    question.minute = moment_.here.minute_of_day % 60;
    for (const TicketRow& other : line_) {
        if (!stands_before(other, order_key, row)) break;
        question.ahead.push_back(other.ticket.matter);
    }
    for (const CounterPlan& plan : content_->counters) {
        if (!is_open(plan.number)) continue;
        CounterLoad load;
        load.matters = matters_of(*content_, plan);
        for (const TicketRow& held : at_counters_) {
            if (held.ticket.counter != plan.number || held.ticket.state == TicketState::held) continue;
            load.serving_matter = held.ticket.matter;
            load.serving_for_minutes = static_cast<double>(steady_ms() - held.ticket.state_since_steady_ms) / 60'000.0;
        }
        question.counters.push_back(std::move(load));
    }
    return estimator_->estimate(question);
}

const Matter* LineView::usual_matter() const {
    const Matter* usual = nullptr;
    double most = -1;
    for (const Matter& matter : content_->matters) {
        if (open_counters_for(matter).empty()) continue;
        double weight = 0;
        for (const ServiceSample& sample : samples_)
            if (sample.matter == matter.id) weight += sample.weight;
        if (weight > most) {
            most = weight;
            usual = &matter;
        }
    }
    return usual;
}

std::int64_t order_key_now(const LineView& view, int head_start_minutes) {
    return order_key_of_arrival(view.steady_ms(), head_start_minutes);
}

}  // namespace linli
