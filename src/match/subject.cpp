// SPDX-License-Identifier: EUPL-1.2
#include "match/subject.hpp"

#include <algorithm>
#include <tuple>

namespace kontor::match {
namespace {

using network::Tie;
using network::TieIndex;
using network::TieKind;

constexpr double kManagementWeight = 0.9;
constexpr double kMemberWeight = 0.5;
constexpr double kNarrower = 0.9;
constexpr double kChainWeight = 0.5;

/// The largest first, as many as anybody looks at; the others are dropped.
template <class Value>
void keep_largest(std::vector<OrganisationIndex>& list, const Value& value) {
    std::vector<std::pair<double, OrganisationIndex>> keyed;
    keyed.reserve(list.size());
    for (const OrganisationIndex one : list) keyed.emplace_back(-value(one), one);
    if (keyed.size() > Bounds::kRanked) {
        const auto last = keyed.begin() + static_cast<std::ptrdiff_t>(Bounds::kRanked);
        std::nth_element(keyed.begin(), last, keyed.end());
        keyed.erase(last, keyed.end());
    }
    std::sort(keyed.begin(), keyed.end());
    list.clear();
    for (const auto& [negative, one] : keyed) list.push_back(one);
}

/// What a tie is between two who are in it; nothing for what says nothing about today.
std::optional<Bond::State> state_of(const network::Picture& picture, const Tie& tie) {
    using network::Standing;
    if (tie.kind == TieKind::Project) {
        const network::Project project = picture.at(network::ProjectIndex(tie.record));
        const bool running = project.end != network::kUnknownDay && project.end >= picture.today() &&
                             project.status != model::ProjectStatus::Terminated &&
                             project.status != model::ProjectStatus::Closed;
        return running ? std::optional(Bond::State::Alive) : std::nullopt;
    }
    if (tie.kind != TieKind::Membership && tie.kind != TieKind::Agreement) return std::nullopt;
    const bool membership = tie.kind == TieKind::Membership;
    const Standing standing = membership ? picture.at(network::MembershipIndex(tie.record)).standing
                                         : picture.at(network::AgreementIndex(tie.record)).standing;
    switch (standing) {
        case Standing::Current:
            return Bond::State::Alive;
        case Standing::Ended:
            return membership ? Bond::State::MembershipEnded : Bond::State::AgreementLapsed;
        case Standing::Future:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Voices voices(const Scene& scene, OrganisationIndex organisation) {
    Voices out;
    out.add(organisation);
    out.add(scene.picture().management_entity(organisation));
    out.add(scene.picture().association_entity(organisation));
    return out;
}

double specificity(const network::Picture& picture, TopicIndex topic) {
    switch (picture.at(topic).depth) {
        case 0:
            return 0.5;
        case 1:
            return 0.8;
        default:
            return 1;
    }
}

bool is_end_user(model::OrganisationKind kind) {
    return kind == model::OrganisationKind::Clinic || kind == model::OrganisationKind::EndUser;
}

std::vector<HouseMember> house_of(const Scene& scene, OrganisationIndex organisation) {
    std::vector<HouseMember> all{{organisation, 1}};
    const network::Picture& picture = scene.picture();
    for (const OrganisationIndex entity :
         {picture.management_entity(organisation), picture.association_entity(organisation)}) {
        if (entity.valid()) all.push_back({entity, kManagementWeight});
    }
    for (const OrganisationIndex member : scene.members(organisation)) {
        if (all.size() < Bounds::kHouse) all.push_back({member, kMemberWeight});
    }
    std::sort(all.begin(), all.end(), [](const HouseMember& a, const HouseMember& b) {
        return std::tuple(a.organisation, -a.weight) < std::tuple(b.organisation, -b.weight);
    });
    all.erase(std::unique(all.begin(), all.end(),
                          [](const HouseMember& a, const HouseMember& b) {
                              return a.organisation == b.organisation;
                          }),
              all.end());
    return all;
}

bool makes_house(const Scene& scene, TieIndex tie, OrganisationIndex cluster) {
    const Tie& at = scene.picture().all_ties()[tie.value];
    if (at.kind == TieKind::Project) return false;
    if (at.kind == TieKind::Management) return at.record == cluster.value;
    return at.kind == TieKind::Membership &&
           scene.picture().at(network::MembershipIndex(at.record)).cluster == cluster;
}

std::vector<TieIndex> ties_of_house(const Scene& scene, OrganisationIndex owner,
                                    const std::vector<HouseMember>& house, std::size_t most) {
    std::vector<TieIndex> out;
    const std::span<const Tie> ties = scene.picture().all_ties();
    const std::size_t per_member = std::max(Bounds::kLeastTiesPerMember, most / house.size());
    for (const HouseMember& member : house) {
        std::size_t left = member.organisation == owner ? most : per_member;
        for (const TieIndex tie : scene.picture().ties(member.organisation)) {
            if (left-- == 0 || ties[tie.value].strength <= 0) break;
            if (!scene.gone(tie) &&
                (ties[tie.value].kind == TieKind::Project || !makes_house(scene, tie, owner))) {
                out.push_back(tie);
            }
        }
    }
    if (house.size() > 1) {
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
    }
    return out;
}

Subject::Subject(const Scene& scene, const PartnerRequest& request)
    : organisation_(request.subject),
      kind_(request.own_kind),
      outcomes_(scene, request.subject.valid() ? request.known : std::vector<KnownOutcome>()) {
    const network::Picture& picture = scene.picture();
    if (request.own_country) country_ = *request.own_country;
    levels_.assign(picture.topic_count(), 0);
    meets_.assign(picture.topic_count(), {});
    beside_.assign(picture.topic_count(), {});
    pulls_.assign(picture.organisation_count(), {});
    chains_.assign(picture.organisation_count(), 0);
    ask(picture, request);
    if (!known()) return;
    kind_ = picture.kind(organisation_);
    country_ = picture.country(organisation_);
    scene.profile(organisation_, profile_);
    scene.needs(organisation_, needs_);
    scene.offers(organisation_, offers_);
    for (const OrganisationIndex member : scene.members(organisation_)) {
        if (is_end_user(picture.kind(member))) ++end_users_;
    }
    spread_topics(picture);
    house_ = house_of(scene, organisation_);
    for (const HouseMember& one : house_) pulls_[one.organisation.value].house = one.weight;
    spread_ties(scene);
    spread_chains(scene);
    find_bonds(scene);
}

void Subject::ask(const network::Picture& picture, const PartnerRequest& request) {
    double sum = 0;
    double most = 0;
    for (const WantedTopic& one : request.wanted) {
        sum += one.weight;
        most = std::max(most, one.weight);
    }
    for (const WantedTopic& one : request.wanted) {
        Asked asked{one.topic, one.weight / sum, one.weight / most, {}, {}};
        const auto related = picture.related(one.topic);
        const auto below = picture.closure(one.topic);
        asked.covers.assign(related.begin(), related.end());
        for (network::RelatedTopic& cover : asked.covers) {
            if (cover.topic != one.topic && std::binary_search(below.begin(), below.end(), cover.topic)) {
                cover.affinity = kNarrower;
            }
        }
        for (const TopicIndex topic : below) {
            const auto covered = [topic](const network::RelatedTopic& cover) { return cover.topic == topic; };
            if (std::none_of(asked.covers.begin(), asked.covers.end(), covered)) {
                asked.covers.push_back({topic, kNarrower});
            }
        }
        asked.affinity.assign(picture.topic_count(), 0);
        for (const network::RelatedTopic& cover : asked.covers) {
            asked.affinity[cover.topic.value] = cover.affinity;
        }
        asked_.push_back(std::move(asked));
    }
}

void Subject::spread_topics(const network::Picture& picture) {
    for (const TopicLevel& own : profile_) {
        levels_[own.topic.value] = own.level;
        level_sum_ += own.level;
        const double weight = own.level * specificity(picture, own.topic);
        for (const network::RelatedTopic& one : picture.related(own.topic)) {
            const double value = one.affinity * weight;
            Nearest& meets = meets_[one.topic.value];
            if (value > meets.value) meets = {value, own.topic};
            Nearest& beside = beside_[one.topic.value];
            if (one.topic != own.topic && value > beside.value) beside = {value, own.topic};
        }
    }
}

void Subject::spread_ties(const Scene& scene) {
    const std::span<const Tie> ties = scene.picture().all_ties();
    const auto& members = scene.picture().all_tie_organisations();
    for (const TieIndex tie : ties_of_house(scene, organisation_, house_, Bounds::kSubjectTies)) {
        double weight = 0;
        for (const OrganisationIndex one : members.of(tie.value)) weight += pulls_[one.value].house;
        for (const OrganisationIndex one : members.of(tie.value)) {
            if (one == organisation_) continue;
            Pull& pull = pulls_[one.value];
            const double others = std::min(1.0, weight - pull.house);
            if (!(others > 0)) continue;
            if (pull.reach == 0) reached_.push_back(one);
            pull.reach += ties[tie.value].strength * others;
        }
    }
    keep_largest(reached_, [this](OrganisationIndex one) { return pulls_[one.value].reach; });
}

void Subject::spread_chains(const Scene& scene) {
    const std::span<const Tie> ties = scene.picture().all_ties();
    const auto& members = scene.picture().all_tie_organisations();
    for (std::size_t i = 0; i < std::min(reached_.size(), Bounds::kChainHubs); ++i) {
        const OrganisationIndex hub = reached_[i];
        std::size_t left = Bounds::kChainTies;
        for (const TieIndex tie : scene.picture().ties(hub)) {
            if (left-- == 0 || ties[tie.value].strength <= 0) break;
            if (scene.gone(tie)) continue;
            const double value = kChainWeight * reach(hub) * ties[tie.value].strength;
            for (const OrganisationIndex one : members.of(tie.value)) {
                if (one == hub || one == organisation_) continue;
                if (chains_[one.value] == 0) chained_.push_back(one);
                chains_[one.value] += value;
            }
        }
    }
    keep_largest(chained_, [this](OrganisationIndex one) { return chains_[one.value]; });
}

void Subject::find_bonds(const Scene& scene) {
    const network::Picture& picture = scene.picture();
    const Voices own = voices(scene, organisation_);
    for (const OrganisationIndex voice : own) {
        for (const TieIndex tie : picture.ties(voice)) {
            if (scene.gone(tie)) continue;
            const std::optional<Bond::State> state = state_of(picture, picture.at(tie));
            if (!state) continue;
            for (const OrganisationIndex one : picture.organisations(tie)) {
                if (!own.has(one)) bonds_.push_back({one, tie, *state});
            }
        }
    }
    std::sort(bonds_.begin(), bonds_.end(), [](const Bond& a, const Bond& b) {
        return std::tie(a.other, a.tie) < std::tie(b.other, b.tie);
    });
}

std::span<const Bond> Subject::bonds_with(OrganisationIndex other) const {
    const auto first =
        std::lower_bound(bonds_.begin(), bonds_.end(), other,
                         [](const Bond& bond, OrganisationIndex one) { return bond.other < one; });
    auto last = first;
    while (last != bonds_.end() && last->other == other) ++last;
    return {first, last};
}

}  // namespace kontor::match
