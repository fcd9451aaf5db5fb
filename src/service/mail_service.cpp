// SPDX-License-Identifier: EUPL-1.2
#include "service/mail_service.hpp"

#include <algorithm>
#include <tuple>

#include "service/import_answers.hpp"
#include "service/permission.hpp"

namespace kontor::service {

using base::ErrorCode;
using model::DeskKind;
using model::MailState;

base::Result<std::vector<model::Mail>> unsent_mails(const store::Store& store) {
    std::vector<model::Mail> out;
    for (const MailState state : {MailState::Waiting, MailState::Failed}) {
        auto found = store.desk_where(DeskKind::Mail, "state", model::word(state));
        if (!found) return found.errors();
        for (model::DeskRecord& record : found.value())
            out.push_back(std::get<model::Mail>(std::move(record)));
    }
    return out;
}

base::Result<MailList> MailService::mails(const Asker& asker) const {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    auto unsent = unsent_mails(desk_.store());
    if (!unsent) return unsent.errors();
    auto& all = unsent.value();
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::tie(b.created, a.id) < std::tie(a.created, b.id);
    });
    MailList out;
    out.sends_mail = desk_.settings().has_mail;
    for (const model::Mail& mail : all) {
        const bool waits = mail.state == MailState::Waiting;
        out.mails.push_back({mail.id, mail.to, mail.subject, std::string(model::word(mail.state)),
                             mail.attempts, iso_time(mail.created),
                             waits ? iso_time(mail.due) : std::string(), mail.answer});
    }
    return out;
}

base::Outcome MailService::retry(const Asker& asker, const std::string& id) {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto turn = desk_.turn();
    const auto found = desk_.store().read_desk(DeskKind::Mail, id);
    if (!found) return found.errors();
    if (!found.value() || std::get<model::Mail>(*found.value()).state != MailState::Waiting) {
        return base::Error{ErrorCode::RecordNotFound, {{"kind", "mail"}, {"id", id}}, {}, {}};
    }
    model::Mail mail = std::get<model::Mail>(*found.value());
    mail.due = desk_.now();
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_puts.emplace_back(std::move(mail));
    return desk_.write(batch);
}

}  // namespace kontor::service
