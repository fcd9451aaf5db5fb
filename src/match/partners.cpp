// SPDX-License-Identifier: EUPL-1.2
#include "match/partners.hpp"

#include <algorithm>

#include "match/candidates.hpp"
#include "match/parts.hpp"
#include "match/request_check.hpp"
#include "match/spread.hpp"

namespace kontor::match {
namespace {

std::size_t at(Part part) {
    return static_cast<std::size_t>(part);
}

/// One request over one scene.
class Matching {
public:
    /// A list to be made, or one candidate looked at.
    enum class Looks : std::uint8_t { AtOne, AtMany };
    Matching(const Scene& scene, const PartnerRequest& request, Looks looks)
        : scene_(scene),
          request_(request),
          subject_(scene, request),
          filter_(scene, subject_, request),
          weights_(normalised_weights(request)),
          applicable_(applicable_parts(request)),
          scratch_(scene.picture().organisation_count(),
                   looks == Looks::AtMany ? scene.picture().tie_count() : 0) {}

    [[nodiscard]] Partner evaluate(OrganisationIndex organisation, Detail detail) {
        Candidate candidate;
        describe(scene_, organisation, candidate);
        std::array<PartValue, kParts> values;
        values[at(Part::TopicFit)] = topic_fit(scene_, subject_, candidate, detail);
        values[at(Part::Complementarity)] = complementarity(
            scene_, {subject_, candidate, values[at(Part::TopicFit)].value, request_.emphasis}, detail);
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
        CounterReasons against = counter_reasons(scene_, counter_input(candidate), detail);
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
            if (const std::optional<double> score = quick_score(candidate)) out.push_back({one, *score, 0});
        }
        sort_ranked(out.begin(), out.end());
        return out;
    }

    /// Brings the places from `first` to before `last` into their final order.
    void settle(std::vector<Ranked>& ranked, std::size_t first, std::size_t last) {
        const bool spreads = request_.spread != Spread::None && first < kSpreadWindow;
        const std::size_t begin = spreads ? 0 : first / Bounds::kRefined * Bounds::kRefined;
        const std::size_t end = std::min(ranked.size(), spreads ? std::max(last, kSpreadWindow) : last);
        for (std::size_t block = begin; block < end; block += Bounds::kRefined) refine(ranked, block);
        if (spreads) spread_out(scene_.picture(), request_.spread, ranked);
    }

    [[nodiscard]] const Filter& filter() const { return filter_; }

private:
    [[nodiscard]] CounterInput counter_input(const Candidate& candidate) const {
        return {subject_, candidate, request_.filters.existing, request_.emphasis};
    }

    /// Replaces the quick scores of the block that begins at `first` by exact ones and orders it anew.
    void refine(std::vector<Ranked>& ranked, std::size_t first) {
        const std::size_t last = std::min(ranked.size(), first + Bounds::kRefined);
        for (std::size_t i = first; i < last; ++i) {
            ranked[i].score = evaluate(ranked[i].organisation, Detail::Score).score;
        }
        sort_ranked(ranked.begin() + static_cast<std::ptrdiff_t>(first),
                    ranked.begin() + static_cast<std::ptrdiff_t>(last));
    }

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
        const double complement =
            complementarity(scene_, {subject_, candidate, fit, request_.emphasis}, Detail::Score).value;
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
        score += counter_reasons(scene_, counter_input(candidate), Detail::Score).sum;
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
            const Partner changed = Matching(without, request, Matching::Looks::AtOne)
                                        .evaluate(partner.organisation, Detail::Score);
            evidence.loss = part.value - changed.parts[at(part.part)].value;
        }
    }
}

void add_alike_above(const network::Picture& picture, Spread spread, const std::vector<Ranked>& ranked,
                     std::size_t place, Partner& partner) {
    constexpr std::size_t kNamed = 6;
    if (!(ranked[place].spread < 0)) return;
    CounterReason reason;
    reason.type = CounterReasonType::AlikeAbove;
    reason.contribution = ranked[place].spread;
    reason.organisations = alike_above(picture, spread, ranked, place, kNamed);
    reason.number = static_cast<double>(reason.organisations.size());
    partner.score += reason.contribution;
    partner.counter_reasons.push_back(std::move(reason));
}

base::Errors faults_of_pair(const network::Picture& picture, const PartnerRequest& request,
                            OrganisationIndex candidate) {
    base::Errors faults = faults_of(picture, request);
    if (!candidate.valid() || candidate.value >= picture.organisation_count()) {
        base::Error error;
        error.code = base::ErrorCode::ReferenceUnknown;
        error.arguments = {{"field", "candidate"}, {"id", std::to_string(candidate.value)}};
        error.place.field = "candidate";
        faults.push_back(std::move(error));
    }
    return faults;
}

}  // namespace

base::Result<PartnerAnswer> find_partners(const network::Picture& picture, const PartnerRequest& request) {
    if (base::Errors faults = faults_of(picture, request); !faults.empty()) return faults;
    const Scene scene(picture);
    Matching matching(scene, request, Matching::Looks::AtMany);
    PartnerAnswer answer;
    std::vector<Ranked> ranked = matching.rank(answer.considered);
    answer.total = ranked.size();
    if (ranked.empty()) answer.reason = why_nobody(scene, matching.filter());
    const std::size_t first = std::min(request.offset, ranked.size());
    const std::size_t last = std::min(first + request.limit, ranked.size());
    matching.settle(ranked, first, last);
    for (std::size_t i = first; i < last; ++i) {
        answer.partners.push_back(matching.evaluate(ranked[i].organisation, Detail::Evidence));
        add_alike_above(picture, request.spread, ranked, i, answer.partners.back());
    }
    return answer;
}

base::Result<PairExplanation> explain_pair(const network::Picture& picture, const PartnerRequest& request,
                                           network::OrganisationIndex candidate) {
    if (base::Errors faults = faults_of_pair(picture, request, candidate); !faults.empty()) return faults;
    const Scene scene(picture);
    Matching matching(scene, request, Matching::Looks::AtMany);
    PairExplanation out;
    out.exclusion = matching.filter().check(candidate);
    out.partner = matching.evaluate(candidate, Detail::Evidence);
    add_losses(picture, request, out.partner);
    std::size_t considered = 0;
    std::vector<Ranked> ranked = matching.rank(considered);
    out.total = ranked.size();
    const auto is_candidate = [candidate](const Ranked& one) { return one.organisation == candidate; };
    auto found = std::find_if(ranked.begin(), ranked.end(), is_candidate);
    if (found == ranked.end()) return out;
    const auto place = static_cast<std::size_t>(found - ranked.begin());
    matching.settle(ranked, place, place + 1);
    found = std::find_if(ranked.begin(), ranked.end(), is_candidate);
    add_alike_above(picture, request.spread, ranked, static_cast<std::size_t>(found - ranked.begin()),
                    out.partner);
    out.rank = static_cast<std::size_t>(found - ranked.begin()) + 1;
    return out;
}

base::Result<std::vector<BareParts>> bare_parts(const network::Picture& picture,
                                                const PartnerRequest& request,
                                                const std::vector<network::OrganisationIndex>& wanted,
                                                std::size_t others) {
    if (base::Errors faults = faults_of(picture, request); !faults.empty()) return faults;
    const Scene scene(picture);
    Matching matching(scene, request, Matching::Looks::AtMany);
    std::vector<BareParts> out;
    const auto add = [&](network::OrganisationIndex one, double stands_for) {
        const Partner partner = matching.evaluate(one, Detail::Score);
        BareParts bare{one, {}, partner.score, known_value(projects_of(scene, one)), stands_for, true};
        for (const PartScore& part : partner.parts) {
            bare.values[at(part.part)] = part.value;
            bare.against -= part.contribution;
        }
        out.push_back(bare);
    };
    for (const network::OrganisationIndex one : wanted) add(one, 1);
    std::size_t considered = 0;
    std::vector<Ranked> ranked = matching.rank(considered);
    for (BareParts& one : out) {
        one.listed = std::any_of(ranked.begin(), ranked.end(), [&one](const Ranked& other) {
            return other.organisation == one.organisation;
        });
    }
    ranked.erase(std::remove_if(ranked.begin(), ranked.end(),
                                [&](const Ranked& one) {
                                    return std::find(wanted.begin(), wanted.end(), one.organisation) !=
                                           wanted.end();
                                }),
                 ranked.end());
    const std::size_t first = std::min(ranked.size(), others / 2);
    for (std::size_t i = 0; i < first; ++i) add(ranked[i].organisation, 1);
    const std::size_t rest = ranked.size() - first;
    const std::size_t drawn = std::min(rest, others - others / 2);
    for (std::size_t i = 0; i < drawn; ++i) {
        add(ranked[first + i * rest / drawn].organisation,
            static_cast<double>(rest) / static_cast<double>(drawn));
    }
    return out;
}

base::Result<Partner> judge_pair(const network::Picture& picture, const PartnerRequest& request,
                                 network::OrganisationIndex candidate) {
    if (base::Errors faults = faults_of_pair(picture, request, candidate); !faults.empty()) return faults;
    const Scene scene(picture);
    return Matching(scene, request, Matching::Looks::AtOne).evaluate(candidate, Detail::Evidence);
}

}  // namespace kontor::match
