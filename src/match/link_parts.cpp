// SPDX-License-Identifier: EUPL-1.2
// The warm path, and what joins the two already.
#include <algorithm>
#include <array>
#include <map>
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

/// What the chains through one organisation in between bring, and by which of the candidate's ties.
struct Via {
    double amount = 0;
    std::vector<std::pair<double, TieIndex>> ties;
};

class WarmPath {
public:
    WarmPath(const Scene& scene, const Subject& subject, OrganisationIndex candidate,
             std::vector<double>& weights)
        : scene_(scene),
          picture_(scene.picture()),
          subject_(subject),
          candidate_(candidate),
          weights_(weights) {}

    PartValue value(Detail detail) {
        Sheet sheet(detail, kMostEvidence);
        const std::vector<HouseMember> house = house_of(scene_, candidate_);
        alone_ = house.size() == 1;
        for (const HouseMember& one : house) weights_[one.organisation.value] = one.weight;
        add_shared(sheet, house);
        for (const TieIndex tie : ties_of_house(scene_, candidate_, house, Bounds::kPairTies))
            add_tie(sheet, tie);
        if (detail == Detail::Score) {
            sheet.add(chains_, [] { return Evidence{}; });
        } else {
            add_vias(sheet);
        }
        for (const HouseMember& one : house) weights_[one.organisation.value] = 0;
        const double value = saturated(sheet.sum(), kHalfWarmth);
        return {value, sheet.evidence(value)};
    }

private:
    double ours(OrganisationIndex one) const { return subject_.house_weight(one); }
    double theirs(OrganisationIndex one) const {
        if (alone_) return one == candidate_ ? 1 : 0;
        return weights_[one.value];
    }

    void add_shared(Sheet& sheet, const std::vector<HouseMember>& house) {
        for (const HouseMember& one : house) {
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

    void add_tie(Sheet& sheet, TieIndex tie) {
        const double strength = ties_[tie.value].strength;
        const auto all = members_.of(tie.value);
        double our_weight = 0;
        double their_weight = 0;
        double both = 0;
        double reach = 0;
        for (const OrganisationIndex one : all) {
            our_weight += ours(one);
            their_weight += theirs(one);
            both += ours(one) * theirs(one);
            reach += subject_.reach(one);
        }
        if (reach == 0) return;
        const bool own = subject_.known() && makes_house(scene_, tie, subject_.organisation());
        add_direct(sheet, tie, own ? 0 : strength * std::min(1.0, our_weight * their_weight - both));
        for (const OrganisationIndex via : all) {
            const double far = std::min(1.0, their_weight - theirs(via));
            if (!(far > 0) || via == subject_.organisation() || via == candidate_) continue;
            // The same tie at both ends is the direct one, not a chain.
            const double same = own ? 0 : strength * std::min(1.0, our_weight - ours(via));
            const double near = subject_.reach(via) - same;
            if (near > kNothing) note(sheet, via, tie, kChainWeight * strength * far * near);
        }
    }

    void add_direct(Sheet& sheet, TieIndex tie, double amount) {
        sheet.add(amount, [&] {
            Evidence out;
            out.type = EvidenceType::DirectTie;
            out.organisations = {foremost(picture_, tie, [this](OrganisationIndex o) { return ours(o); }),
                                 foremost(picture_, tie, [this](OrganisationIndex o) { return theirs(o); })};
            name_record(out, picture_, tie);
            return out;
        });
    }

    void note(const Sheet& sheet, OrganisationIndex via, TieIndex tie, double amount) {
        chains_ += amount;
        if (!sheet.wants_evidence()) return;
        Via& at = vias_[via];
        at.amount += amount;
        at.ties.emplace_back(amount, tie);
    }

    void add_vias(Sheet& sheet) {
        for (auto& [via, chain] : vias_) {
            std::stable_sort(chain.ties.begin(), chain.ties.end(),
                             [](const auto& a, const auto& b) { return a.first > b.first; });
            sheet.add(chain.amount, [&, via = via] { return chain_evidence(via, chain.ties); });
        }
    }

    Evidence chain_evidence(OrganisationIndex via, const std::vector<std::pair<double, TieIndex>>& ties) {
        Evidence out;
        out.type = EvidenceType::ChainVia;
        for (std::size_t i = 0; i < std::min(ties.size(), kChainTiesNamed); ++i) {
            out.their_ties.push_back(ties[i].second);
        }
        std::size_t left = kFirstTiesSearched;
        for (const TieIndex tie : picture_.ties(via)) {
            if (left-- == 0 || out.our_ties.size() == kChainTiesNamed) break;
            if (scene_.gone(tie) || makes_house(scene_, tie, subject_.organisation())) continue;
            if (std::find(out.their_ties.begin(), out.their_ties.end(), tie) != out.their_ties.end())
                continue;
            const auto all = picture_.organisations(tie);
            const bool joins = std::any_of(
                all.begin(), all.end(), [&](OrganisationIndex one) { return one != via && ours(one) > 0; });
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
    std::vector<double>& weights_;
    const std::span<const Tie> ties_ = picture_.all_ties();
    const network::Adjacency<OrganisationIndex>& members_ = picture_.all_tie_organisations();
    bool alone_ = false;
    double chains_ = 0;
    std::map<OrganisationIndex, Via> vias_;
};

}  // namespace

PartValue warm_path(const Scene& scene, const Subject& subject, OrganisationIndex candidate,
                    std::vector<double>& weights, Detail detail) {
    return WarmPath(scene, subject, candidate, weights).value(detail);
}

double warm_path_estimate(const Scene& scene, const Subject& subject, OrganisationIndex candidate) {
    double sum =
        subject.house_weight(candidate) + subject.reach(candidate) + subject.chain_estimate(candidate);
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
    return saturated(sum, kHalfWarmth);
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
