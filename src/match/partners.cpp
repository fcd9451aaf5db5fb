// SPDX-License-Identifier: EUPL-1.2
#include "match/partners.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "match/candidates.hpp"
#include "match/parts.hpp"
#include "match/request_check.hpp"

namespace kontor::match {
namespace {

std::size_t at(Part part) {
    return static_cast<std::size_t>(part);
}

struct Ranked {
    OrganisationIndex organisation;
    double score = 0;
};

/// Best first. Scores are compared to twelve digits, so that the order of summation decides nothing.
void sort_ranked(std::vector<Ranked>::iterator first, std::vector<Ranked>::iterator last) {
    const auto key = [](const Ranked& one) {
        return std::tuple(-std::llround(one.score * 1e12), one.organisation);
    };
    std::sort(first, last, [&key](const Ranked& a, const Ranked& b) { return key(a) < key(b); });
}

/// One request over one scene.
class Matching {
public:
    Matching(const Scene& scene, const PartnerRequest& request)
        : scene_(scene),
          request_(request),
          subject_(scene, request),
          filter_(scene, subject_, request),
          weights_(normalised_weights(request)),
          applicable_(applicable_parts(request)),
          scratch_(scene.picture().organisation_count()) {}

    [[nodiscard]] Partner evaluate(OrganisationIndex organisation, Detail detail) {
        Candidate candidate;
        describe(scene_, organisation, candidate);
        std::array<PartValue, kParts> values;
        values[at(Part::TopicFit)] = topic_fit(scene_, subject_, candidate, detail);
        values[at(Part::Complementarity)] =
            complementarity(scene_, {subject_, candidate, values[at(Part::TopicFit)].value}, detail);
        if (subject_.known()) {
            values[at(Part::WarmPath)] = warm_path(scene_, subject_, organisation, scratch_, detail);
        }
        const double relevance =
            relevance_of(values[at(Part::TopicFit)].value, values[at(Part::WarmPath)].value);
        values[at(Part::TrackRecord)] = track_record(scene_, organisation, relevance, detail);
        if (applicable_[at(Part::Place)]) {
            values[at(Part::Place)] = place(scene_, subject_, candidate, request_.wanted_countries, detail);
        }
        values[at(Part::Freshness)] = freshness(scene_, organisation, detail);
        Partner out = summed(organisation, values);
        CounterReasons against =
            counter_reasons(scene_, {subject_, candidate, request_.filters.existing}, detail);
        out.score += against.sum;
        out.counter_reasons = std::move(against.reasons);
        if (detail == Detail::Evidence) out.missing = missing_data(scene_, subject_, candidate, out.parts);
        return out;
    }

    /// All candidates by their quick score; nobody with whom there is nothing at all to talk about.
    [[nodiscard]] std::vector<Ranked> rank(std::size_t& considered) const {
        const Candidates found = find_candidates(scene_, subject_, filter_);
        considered = found.considered;
        std::vector<Ranked> out;
        Candidate candidate;
        for (const OrganisationIndex one : found.organisations) {
            describe(scene_, one, candidate);
            if (const std::optional<double> score = quick_score(candidate)) out.push_back({one, *score});
        }
        sort_ranked(out.begin(), out.end());
        return out;
    }

    /// Replaces the quick scores of the block that contains `position` by exact ones and orders it anew.
    void refine(std::vector<Ranked>& ranked, std::size_t position) {
        const std::size_t first = position / Bounds::kRefined * Bounds::kRefined;
        const std::size_t last = std::min(ranked.size(), first + Bounds::kRefined);
        for (std::size_t i = first; i < last; ++i) {
            ranked[i].score = evaluate(ranked[i].organisation, Detail::Score).score;
        }
        sort_ranked(ranked.begin() + static_cast<std::ptrdiff_t>(first),
                    ranked.begin() + static_cast<std::ptrdiff_t>(last));
    }

    [[nodiscard]] const Filter& filter() const { return filter_; }

private:
    [[nodiscard]] Partner summed(OrganisationIndex organisation,
                                 std::array<PartValue, kParts>& values) const {
        Partner out;
        out.organisation = organisation;
        for (std::size_t i = 0; i < kParts; ++i) {
            PartScore& part = out.parts[i];
            part.part = static_cast<Part>(i);
            part.applicable = applicable_[i];
            part.value = values[i].value;
            part.weight = weights_[i];
            part.contribution = part.weight * part.value;
            part.evidence = std::move(values[i].evidence);
            out.score += part.contribution;
        }
        return out;
    }

    [[nodiscard]] std::optional<double> quick_score(const Candidate& candidate) const {
        const OrganisationIndex organisation = candidate.organisation;
        const double fit = topic_fit(scene_, subject_, candidate, Detail::Score).value;
        const double complement = complementarity(scene_, {subject_, candidate, fit}, Detail::Score).value;
        const double warm = subject_.known() ? warm_path_estimate(scene_, subject_, organisation) : 0;
        const bool asked = weights_[at(Part::TopicFit)] + weights_[at(Part::Complementarity)] +
                               weights_[at(Part::WarmPath)] >
                           0;
        if (asked && fit + complement + warm <= 0) return std::nullopt;
        double experience = 0;
        for (const OrganisationIndex voice : voices(scene_, organisation))
            experience += scene_.experience(voice);
        double score = weights_[at(Part::TopicFit)] * fit + weights_[at(Part::Complementarity)] * complement +
                       weights_[at(Part::WarmPath)] * warm +
                       weights_[at(Part::TrackRecord)] * relevance_of(fit, warm) * record_value(experience) +
                       weights_[at(Part::Freshness)] * freshness(scene_, organisation, Detail::Score).value;
        if (applicable_[at(Part::Place)]) {
            score += weights_[at(Part::Place)] *
                     place(scene_, subject_, candidate, request_.wanted_countries, Detail::Score).value;
        }
        score += counter_reasons(scene_, {subject_, candidate, request_.filters.existing}, Detail::Score).sum;
        return score;
    }

    const Scene& scene_;
    const PartnerRequest& request_;
    Subject subject_;
    Filter filter_;
    std::array<double, kParts> weights_;
    std::array<bool, kParts> applicable_;
    WarmScratch scratch_;
};

void remove_tie(std::vector<Removed>& out, const network::Picture& picture, network::TieIndex index) {
    const network::Tie& tie = picture.at(index);
    switch (tie.kind) {
        case network::TieKind::Project:
            out.push_back({Removed::What::Project, tie.record, {}});
            break;
        case network::TieKind::Membership:
            out.push_back({Removed::What::Membership, tie.record, {}});
            break;
        case network::TieKind::Agreement:
            out.push_back({Removed::What::Agreement, tie.record, {}});
            break;
        case network::TieKind::Delegation:
            out.push_back({Removed::What::Delegation, tie.record, {}});
            break;
        case network::TieKind::Management:
            break;
    }
}

void remove_records(std::vector<Removed>& out, const Evidence& evidence) {
    for (const auto one : evidence.projects) out.push_back({Removed::What::Project, one.value, {}});
    for (const auto one : evidence.memberships) out.push_back({Removed::What::Membership, one.value, {}});
    for (const auto one : evidence.agreements) out.push_back({Removed::What::Agreement, one.value, {}});
    for (const auto one : evidence.delegations) out.push_back({Removed::What::Delegation, one.value, {}});
}

/// The records whose absence the loss of this evidence is about; empty when it is none that can be taken
/// away.
std::vector<Removed> records_behind(const network::Picture& picture, const Evidence& evidence,
                                    OrganisationIndex candidate) {
    std::vector<Removed> out;
    switch (evidence.type) {
        case EvidenceType::SharedTopic:
        case EvidenceType::WantedTopicCovered:
        case EvidenceType::TheyHaveWeLack:
            out.push_back({Removed::What::Topic, evidence.topics[1].value, candidate});
            break;
        case EvidenceType::TheyOfferWeNeed:
            out.push_back({Removed::What::Offer, evidence.topics[1].value, candidate});
            break;
        case EvidenceType::WeOfferTheyNeed:
            out.push_back({Removed::What::Need, evidence.topics[0].value, candidate});
            break;
        case EvidenceType::ChainVia:
            for (const network::TieIndex tie : evidence.their_ties) remove_tie(out, picture, tie);
            break;
        case EvidenceType::MetBefore:
            out.push_back({Removed::What::Note, evidence.note, {}});
            break;
        case EvidenceType::SharedHouse:
        case EvidenceType::DirectTie:
        case EvidenceType::ProjectDone:
        case EvidenceType::Coordinated:
        case EvidenceType::AgreementSigned:
        case EvidenceType::RecentProject:
            remove_records(out, evidence);
            break;
        case EvidenceType::EndUsers:
        case EvidenceType::OtherValueStage:
        case EvidenceType::ProgrammeKnown:
        case EvidenceType::WantedCountry:
        case EvidenceType::OurTargetRegion:
        case EvidenceType::TheirTargetRegion:
        case EvidenceType::SameCountry:
        case EvidenceType::SameRegion:
        case EvidenceType::Near:
        case EvidenceType::ProfileConfirmed:
        case EvidenceType::Rest:
            break;
    }
    return out;
}

void add_losses(const network::Picture& picture, const PartnerRequest& request, Partner& partner) {
    for (PartScore& part : partner.parts) {
        for (Evidence& evidence : part.evidence) {
            std::vector<Removed> removed = records_behind(picture, evidence, partner.organisation);
            if (removed.empty()) continue;
            const Scene without(picture, std::move(removed));
            const Partner changed = Matching(without, request).evaluate(partner.organisation, Detail::Score);
            evidence.loss = part.value - changed.parts[at(part.part)].value;
        }
    }
}

}  // namespace

base::Result<PartnerAnswer> find_partners(const network::Picture& picture, const PartnerRequest& request) {
    if (base::Errors faults = faults_of(picture, request); !faults.empty()) return faults;
    const Scene scene(picture);
    Matching matching(scene, request);
    PartnerAnswer answer;
    std::vector<Ranked> ranked = matching.rank(answer.considered);
    answer.total = ranked.size();
    if (ranked.empty()) answer.reason = why_nobody(scene, matching.filter());
    const std::size_t first = std::min(request.offset, ranked.size());
    const std::size_t last = std::min(first + request.limit, ranked.size());
    for (std::size_t block = first / Bounds::kRefined * Bounds::kRefined; block < last;
         block += Bounds::kRefined) {
        matching.refine(ranked, block);
    }
    for (std::size_t i = first; i < last; ++i) {
        answer.partners.push_back(matching.evaluate(ranked[i].organisation, Detail::Evidence));
    }
    return answer;
}

base::Result<PairExplanation> explain_pair(const network::Picture& picture, const PartnerRequest& request,
                                           network::OrganisationIndex candidate) {
    base::Errors faults = faults_of(picture, request);
    if (!candidate.valid() || candidate.value >= picture.organisation_count()) {
        base::Error error;
        error.code = base::ErrorCode::ReferenceUnknown;
        error.arguments = {{"field", "candidate"}, {"id", std::to_string(candidate.value)}};
        error.place.field = "candidate";
        faults.push_back(std::move(error));
    }
    if (!faults.empty()) return faults;
    const Scene scene(picture);
    Matching matching(scene, request);
    PairExplanation out;
    out.exclusion = matching.filter().check(candidate);
    out.partner = matching.evaluate(candidate, Detail::Evidence);
    add_losses(picture, request, out.partner);
    if (out.exclusion != Exclusion::None) return out;
    std::size_t considered = 0;
    std::vector<Ranked> ranked = matching.rank(considered);
    const auto is_candidate = [candidate](const Ranked& one) { return one.organisation == candidate; };
    auto found = std::find_if(ranked.begin(), ranked.end(), is_candidate);
    if (found == ranked.end()) return out;
    matching.refine(ranked, static_cast<std::size_t>(found - ranked.begin()));
    found = std::find_if(ranked.begin(), ranked.end(), is_candidate);
    out.rank = static_cast<std::size_t>(found - ranked.begin()) + 1;
    return out;
}

}  // namespace kontor::match
