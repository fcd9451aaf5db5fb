// SPDX-License-Identifier: EUPL-1.2
#include "service/mail_queue.hpp"

#include <algorithm>
#include <tuple>

#include "publish/mail_schedule.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using model::DeskKind;
using model::MailState;
using publish::DeliveryVerdict;

/// The time is over, or will be before the next try.
bool is_useless_at(const model::Mail& mail, std::int64_t time) {
    return mail.useless_after != 0 && time >= mail.useless_after;
}

void finish(model::Mail& mail, MailState state) {
    mail.state = state;
    mail.plain.clear();
    mail.html.clear();
}

}  // namespace

publish::Delivery MailQueue::tried(const model::Mail& mail, const std::stop_token& stop) const {
    const publish::Mail letter{.to = mail.to,
                               .language = mail.language,
                               .subject = mail.subject,
                               .plain = mail.plain,
                               .html = mail.html,
                               .message_id = publish::message_id(mail.id, from_),
                               .unsubscribe = {},
                               .written_at = std::chrono::sys_seconds(std::chrono::seconds(mail.created))};
    return sender_.send(letter, stop);
}

base::Outcome MailQueue::note(const model::Mail& mail, const publish::Delivery& delivery) const {
    const auto turn = desk_.turn();
    const auto found = desk_.store().read_desk(DeskKind::Mail, mail.id);
    if (!found) return found.errors();
    if (!found.value()) return base::Done{};  // its account was deleted meanwhile
    model::Mail changed = std::get<model::Mail>(*found.value());
    changed.attempts += 1;
    changed.answer = delivery.answer;
    if (delivery.verdict == DeliveryVerdict::Accepted) {
        finish(changed, MailState::Sent);
    } else {
        const publish::MailAttempts attempts{static_cast<int>(changed.attempts),
                                             std::chrono::sys_seconds(std::chrono::seconds(changed.created))};
        const auto next = delivery.verdict == DeliveryVerdict::Refused
                              ? std::nullopt
                              : publish::next_try(attempts, desk_.time());
        const std::int64_t due = next ? next->time_since_epoch().count() : 0;
        if (next && !is_useless_at(changed, due)) {
            changed.due = due;
        } else {
            finish(changed, MailState::Failed);
        }
    }
    store::WriteBatch batch{.actor = "system"};
    batch.desk_puts.emplace_back(std::move(changed));
    return desk_.write(batch);
}

base::Result<std::size_t> MailQueue::send_due(const std::stop_token& stop) {
    auto waiting = desk_.store().desk_where(DeskKind::Mail, "state", model::word(MailState::Waiting));
    if (!waiting) return waiting.errors();
    std::vector<model::Mail> due;
    for (model::DeskRecord& record : waiting.value()) {
        auto& mail = std::get<model::Mail>(record);
        if (mail.due <= desk_.now()) due.push_back(std::move(mail));
    }
    std::sort(due.begin(), due.end(),
              [](const auto& a, const auto& b) { return std::tie(a.due, a.id) < std::tie(b.due, b.id); });
    std::size_t sent = 0;
    for (const model::Mail& mail : due) {
        if (stop.stop_requested()) break;
        publish::Delivery delivery{
            .verdict = DeliveryVerdict::Refused, .code = 0, .answer = say(Phrase::MailTooOld, mail.language)};
        if (!is_useless_at(mail, desk_.now())) delivery = tried(mail, stop);
        const bool is_broken_off = stop.stop_requested() && delivery.verdict == DeliveryVerdict::TryLater;
        if (is_broken_off) break;
        if (auto noted = note(mail, delivery); !noted) return noted.errors();
        if (delivery.verdict == DeliveryVerdict::Accepted) ++sent;
    }
    return sent;
}

}  // namespace kontor::service
