// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_explanation.hpp"

#include "match/raises.hpp"
#include "service/matching_models.hpp"
#include "service/named_organisations.hpp"
#include "service/partner_notes.hpp"
#include "service/partner_query.hpp"
#include "service/partner_view.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;

/// Names in a row: "Finland, France".
template <class List, class Name>
std::string joined(const List& list, const Name& name) {
    std::string out;
    for (const auto& one : list) out += (out.empty() ? "" : ", ") + std::string(name(one));
    return out;
}

/// Where a candidate stands, as a sentence.
class PlaceOnList {
public:
    PlaceOnList(const match::PartnerRequest& request, const match::PairExplanation& found, const Views& views)
        : request_(request), found_(found), views_(views), candidate_(found.partner.organisation) {}

    [[nodiscard]] std::string text() const {
        switch (found_.exclusion) {
            case match::Exclusion::None:
                return place();
            case match::Exclusion::IsSubject:
                return sentence(Phrase::StandingSubject);
            case match::Exclusion::OwnHouse:
                return sentence(Phrase::StandingOwnHouse);
            case match::Exclusion::Kind:
                return kind();
            case match::Exclusion::Country:
                return country();
            case match::Exclusion::Topic:
                return sentence(
                    Phrase::StandingTopic,
                    {{"topics", joined(request_.filters.topics, [this](network::TopicIndex topic) {
                          return views_.ref(topic).name;
                      })}});
            case match::Exclusion::Excluded:
                return sentence(Phrase::StandingExcluded);
            case match::Exclusion::ExistingPartner:
                return sentence(Phrase::StandingExisting);
            case match::Exclusion::Unwanted:
                return sentence(Phrase::StandingUnwanted);
            case match::Exclusion::AskedAlready:
                return sentence(Phrase::StandingAsked);
        }
        return {};
    }

private:
    [[nodiscard]] std::string sentence(Phrase phrase, base::ErrorArguments words = {}) const {
        words.push_back({"candidate", views_.ref(candidate_).name});
        return say(phrase, views_.language(), words);
    }

    [[nodiscard]] std::string place() const {
        if (found_.rank > 0) {
            return sentence(Phrase::StandingPlace,
                            {{"rank", std::to_string(found_.rank)}, {"total", std::to_string(found_.total)}});
        }
        double touch = 0;
        for (const match::PartScore& part : found_.partner.parts) {
            const bool general = part.part != match::Part::TopicFit &&
                                 part.part != match::Part::Complementarity &&
                                 part.part != match::Part::WarmPath;
            if (!general) touch += part.value;
        }
        if (touch <= 0) return sentence(Phrase::StandingNothing);
        return sentence(Phrase::StandingNotReached, {{"total", std::to_string(found_.total)}});
    }

    [[nodiscard]] std::string kind() const {
        const network::Picture& picture = views_.picture();
        const std::string own =
            code_label("organisation", model::word(picture.kind(candidate_)), views_.language());
        if (!request_.filters.kinds.empty() || !request_.subject.valid()) {
            return sentence(Phrase::StandingKind, {{"kind", own}});
        }
        if (picture.kind(request_.subject) == model::OrganisationKind::Cluster) {
            return sentence(Phrase::StandingKindCluster, {{"kind", own}});
        }
        return sentence(Phrase::StandingKindNoCluster, {{"subject", views_.ref(request_.subject).name}});
    }

    [[nodiscard]] std::string country() const {
        const std::string chosen = joined(request_.filters.countries, [this](network::CountryCode code) {
            return views_.country(code.text());
        });
        const network::CountryCode own = views_.picture().country(candidate_);
        if (!own.known()) return sentence(Phrase::StandingCountryUnknown, {{"countries", chosen}});
        return sentence(Phrase::StandingCountry,
                        {{"countries", chosen}, {"country", views_.country(own.text())}});
    }

    const match::PartnerRequest& request_;
    const match::PairExplanation& found_;
    const Views& views_;
    OrganisationIndex candidate_;
};

Phrase phrase_of(match::MissingDatum datum) {
    switch (datum) {
        case match::MissingDatum::Topics:
            return Phrase::RaiseTopics;
        case match::MissingDatum::Offers:
            return Phrase::RaiseOffers;
        case match::MissingDatum::Needs:
            return Phrase::RaiseNeeds;
        case match::MissingDatum::Country:
            return Phrase::RaiseCountry;
        case match::MissingDatum::ConfirmedDate:
            return Phrase::RaiseConfirmation;
        case match::MissingDatum::Projects:
            return Phrase::RaiseProjects;
        case match::MissingDatum::Members:
            return Phrase::RaiseMembers;
    }
    return Phrase::RaiseCompletion;
}

Phrase phrase_of(const match::Raise& raise) {
    switch (raise.type) {
        case match::RaiseType::Datum:
            return phrase_of(raise.datum);
        case match::RaiseType::Confirmation:
            return Phrase::RaiseConfirmation;
        case match::RaiseType::Completion:
            return Phrase::RaiseCompletion;
        case match::RaiseType::NewerProject:
            return Phrase::RaiseNewerProject;
        case match::RaiseType::Journey:
            return Phrase::RaiseJourney;
        case match::RaiseType::TargetRegion:
            return Phrase::RaiseTarget;
    }
    return Phrase::RaiseCompletion;
}

std::vector<RaisedBy> raised_by(const match::PartnerRequest& request, const match::Partner& partner,
                                const Views& views) {
    std::vector<RaisedBy> out;
    for (const match::Raise& raise : match::raises(views.picture(), request, partner)) {
        const std::string subject = request.subject.valid() ? views.ref(request.subject).name : "";
        const std::string candidate = views.ref(partner.organisation).name;
        out.push_back({say(phrase_of(raise), views.language(),
                           {{"organisation", raise.side == match::Side::Subject ? subject : candidate},
                            {"subject", subject},
                            {"country", views.country(raise.country.text())}}),
                       raise.could_raise});
    }
    return out;
}

}  // namespace

base::Result<PartnerExplanation> PartnerExplanationService::explain(const Asker& asker,
                                                                    const PartnerQuery& query,
                                                                    const std::string& candidate) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    auto read = read_query(query, *view.snapshot, usual_weights(knowledge_.store()).usual, asker.language);
    NamedOrganisations named(picture, asker.language);
    const OrganisationIndex who = named.find(candidate, "candidate");
    if (!read || !who.valid()) {
        base::Errors faults = read ? base::Errors{} : read.errors();
        faults.insert(faults.end(), named.faults().begin(), named.faults().end());
        return faults;
    }
    const auto notes = AskersNotes::load(knowledge_, asker, query.subject);
    if (!notes) return notes.errors();
    read.value().request.known = notes.value().known_in(picture);
    const match::PartnerRequest& request = read.value().request;
    const Views views(view, asker.language);
    PartnerExplanation out;
    if (request.subject.valid()) out.subject = views.brief(request.subject);
    if (!request.subject.valid() && request.wanted.empty()) {
        out.candidate.organisation = views.brief(who);
        out.standing = say(Phrase::NoneNeedNotUnderstood, asker.language);
        return out;
    }
    const auto found = match::explain_pair(picture, request, who);
    if (!found) return found.errors();
    out.rank = static_cast<std::int64_t>(found.value().rank);
    out.total = static_cast<std::int64_t>(found.value().total);
    out.candidate = partner_view(found.value().partner, found.value().rank, views);
    if (const auto* note = notes.value().latest_about(out.candidate.organisation.id)) {
        out.candidate.note = note_view(knowledge_, asker, views, *note);
    }
    out.standing = PlaceOnList(request, found.value(), views).text();
    if (found.value().exclusion != match::Exclusion::IsSubject) {
        out.raised_by = raised_by(request, found.value().partner, views);
    }
    return out;
}

}  // namespace kontor::service
