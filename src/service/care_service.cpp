// SPDX-License-Identifier: EUPL-1.2
#include "service/care_service.hpp"

#include <algorithm>

#include "codec/json_text.hpp"
#include "publish/mail_texts.hpp"
#include "service/care.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::DeskKind;
using model::Record;
using model::RecordKind;

base::Error unknown_offer(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "care-offer"}, {"id", id}}, {}, {}};
}

base::Error at_organisation(ErrorCode code, base::ErrorArguments arguments) {
    return {code, std::move(arguments), {.file = {}, .field = "/organisation"}, {}};
}

bool decides_at(const Asker& asker, const std::string& organisation) {
    return permit(asker, Action::Disclose, std::vector<std::string>{organisation}).ok();
}

/// One line for each side, so that the people of both read it.
void tell_both(store::WriteBatch& batch, AuditEvent event, const model::CareOffer& offer) {
    store::AuditEntry entry;
    entry.action = action_of(event);
    entry.subject_kind = model::word(offer.subject_kind);
    entry.subject = offer.subject;
    entry.detail =
        codec::json_text(std::map<std::string, std::string>{{"giver", offer.giver}, {"taker", offer.taker}});
    entry.organisation = offer.giver;
    batch.audit.push_back(entry);
    if (offer.taker == offer.giver) return;
    entry.organisation = offer.taker;
    batch.audit.push_back(std::move(entry));
}

}  // namespace

Result<CareOfferList> CareService::offers(const Asker& asker) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto found = desk_.store().all_desk(DeskKind::CareOffer);
    if (!found) return found.errors();
    std::vector<model::CareOffer> own;
    const auto places = organisations_for(asker, Action::Disclose);
    const auto is_own = [&](const std::string& id) {
        return std::find(places.begin(), places.end(), id) != places.end();
    };
    for (const model::DeskRecord& record : found.value()) {
        const auto& offer = std::get<model::CareOffer>(record);
        if (asker.standing == Standing::Operator || is_own(offer.giver) || is_own(offer.taker))
            own.push_back(offer);
    }
    std::stable_sort(own.begin(), own.end(),
                     [](const auto& a, const auto& b) { return a.offered < b.offered; });
    CareOfferList list;
    for (const model::CareOffer& offer : own) {
        auto view = care_offer_view(knowledge_, asker, offer);
        if (!view) return view.errors();
        if (view.value()) list.offers.push_back(std::move(*view.value()));
    }
    return list;
}

Result<std::vector<model::User>> CareService::in_charge(const std::string& organisation) const {
    const auto grants = desk_.grants_at(organisation);
    if (!grants) return grants.errors();
    std::map<std::string, model::User> people;
    for (const model::Grant& grant : grants.value()) {
        const auto may = allowed_by(grant.role);
        if (!is_held(grant) || std::find(may.begin(), may.end(), "disclose") == may.end()) continue;
        const auto user = desk_.user(grant.user);
        if (!user) return user.errors();
        if (user.value() && user.value()->state == model::UserState::Active)
            people.emplace(grant.user, *user.value());
    }
    std::vector<model::User> out;
    for (auto& [id, user] : people) out.push_back(std::move(user));
    return out;
}

Outcome CareService::check(const Edit& edit, const Record& record, const CareForm& form) const {
    const auto seen = edit.view().records.read(RecordKind::Organisation, form.organisation);
    if (!seen) return seen.errors();
    if (!seen.value()) {
        return at_organisation(ErrorCode::ReferenceUnknown,
                               {{"field", "organisation"}, {"id", form.organisation}});
    }
    const base::ErrorArguments named{{"organisation", name_of(*seen.value(), edit.asker().language)}};
    const auto current = knowledge_.current();
    const auto* rule = current->rules->about(model::kind_of(record), model::id_of(record));
    const auto kept_by = keepers(record, *current->picture, *current->rules);
    const bool is_held_already = rule != nullptr ? rule->owner == form.organisation
                                                 : kept_by == std::vector<std::string>{form.organisation};
    if (is_held_already) return at_organisation(ErrorCode::CareHeldAlready, named);
    const auto people = in_charge(form.organisation);
    if (!people) return people.errors();
    if (people.value().empty()) return at_organisation(ErrorCode::CareWithoutAccount, named);
    return Done{};
}

Outcome CareService::send(const Asker& asker, const model::CareOffer& offer, const Record& record,
                          store::WriteBatch& batch) const {
    const auto people = in_charge(offer.taker);
    if (!people) return people.errors();
    for (const model::User& user : people.value()) {
        desk_.add_mail(
            batch, user,
            publish::CareOfferedMail{.giver = desk_.organisation_name(offer.giver, user.language),
                                     .organisation = desk_.organisation_name(offer.taker, user.language),
                                     .offered_by = actor_name(desk_.store(), asker.actor, user.language),
                                     .record = spoken_name(knowledge_, record, user.language),
                                     .link = desk_.page("review", user.language)});
    }
    return Done{};
}

Outcome CareService::hand_over(Edit& edit, const model::CareOffer& offer) const {
    const auto rules = knowledge_.current()->rules;
    const model::Disclosure* known = rules->about(offer.subject_kind, offer.subject);
    model::Disclosure rule;
    if (known != nullptr) rule = *known;
    if (known == nullptr) rule.id = disclosure_id(offer.subject_kind, offer.subject);
    rule.subject_kind = offer.subject_kind;
    rule.subject = offer.subject;
    rule.owner = offer.taker;
    auto source = edit.source();
    if (!source) return source.errors();
    rule.source = source.value();
    if (auto expected = edit.expect_present(RecordKind::Disclosure, rule.id); !expected) return expected;
    edit.put(std::move(rule));
    edit.batch().desk_erasures.push_back({DeskKind::CareOffer, offer.id});
    return Done{};
}

Result<CareAnswer> CareService::offer(const Asker& asker, const RecordName& name, const CareForm& form) {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    const auto turn = desk_.turn();
    Edit edit(knowledge_, asker);
    const auto seen = edit.visible(kind.value(), name.id);
    if (!seen) return seen.errors();
    const auto whole = edit.stored(kind.value(), name.id);
    if (!whole) return whole.errors();
    if (!whole.value()) return record_not_found(kind.value(), name.id, asker.language);
    const Record& record = *whole.value();
    if (!is_handed_over(kind.value())) {
        return base::Error{
            ErrorCode::ValueNotAllowed,
            {{"value", name.kind}, {"allowed", "organisation, membership, project, agreement, delegation"}},
            {.file = {}, .field = "kind"},
            {}};
    }
    const bool is_at_once = form.at_once.value_or(false);
    const Outcome gives = may_give_care(knowledge_, edit.asker(), record);
    const Outcome administers = permit(edit.asker(), Action::Administer);
    const bool may_set = administers || (gives && decides_at(edit.asker(), form.organisation));
    if (is_at_once ? !may_set : !gives) return is_at_once ? administers.errors() : gives.errors();
    if (auto fits = check(edit, record, form); !fits) return fits.errors();
    const auto current = knowledge_.current();
    const auto from = givers(record, *current->picture, *current->rules);
    const auto own = std::find_if(from.begin(), from.end(),
                                  [&](const std::string& id) { return decides_at(edit.asker(), id); });
    const auto* rule = current->rules->about(kind.value(), name.id);
    const std::string first = own != from.end() ? *own : from.empty() ? std::string() : from.front();
    model::CareOffer made{.id = care_offer_id(kind.value(), name.id),
                          .subject_kind = kind.value(),
                          .subject = name.id,
                          .giver = is_at_once && rule != nullptr ? rule->owner : first,
                          .taker = form.organisation,
                          .offered_by = asker.actor,
                          .offered = desk_.now()};
    if (is_at_once) {
        if (auto done = hand_over(edit, made); !done) return done.errors();
        tell_both(edit.batch(), AuditEvent::CareSet, made);
        const auto written = edit.write();
        if (!written) return written.errors();
        return CareAnswer{"handed_over", static_cast<std::int64_t>(written.value().batch)};
    }
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_puts.emplace_back(made);
    tell_both(batch, AuditEvent::CareOffered, made);
    if (auto sent = send(asker, made, record, batch); !sent) return sent.errors();
    if (auto written = desk_.write(batch); !written) return written.errors();
    return CareAnswer{"offered", 0};
}

Result<model::CareOffer> CareService::open_offer(const Asker& asker, const std::string& id,
                                                 std::string model::CareOffer::*side) const {
    const auto found = desk_.store().read_desk(DeskKind::CareOffer, id);
    if (!found) return found.errors();
    if (!found.value()) return unknown_offer(id);
    auto offer = std::get<model::CareOffer>(*found.value());
    const auto places = organisations_for(asker, Action::Disclose);
    const bool is_own = asker.standing == Standing::Operator ||
                        std::find(places.begin(), places.end(), offer.*side) != places.end();
    const auto view = care_offer_view(knowledge_, asker, offer);
    if (!view) return view.errors();
    if (!is_own || !view.value()) return unknown_offer(id);
    if (auto permitted = permit(asker, Action::Disclose, std::vector<std::string>{offer.*side}); !permitted)
        return permitted.errors();
    return offer;
}

Result<CareAnswer> CareService::answer(const Asker& asker, const std::string& id, const CareDecision& form) {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto turn = desk_.turn();
    const auto offer = open_offer(asker, id, &model::CareOffer::taker);
    if (!offer) return offer.errors();
    if (form.decision != "accept" && form.decision != "decline") {
        return base::Error{ErrorCode::ValueNotAllowed,
                           {{"value", form.decision}, {"allowed", "accept, decline"}},
                           {.file = {}, .field = "/decision"},
                           {}};
    }
    if (form.decision == "decline") {
        store::WriteBatch batch{.actor = asker.actor};
        batch.desk_erasures.push_back({DeskKind::CareOffer, id});
        tell_both(batch, AuditEvent::CareDeclined, offer.value());
        if (auto written = desk_.write(batch); !written) return written.errors();
        return CareAnswer{"declined", 0};
    }
    Edit edit(knowledge_, asker);
    if (auto done = hand_over(edit, offer.value()); !done) return done.errors();
    tell_both(edit.batch(), AuditEvent::CareAccepted, offer.value());
    const auto written = edit.write();
    if (!written) return written.errors();
    return CareAnswer{"handed_over", static_cast<std::int64_t>(written.value().batch)};
}

Outcome CareService::withdraw(const Asker& asker, const std::string& id) {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto turn = desk_.turn();
    const auto offer = open_offer(asker, id, &model::CareOffer::giver);
    if (!offer) return offer.errors();
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_erasures.push_back({DeskKind::CareOffer, id});
    tell_both(batch, AuditEvent::CareWithdrawn, offer.value());
    return desk_.write(batch);
}

}  // namespace kontor::service
