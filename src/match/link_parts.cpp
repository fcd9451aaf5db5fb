// SPDX-License-Identifier: EUPL-1.2
// The warm path, and what joins the two already.
#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "match/parts.hpp"

namespace kontor::match {
namespace {

using network::Picture;
using network::Standing;
using network::Tie;
using network::TieIndex;
using network::TieKind;

constexpr double kHalfWarmth = 0.15;
constexpr double kChainWeight = 0.5;
constexpr std::size_t kMostEvidence = 6;
constexpr std::size_t kChainTiesNamed = 4;
constexpr std::size_t kFirstTiesSearched = 200;
constexpr std::size_t kEstimateMembers = 200;
constexpr double kVoice = 0.9;  // house weight of those who do not owe it to a membership

void name_record(Evidence& evidence, const Picture& picture, TieIndex tie) {
    const Tie& at = picture.at(tie);
    switch (at.kind) {
        case TieKind::Project:
            evidence.projects.emplace_back(at.record);
            break;
        case TieKind::Membership:
            evidence.memberships.emplace_back(at.record);
            break;
        case TieKind::Agreement:
            evidence.agreements.emplace_back(at.record);
            break;
        case TieKind::Delegation:
            evidence.delegations.emplace_back(at.record);
            break;
        case TieKind::Management:
            evidence.organisations.emplace_back(at.record);
            break;
    }
}

/// The house member that weighs most in a tie.
template <class Weight>
OrganisationIndex foremost(const Picture& picture, TieIndex tie, const Weight& weight) {
    OrganisationIndex best;
    double most = 0;
    for (const OrganisationIndex one : picture.organisations(tie)) {
        if (weight(one) > most) {
            most = weight(one);
            best = one;
        }
    }
    return best;
}

class WarmPath {
public:
    WarmPath(const Scene& scene, const Subject& subject, OrganisationIndex candidate, WarmScratch& scratch)
        : scene_(scene),
          picture_(scene.picture()),
          subject_(subject),
          candidate_(candidate),
          house_(house_of(scene, candidate)),
          scratch_(scratch) {
        for (const HouseMember& one : house_) scratch_.house[one.organisation.value] = one.weight;
        own_ties_ = ties_of_house(scene_, candidate_, house_, Bounds::kPairTies);
    }
    ~WarmPath() {
        for (const HouseMember& one : house_) scratch_.house[one.organisation.value] = 0;
        for (const OrganisationIndex via : scratch_.vias) scratch_.via[via.value] = 0;
        scratch_.vias.clear();
        scratch_.links.clear();
    }
    WarmPath(const WarmPath&) = delete;
    WarmPath& operator=(const WarmPath&) = delete;

    PartValue value(Detail detail) {
        Sheet sheet(detail, kMostEvidence);
        add_notes(sheet);
        add_shared(sheet);
        double chains = 0;
        for (const TieIndex tie : own_ties_) {
            const Weights in = weights_in(tie);
            if (in.ours > 0) add_direct(sheet, tie, in);
            if (in.reach == 0) continue;
            if (detail == Detail::Evidence) {
                each_chain(tie, in, [this](const LastLink& link) { note(link); });
            } else if (in.ours == 0 && house_.size() == 1) {
                chains += kChainWeight * ties_[tie.value].strength * (in.reach - subject_.reach(candidate_));
            } else {
                each_chain(tie, in, [&chains](const LastLink& link) { chains += link.amount; });
            }
        }
        if (detail == Detail::Evidence) {
            add_vias(sheet);
        } else {
            sheet.add(chains, [] { return Evidence{}; });
        }
        const double value = warmth_value(sheet.sum());
        return {value, sheet.evidence(value)};
    }

private:
    double ours(OrganisationIndex one) const { return subject_.house_weight(one); }
    double theirs(OrganisationIndex one) const {
        if (house_.size() == 1) return one == candidate_ ? 1 : 0;
        return scratch_.house[one.value];
    }
    bool makes_our_house(TieIndex tie) const {
        return subject_.known() && makes_house(scene_, tie, subject_.organisation());
    }

    void add_notes(Sheet& sheet) const {
        for (const KnownOutcomes::Warmth& one : subject_.outcomes().warmths(candidate_)) {
            sheet.add(one.amount, [&] {
                Evidence out;
                out.type = EvidenceType::MetBefore;
                out.number = static_cast<double>(one.day);
                out.outcome = one.outcome;
                out.note = one.note;
                out.organisations = {candidate_};
                return out;
            });
        }
    }

    void add_shared(Sheet& sheet) {
        for (const HouseMember& one : house_) {
            sheet.add(one.weight * ours(one.organisation), [&] {
                Evidence out;
                out.type = EvidenceType::SharedHouse;
                out.organisations = {one.organisation};
                const std::array<bool, 2> by_membership{one.weight < kVoice, ours(one.organisation) < kVoice};
                const std::array<OrganisationIndex, 2> clusters{candidate_, subject_.organisation()};
                for (const network::MembershipIndex at : picture_.memberships(one.organisation)) {
                    if (scene_.gone(at) || picture_.at(at).standing != Standing::Current) continue;
                    for (std::size_t side = 0; side < 2; ++side) {
                        if (by_membership[side] && picture_.at(at).cluster == clusters[side]) {
                            out.memberships.push_back(at);
                        }
                    }
                }
                return out;
            });
        }
    }

    /// Sums over the organisations of a tie.
    struct Weights {
        double ours = 0;
        double theirs = 0;
        double both = 0;
        double reach = 0;
    };
    Weights weights_in(TieIndex tie) const {
        const WarmScratch::Sums sums = our_sums(tie);
        Weights out{sums.house, 0, 0, sums.reach};
        if (house_.size() == 1) {
            out.theirs = 1;
            out.both = ours(candidate_);
            return out;
        }
        for (const OrganisationIndex one : members_.of(tie.value)) {
            out.theirs += theirs(one);
            out.both += ours(one) * theirs(one);
        }
        return out;
    }
    WarmScratch::Sums our_sums(TieIndex tie) const {
        if (scratch_.sums.empty()) return summed(tie);
        WarmScratch::Sums& sums = scratch_.sums[tie.value];
        if (sums.house == WarmScratch::Sums::kUnknown) sums = summed(tie);
        return sums;
    }
    WarmScratch::Sums summed(TieIndex tie) const {
        WarmScratch::Sums sums;
        sums.house = 0;
        for (const OrganisationIndex one : members_.of(tie.value)) {
            sums.house += ours(one);
            sums.reach += subject_.reach(one);
        }
        return sums;
    }

    void add_direct(Sheet& sheet, TieIndex tie, const Weights& in) {
        if (makes_our_house(tie)) return;
        const double pairs = std::min(1.0, in.ours * in.theirs - in.both);
        sheet.add(ties_[tie.value].strength * pairs, [&] {
            Evidence out;
            out.type = EvidenceType::DirectTie;
            out.organisations = {foremost(picture_, tie, [this](OrganisationIndex o) { return ours(o); }),
                                 foremost(picture_, tie, [this](OrganisationIndex o) { return theirs(o); })};
            name_record(out, picture_, tie);
            return out;
        });
    }

    /// All chains over one organisation in between that end with `tie`.
    template <class Visit>
    void each_chain(TieIndex tie, const Weights& in, const Visit& visit) const {
        const double strength = ties_[tie.value].strength;
        const bool own = in.ours > 0 && makes_our_house(tie);
        for (const OrganisationIndex via : members_.of(tie.value)) {
            const double far = std::min(1.0, in.theirs - theirs(via));
            if (!(far > 0) || via == subject_.organisation() || via == candidate_) continue;
            // The same tie at both ends is the direct one, not a chain.
            const double same = own ? 0 : strength * std::min(1.0, in.ours - ours(via));
            const double near = subject_.reach(via) - same;
            if (near > kNothing) visit({via, kChainWeight * strength * far * near, tie});
        }
    }

    void note(const LastLink& link) {
        double& sum = scratch_.via[link.via.value];
        if (sum == 0) scratch_.vias.push_back(link.via);
        sum += link.amount;
        scratch_.links.push_back(link);
    }

    void add_vias(Sheet& sheet) {
        std::vector<OrganisationIndex>& vias = scratch_.vias;
        const auto wanted = static_cast<std::ptrdiff_t>(std::min(vias.size(), kMostEvidence));
        std::partial_sort(vias.begin(), vias.begin() + wanted, vias.end(),
                          [this](OrganisationIndex a, OrganisationIndex b) {
                              const double x = scratch_.via[a.value];
                              const double y = scratch_.via[b.value];
                              return x != y ? x > y : a < b;
                          });
        std::vector<LastLink> links;
        std::copy_if(scratch_.links.begin(), scratch_.links.end(), std::back_inserter(links),
                     [&](const LastLink& link) {
                         const auto last = vias.begin() + wanted;
                         return std::find(vias.begin(), last, link.via) != last;
                     });
        std::stable_sort(links.begin(), links.end(),
                         [](const LastLink& a, const LastLink& b) { return a.amount > b.amount; });
        for (const OrganisationIndex via : vias) {
            sheet.add(scratch_.via[via.value], [&] { return chain_evidence(via, links); });
        }
    }

    /// `links`: strongest first, of several organisations in between.
    Evidence chain_evidence(OrganisationIndex via, const std::vector<LastLink>& links) {
        Evidence out;
        out.type = EvidenceType::ChainVia;
        for (const LastLink& link : links) {
            if (link.via == via && out.their_ties.size() < kChainTiesNamed)
                out.their_ties.push_back(link.tie);
        }
        std::size_t left = kFirstTiesSearched;
        for (const TieIndex tie : picture_.ties(via)) {
            if (left-- == 0 || out.our_ties.size() == kChainTiesNamed) break;
            if (scene_.gone(tie) || makes_house(scene_, tie, subject_.organisation())) continue;
            if (std::find(out.their_ties.begin(), out.their_ties.end(), tie) != out.their_ties.end())
                continue;
            const bool joins = our_sums(tie).house > ours(via);
            if (joins) out.our_ties.push_back(tie);
        }
        OrganisationIndex our_end = subject_.organisation();
        if (!out.our_ties.empty()) {
            our_end = foremost(picture_, out.our_ties.front(),
                               [&](OrganisationIndex o) { return o == via ? 0 : ours(o); });
        }
        const OrganisationIndex their_end = foremost(
            picture_, out.their_ties.front(), [&](OrganisationIndex o) { return o == via ? 0 : theirs(o); });
        out.organisations = {via, our_end, their_end};
        for (const TieIndex tie : out.our_ties) name_record(out, picture_, tie);
        for (const TieIndex tie : out.their_ties) name_record(out, picture_, tie);
        return out;
    }

    static constexpr double kNothing = 1e-15;  // left over by rounding where only the same tie was there
    const Scene& scene_;
    const Picture& picture_;
    const Subject& subject_;
    OrganisationIndex candidate_;
    std::vector<HouseMember> house_;
    WarmScratch& scratch_;
    std::vector<TieIndex> own_ties_;
    const std::span<const Tie> ties_ = picture_.all_ties();
    const network::Adjacency<OrganisationIndex>& members_ = picture_.all_tie_organisations();
};

}  // namespace

double warmth_value(double sum) {
    return saturated(sum, kHalfWarmth);
}

double warmth_sum(double value) {
    return kHalfWarmth * value / (1 - value);
}

PartValue warm_path(const Scene& scene, const Subject& subject, OrganisationIndex candidate,
                    WarmScratch& scratch, Detail detail) {
    return WarmPath(scene, subject, candidate, scratch).value(detail);
}

double warm_path_estimate(const Scene& scene, const Subject& subject, OrganisationIndex candidate) {
    double sum = subject.house_weight(candidate) + subject.reach(candidate) +
                 subject.chain_estimate(candidate) + subject.outcomes().warmth(candidate);
    const Picture& picture = scene.picture();
    if (!picture.members(candidate).empty() || picture.management_entity(candidate).valid() ||
        picture.association_entity(candidate).valid()) {
        std::size_t left = kEstimateMembers;
        for (const HouseMember& one : house_of(scene, candidate)) {
            if (one.organisation == candidate) continue;
            if (left-- == 0) break;
            sum += one.weight * (subject.house_weight(one.organisation) + subject.reach(one.organisation));
        }
    }
    return warmth_value(sum);
}

Alliance alliance(const Scene& scene, const Subject& subject, OrganisationIndex candidate) {
    Alliance out;
    for (const OrganisationIndex voice : voices(scene, candidate)) {
        for (const Bond& bond : subject.bonds_with(voice)) {
            switch (bond.state) {
                case Bond::State::Alive:
                    out.alive.push_back(bond.tie);
                    break;
                case Bond::State::MembershipEnded:
                    out.ended_memberships.push_back(bond.tie);
                    break;
                case Bond::State::AgreementLapsed:
                    out.lapsed_agreements.push_back(bond.tie);
                    break;
            }
        }
    }
    for (std::vector<TieIndex>* list : {&out.alive, &out.ended_memberships, &out.lapsed_agreements}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return out;
}

}  // namespace kontor::match
