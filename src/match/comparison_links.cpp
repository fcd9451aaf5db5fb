// SPDX-License-Identifier: EUPL-1.2
// Who connects two sides, and what they do together.
#include <algorithm>
#include <map>
#include <tuple>

#include "match/compared_house.hpp"
#include "match/parts.hpp"
#include "network/weights.hpp"

namespace kontor::match {
namespace {

using network::Picture;
using network::Tie;
using network::TieIndex;
using network::TieKind;

constexpr std::size_t kNamed = 3;
constexpr double kHalfBridge = 0.5;

/// The ties that may join both houses, each once.
std::vector<TieIndex> ties_of_both(const Scene& scene, const ComparedHouse& first,
                                   const ComparedHouse& second) {
    std::vector<TieIndex> out = ties_of_house(scene, first.owner, first.house, Bounds::kSubjectTies);
    const std::vector<TieIndex> more = ties_of_house(scene, second.owner, second.house, Bounds::kSubjectTies);
    out.insert(out.end(), more.begin(), more.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double weight_in(const ComparedHouse& house, OrganisationIndex one) {
    return house.weights[one.value];
}

/// Those of a tie who belong to `mine` and not to `other`, the weightiest first.
std::vector<OrganisationIndex> exclusive(const Picture& picture, TieIndex tie, const ComparedHouse& mine,
                                         const ComparedHouse& other) {
    std::vector<OrganisationIndex> out;
    for (const OrganisationIndex one : picture.organisations(tie)) {
        if (weight_in(mine, one) > 0 && weight_in(other, one) <= 0) out.push_back(one);
    }
    std::stable_sort(out.begin(), out.end(), [&mine](OrganisationIndex a, OrganisationIndex b) {
        return weight_in(mine, a) > weight_in(mine, b);
    });
    return out;
}

SomeOf some(const std::vector<OrganisationIndex>& all) {
    return {{all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(kNamed, all.size()))},
            all.size()};
}

/// What one organisation has to do with the other side.
struct Contact {
    double sum = 0;
    std::vector<TieIndex> ties;  // in order of ordinal
    std::vector<OrganisationIndex> others;
};

class Bridges {
public:
    Bridges(const Scene& scene, const ComparedHouse& first, const ComparedHouse& second)
        : picture_(scene.picture()), first_(first), second_(second) {
        for (const TieIndex tie : ties_of_both(scene, first, second)) {
            const TieKind kind = picture_.at(tie).kind;
            if (kind == TieKind::Membership || kind == TieKind::Management) continue;
            const auto ours = exclusive(picture_, tie, first, second);
            const auto theirs = exclusive(picture_, tie, second, first);
            note(of_first_, first, tie, ours, theirs);
            note(of_second_, second, tie, theirs, ours);
        }
    }

    std::vector<Bridge> take(std::size_t most) {
        std::vector<Bridge> out;
        add_both(out);
        for (auto& [organisation, contact] : of_first_) {
            out.push_back(bridge(organisation, BridgeKind::OfFirst, contact, second_));
        }
        for (auto& [organisation, contact] : of_second_) {
            out.push_back(bridge(organisation, BridgeKind::OfSecond, contact, first_));
        }
        keep_heaviest(out, most, [](const Bridge& one) { return one.organisation; });
        return out;
    }

private:
    using Contacts = std::map<OrganisationIndex, Contact>;

    void note(Contacts& contacts, const ComparedHouse& mine, TieIndex tie,
              const std::vector<OrganisationIndex>& members, const std::vector<OrganisationIndex>& others) {
        if (others.empty()) return;
        for (const OrganisationIndex one : members) {
            // What the two do themselves is no bridge but the road.
            if (one == mine.owner) continue;
            Contact& contact = contacts[one];
            contact.sum += picture_.at(tie).strength * static_cast<double>(others.size());
            contact.ties.push_back(tie);
            contact.others.insert(contact.others.end(), others.begin(), others.end());
        }
    }

    [[nodiscard]] Bridge bridge(OrganisationIndex organisation, BridgeKind kind, Contact& contact,
                                const ComparedHouse& other) const {
        Bridge out;
        out.organisation = organisation;
        out.kind = kind;
        out.weight = saturated(contact.sum, kHalfBridge);
        std::stable_sort(contact.ties.begin(), contact.ties.end(), [this](TieIndex a, TieIndex b) {
            return picture_.at(a).strength > picture_.at(b).strength;
        });
        contact.ties.resize(std::min(contact.ties.size(), kNamed));
        out.ties = contact.ties;
        std::sort(contact.others.begin(), contact.others.end(),
                  [&other](OrganisationIndex a, OrganisationIndex b) {
                      return std::tuple(-weight_in(other, a), a) < std::tuple(-weight_in(other, b), b);
                  });
        contact.others.erase(std::unique(contact.others.begin(), contact.others.end()), contact.others.end());
        out.others = some(contact.others);
        return out;
    }

    /// Belonging to both weighs more than any project.
    void add_both(std::vector<Bridge>& out) const {
        for (const HouseMember& one : first_.house) {
            if (weight_in(second_, one.organisation) <= 0) continue;
            Bridge both;
            both.organisation = one.organisation;
            both.kind = BridgeKind::Both;
            both.weight = 1;
            for (const network::MembershipIndex at : picture_.memberships(one.organisation)) {
                const network::Membership membership = picture_.at(at);
                if (membership.standing == network::Standing::Current &&
                    (membership.cluster == first_.owner || membership.cluster == second_.owner)) {
                    both.ties.push_back(picture_.tie_of(at));
                }
            }
            out.push_back(std::move(both));
        }
    }

    const Picture& picture_;
    const ComparedHouse& first_;
    const ComparedHouse& second_;
    Contacts of_first_, of_second_;
};

/// Those of a tie who belong to `mine`, those of it alone first.
std::vector<OrganisationIndex> participants(const Picture& picture, TieIndex tie, const ComparedHouse& mine,
                                            const ComparedHouse& other) {
    std::vector<OrganisationIndex> out = exclusive(picture, tie, mine, other);
    for (const OrganisationIndex one : picture.organisations(tie)) {
        if (weight_in(mine, one) > 0 && weight_in(other, one) > 0) out.push_back(one);
    }
    return out;
}

double most_weight(const ComparedHouse& house, const std::vector<OrganisationIndex>& of) {
    double most = 0;
    for (const OrganisationIndex one : of) most = std::max(most, weight_in(house, one));
    return most;
}

}  // namespace

std::vector<Bridge> bridges_between(const Scene& scene, const ComparedHouse& first,
                                    const ComparedHouse& second, std::size_t most) {
    return Bridges(scene, first, second).take(most);
}

std::vector<JointProject> joint_projects_of(const Scene& scene, const ComparedHouse& first,
                                            const ComparedHouse& second, std::size_t most) {
    const Picture& picture = scene.picture();
    std::vector<JointProject> out;
    for (const TieIndex tie : ties_of_both(scene, first, second)) {
        const Tie& at = picture.at(tie);
        if (at.kind != TieKind::Project) continue;
        const auto ours = participants(picture, tie, first, second);
        const auto theirs = participants(picture, tie, second, first);
        // Alone in it is an organisation that belongs to both.
        if (ours.empty() || theirs.empty() || (ours.size() == 1 && ours == theirs)) continue;
        const double alive = picture.decay(at.day, network::weights::kHalfLife, network::weights::kUndated);
        out.push_back({network::ProjectIndex(at.record),
                       alive * (most_weight(first, ours) * most_weight(second, theirs)),
                       {some(ours), some(theirs)}});
    }
    keep_heaviest(out, most, [](const JointProject& one) { return one.project; });
    return out;
}

}  // namespace kontor::match
