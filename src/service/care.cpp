// SPDX-License-Identifier: EUPL-1.2
#include "service/care.hpp"

#include <algorithm>

#include "service/account_desk.hpp"
#include "service/edit.hpp"
#include "service/import_answers.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::DeskKind;
using model::Record;
using model::RecordKind;

bool gives(const Knowledge& knowledge, const Record& record, const std::string& organisation) {
    const auto current = knowledge.current();
    const auto list = givers(record, *current->picture, *current->rules);
    return std::find(list.begin(), list.end(), organisation) != list.end();
}

bool decides_at(const Asker& asker, const std::string& organisation) {
    return permit(asker, Action::Disclose, std::vector<std::string>{organisation}).ok();
}

/// Offers are told to both sides, so both have a name there.
Ref organisation_ref(const Knowledge& knowledge, const std::string& id, std::string_view language) {
    return Views(*knowledge.current(), language).organisation_ref(id);
}

}  // namespace

bool is_handed_over(RecordKind kind) {
    return kind == RecordKind::Organisation || kind == RecordKind::Membership ||
           kind == RecordKind::Project || kind == RecordKind::Agreement || kind == RecordKind::Delegation;
}

base::Outcome may_give_care(const Knowledge& knowledge, const Asker& asker, const Record& record) {
    const auto current = knowledge.current();
    return permit(asker, Action::Disclose, givers(record, *current->picture, *current->rules));
}

std::string care_offer_id(RecordKind kind, const std::string& id) {
    return derived_id("care", {std::string(model::word(kind)), id});
}

std::string spoken_name(const Knowledge& knowledge, const Record& record, std::string_view language) {
    const auto* membership = std::get_if<model::Membership>(&record);
    if (membership == nullptr) return name_of(record, language);
    const Views views(*knowledge.current(), language);
    return views.organisation_ref(membership->member).name + " – " +
           views.organisation_ref(membership->cluster).name;
}

Result<std::optional<CareOffer>> care_offer_view(const Knowledge& knowledge, const Asker& asker,
                                                 const model::CareOffer& offer) {
    using Shown = std::optional<CareOffer>;
    const auto record = knowledge.store().read(offer.subject_kind, offer.subject);
    if (!record) return record.errors();
    if (!record.value() || !gives(knowledge, *record.value(), offer.giver)) return Shown();
    CareOffer view;
    view.id = offer.id;
    view.record = {std::string(model::word(offer.subject_kind)), offer.subject,
                   spoken_name(knowledge, *record.value(), asker.language)};
    view.giver = organisation_ref(knowledge, offer.giver, asker.language);
    view.taker = organisation_ref(knowledge, offer.taker, asker.language);
    view.offered = iso_time(offer.offered);
    view.offered_by = actor_name(knowledge.store(), offer.offered_by, asker.language);
    if (decides_at(asker, offer.taker)) view.may = {"accept", "decline"};
    if (decides_at(asker, offer.giver)) view.may.emplace_back("withdraw");
    return Shown(std::move(view));
}

Result<std::optional<CareView>> care_view(const Knowledge& knowledge, const Asker& asker,
                                          const Record& record) {
    using Shown = std::optional<CareView>;
    const RecordKind kind = model::kind_of(record);
    if (!is_handed_over(kind)) return Shown();
    if (!may_give_care(knowledge, asker, record) && !permit(asker, Action::Administer)) return Shown();
    const View view = knowledge.view(asker);
    const Views views(view, asker.language);
    const auto current = knowledge.current();
    CareView out;
    for (const std::string& keeper : keepers(record, *current->picture, *current->rules)) {
        if (view.snapshot->picture->find_organisation(keeper))
            out.kept_by.push_back(views.organisation_ref(keeper));
    }
    const auto found =
        knowledge.store().read_desk(DeskKind::CareOffer, care_offer_id(kind, model::id_of(record)));
    if (!found) return found.errors();
    if (!found.value()) return Shown(std::move(out));
    auto offer = care_offer_view(knowledge, asker, std::get<model::CareOffer>(*found.value()));
    if (!offer) return offer.errors();
    out.offer = std::move(offer).value();
    return Shown(std::move(out));
}

}  // namespace kontor::service
