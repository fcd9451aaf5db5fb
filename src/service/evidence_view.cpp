// SPDX-License-Identifier: EUPL-1.2
#include "service/evidence_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "service/phrases.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

using match::EvidenceType;

std::string joined(const std::vector<Ref>& refs, std::size_t limit) {
    std::string out;
    for (std::size_t i = 0; i < std::min(limit, refs.size()); ++i) out += (i == 0 ? "" : ", ") + refs[i].name;
    return out;
}

/// Records behind a statement, each once, in the order in which they were named.
class RecordSet {
public:
    void add(Ref ref) {
        const bool known = std::any_of(refs_.begin(), refs_.end(),
                                       [&](const Ref& r) { return r.kind == ref.kind && r.id == ref.id; });
        if (!known) refs_.push_back(std::move(ref));
    }
    [[nodiscard]] std::vector<Ref> take() { return std::move(refs_); }

private:
    std::vector<Ref> refs_;
};

/// All records that a piece of evidence or a counter-reason names.
template <class E>
RecordSet records_of(const E& evidence, const Views& views) {
    RecordSet out;
    for (const auto organisation : evidence.organisations) out.add(views.ref(organisation));
    for (const auto project : evidence.projects) out.add(views.ref(project));
    for (const auto agreement : evidence.agreements) out.add(views.ref(agreement));
    for (const auto membership : evidence.memberships) {
        out.add(views.ref(views.picture().at(membership).member));
        out.add(views.ref(views.picture().at(membership).cluster));
    }
    for (const auto topic : evidence.topics) out.add(views.ref(topic));
    return out;
}

/// The phrase for a target region that is more than the country.
Phrase phrase_of_wider_region(EvidenceType type) {
    return type == EvidenceType::OurTargetRegion ? Phrase::EvidenceOurTargetHolds
                                                 : Phrase::EvidenceTheirTargetHolds;
}

/// The phrase for a type; SharedTopic and TheyHaveWeLack have a second one, see Sentence.
Phrase phrase_of(EvidenceType type) {
    switch (type) {
        case EvidenceType::SharedTopic:
            return Phrase::EvidenceSharedTopic;
        case EvidenceType::WantedTopicCovered:
            return Phrase::EvidenceWantedTopic;
        case EvidenceType::TheyOfferWeNeed:
            return Phrase::EvidenceTheyOffer;
        case EvidenceType::WeOfferTheyNeed:
            return Phrase::EvidenceWeOffer;
        case EvidenceType::TheyHaveWeLack:
            return Phrase::EvidenceTheyHave;
        case EvidenceType::EndUsers:
            return Phrase::EvidenceEndUsers;
        case EvidenceType::OtherValueStage:
            return Phrase::EvidenceOtherStage;
        case EvidenceType::SharedHouse:
            return Phrase::EvidenceSharedHouse;
        case EvidenceType::DirectTie:
            return Phrase::EvidenceDirectTie;
        case EvidenceType::ChainVia:
            return Phrase::EvidenceChain;
        case EvidenceType::MetBefore:
            return Phrase::EvidenceNotedMet;
        case EvidenceType::ProjectDone:
            return Phrase::EvidenceProjectDone;
        case EvidenceType::Coordinated:
            return Phrase::EvidenceCoordinated;
        case EvidenceType::AgreementSigned:
            return Phrase::EvidenceAgreement;
        case EvidenceType::ProgrammeKnown:
            return Phrase::EvidenceProgramme;
        case EvidenceType::WantedCountry:
            return Phrase::EvidenceWantedCountry;
        case EvidenceType::OurTargetRegion:
            return Phrase::EvidenceOurTarget;
        case EvidenceType::TheirTargetRegion:
            return Phrase::EvidenceTheirTarget;
        case EvidenceType::SameCountry:
            return Phrase::EvidenceSameCountry;
        case EvidenceType::SameRegion:
            return Phrase::EvidenceSameRegion;
        case EvidenceType::Near:
            return Phrase::EvidenceNear;
        case EvidenceType::ProfileConfirmed:
            return Phrase::EvidenceConfirmed;
        case EvidenceType::RecentProject:
            return Phrase::EvidenceRecentProject;
        case EvidenceType::Rest:
            return Phrase::EvidenceRest;
    }
    return Phrase::EvidenceRest;
}

/// The phrase for just one where another one counts.
Phrase phrase_of_one(Phrase phrase) {
    if (phrase == Phrase::EvidenceProgramme) return Phrase::EvidenceProgrammeOne;
    if (phrase == Phrase::CounterPoorProfileText) return Phrase::CounterPoorProfileTextOne;
    return phrase;
}

/// What is said when what one side wants is exactly what the other has.
Phrase phrase_of_one_topic(Phrase phrase) {
    if (phrase == Phrase::EvidenceTheyHave) return Phrase::EvidenceTheyHaveWanted;
    if (phrase == Phrase::EvidenceWantedTopic) return Phrase::EvidenceWantedTopicItself;
    if (phrase == Phrase::EvidenceTheyOffer) return Phrase::EvidenceTheyOfferItself;
    if (phrase == Phrase::EvidenceWeOffer) return Phrase::EvidenceWeOfferItself;
    return phrase;
}

Phrase phrase_of_note(model::PartnerOutcome outcome) {
    if (outcome == model::PartnerOutcome::Cooperated) return Phrase::EvidenceNotedCooperated;
    return outcome == model::PartnerOutcome::Accepted ? Phrase::EvidenceNotedAccepted
                                                      : Phrase::EvidenceNotedMet;
}

class Sentence {
public:
    Sentence(const match::Evidence& evidence, const Views& views) : evidence_(evidence), views_(views) {}

    [[nodiscard]] std::string text() const {
        const bool two_topics = evidence_.topics.size() > 1 && evidence_.topics[0] != evidence_.topics[1];
        // They come in the order asked/ours, theirs; only what they have and we lack is told the other way
        // round.
        const bool theirs_first = evidence_.type == EvidenceType::TheyHaveWeLack;
        Phrase phrase = phrase_of(evidence_.type);
        if (evidence_.type == EvidenceType::SharedTopic && two_topics) phrase = Phrase::EvidenceRelatedTopics;
        if (!evidence_.region.empty()) phrase = phrase_of_wider_region(evidence_.type);
        if (!two_topics) phrase = phrase_of_one_topic(phrase);
        if (evidence_.outcome) phrase = phrase_of_note(*evidence_.outcome);
        if (std::llround(evidence_.number) == 1) phrase = phrase_of_one(phrase);
        const std::string ours = topic(theirs_first ? 1 : 0);
        const std::string theirs = topic(theirs_first ? 0 : 1);
        const std::string number = fmt::format("{}", std::llround(evidence_.number));
        const bool is_day = evidence_.type == EvidenceType::ProfileConfirmed ||
                            evidence_.type == EvidenceType::RecentProject || evidence_.outcome;
        const std::vector<std::string> records = record_names();
        const auto record = [&](std::size_t i) { return i < records.size() ? records[i] : std::string(); };
        return say(
            phrase, views_.language(),
            {{"topic", ours},
             {"ours", ours},
             {"asked", ours},
             {"theirs", theirs},
             {"offered", theirs},
             {"count", number},
             {"year", number},
             {"kilometres", number},
             {"date",
              is_day ? spoken_day(static_cast<network::Day>(evidence_.number), views_.language()) : ""},
             {"names", organisations(3)},
             {"via", organisations(1)},
             {"kind", stage()},
             {"record", record(0)},
             {"project", record(0)},
             {"agreement", record(0)},
             {"first", record(0)},
             {"second", record(records.size() > 1 ? 1 : 0)},
             {"programme", evidence_.programme.valid() ? views_.ref(evidence_.programme).name : ""},
             {"country", views_.country(evidence_.country.text())},
             {"region", text::region_name(evidence_.region, views_.language())}});
    }

private:
    [[nodiscard]] std::string topic(std::size_t position) const {
        if (evidence_.topics.empty()) return {};
        return views_.ref(evidence_.topics[std::min(position, evidence_.topics.size() - 1)]).name;
    }
    [[nodiscard]] std::string stage() const {
        if (evidence_.organisations.empty()) return {};
        return code_label("organisation", model::word(views_.picture().kind(evidence_.organisations.front())),
                          views_.language());
    }
    [[nodiscard]] std::string organisations(std::size_t limit) const {
        std::vector<Ref> refs;
        for (const auto organisation : evidence_.organisations) refs.push_back(views_.ref(organisation));
        return joined(refs, limit);
    }
    /// Projects, agreements, delegations and memberships of the evidence, in this order of kinds.
    [[nodiscard]] std::vector<std::string> record_names() const {
        std::vector<std::string> names;
        for (const auto project : evidence_.projects) names.push_back(views_.ref(project).name);
        for (const auto agreement : evidence_.agreements) names.push_back(views_.ref(agreement).name);
        for (const auto delegation : evidence_.delegations) names.push_back(views_.ref(delegation).name);
        for (const auto membership : evidence_.memberships) {
            const network::Membership found = views_.picture().at(membership);
            names.push_back(views_.ref(found.member).name + " → " + views_.ref(found.cluster).name);
        }
        return names;
    }

    const match::Evidence& evidence_;
    const Views& views_;
};

bool is_noted(match::CounterReasonType type) {
    return type == match::CounterReasonType::Declined || type == match::CounterReasonType::AskedAlready;
}

struct CounterPhrases {
    Phrase label;
    Phrase text;
};

CounterPhrases phrases_of(match::CounterReasonType type) {
    using match::CounterReasonType;
    switch (type) {
        case CounterReasonType::SameNiche:
            return {Phrase::CounterSameNiche, Phrase::CounterSameNicheText};
        case CounterReasonType::StaleProfile:
            return {Phrase::CounterStaleProfile, Phrase::CounterStaleProfileText};
        case CounterReasonType::ProfileUndated:
            return {Phrase::CounterProfileUndated, Phrase::CounterProfileUndatedText};
        case CounterReasonType::AlreadyPartner:
            return {Phrase::CounterAlreadyPartner, Phrase::CounterAlreadyPartnerText};
        case CounterReasonType::PoorProfile:
            return {Phrase::CounterPoorProfile, Phrase::CounterPoorProfileText};
        case CounterReasonType::MembershipEnded:
            return {Phrase::CounterMembershipEnded, Phrase::CounterMembershipEndedText};
        case CounterReasonType::AgreementLapsed:
            return {Phrase::CounterAgreementLapsed, Phrase::CounterAgreementLapsedText};
        case CounterReasonType::OnlyOldProjects:
            return {Phrase::CounterOnlyOldProjects, Phrase::CounterOnlyOldProjectsText};
        case CounterReasonType::WellKnown:
            return {Phrase::CounterWellKnown, Phrase::CounterWellKnownText};
        case CounterReasonType::AlikeAbove:
            return {Phrase::CounterAlikeAbove, Phrase::CounterAlikeAboveText};
        case CounterReasonType::Declined:
            return {Phrase::CounterDeclined, Phrase::CounterDeclinedText};
        case CounterReasonType::AskedAlready:
            return {Phrase::CounterAskedAlready, Phrase::CounterAskedAlreadyText};
    }
    return {Phrase::CounterPoorProfile, Phrase::CounterPoorProfileText};
}

}  // namespace

Evidence evidence_view(const match::Evidence& evidence, const Views& views) {
    Evidence out;
    out.text = Sentence(evidence, views).text();
    out.value = evidence.share;
    out.loss = evidence.loss;
    RecordSet records = records_of(evidence, views);
    for (const auto delegation : evidence.delegations) records.add(views.ref(delegation));
    if (evidence.programme.valid()) records.add(views.ref(evidence.programme));
    out.records = records.take();
    return out;
}

CounterReason counter_reason_view(const match::CounterReason& reason, const Views& views) {
    const CounterPhrases phrases = phrases_of(reason.type);
    std::vector<Ref> topics;
    for (const auto topic : reason.topics) topics.push_back(views.ref(topic));
    CounterReason out;
    out.type = match::word(reason.type);
    out.label = say(phrases.label, views.language());
    out.contribution = reason.contribution;
    out.records = records_of(reason, views).take();
    const bool is_one = std::llround(reason.number) == 1;
    out.text = say(is_one ? phrase_of_one(phrases.text) : phrases.text, views.language(),
                   {{"percent", fmt::format("{}", std::llround(reason.number * 100))},
                    {"topics", joined(topics, 3)},
                    {"months", fmt::format("{}", std::llround(reason.number / 30.44))},
                    {"count", fmt::format("{}", std::llround(reason.number))},
                    {"year", fmt::format("{}", std::llround(reason.number))},
                    {"date", is_noted(reason.type)
                                 ? spoken_day(static_cast<network::Day>(reason.number), views.language())
                                 : ""},
                    {"names", joined(out.records, 2)},
                    {"records", joined(out.records, 3)}});
    return out;
}

std::string missing_view(const match::Missing& missing, const Views& views) {
    const Phrase side = missing.side == match::Side::Candidate ? Phrase::MissingTheirs : Phrase::MissingOurs;
    return say(side, views.language(),
               {{"datum", code_label("missing", match::word(missing.datum), views.language())}});
}

}  // namespace kontor::service
