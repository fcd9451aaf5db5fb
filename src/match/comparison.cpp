// SPDX-License-Identifier: EUPL-1.2
#include "match/comparison.hpp"

#include <algorithm>
#include <tuple>

#include "match/compared_house.hpp"
#include "match/parts.hpp"
#include "text/countries.hpp"

namespace kontor::match {
namespace {

using network::Capability;
using network::Picture;

constexpr std::size_t kNamed = 3;
constexpr double kLeastLack = 0.6;
constexpr double kLeastBrought = 0.1;
constexpr double kNearby = 0.5;  // affinity from which an offer is close: one step up or down, not a sibling
constexpr double kWorkedOn = 0.6;
constexpr double kOwnNeed = 0.5;

/// Everybody once for a topic, however often they say it.
void sort_holders(std::vector<TopicHolder>& list, OrganisationIndex owner) {
    std::sort(list.begin(), list.end(), [](const TopicHolder& a, const TopicHolder& b) {
        return std::tuple(a.topic, a.organisation, -a.level, a.trl) <
               std::tuple(b.topic, b.organisation, -b.level, b.trl);
    });
    list.erase(std::unique(list.begin(), list.end(),
                           [](const TopicHolder& a, const TopicHolder& b) {
                               return a.topic == b.topic && a.organisation == b.organisation;
                           }),
               list.end());
    const auto key = [owner](const TopicHolder& one) {
        return std::tuple(one.topic, one.organisation != owner, -one.level, one.organisation);
    };
    std::sort(list.begin(), list.end(),
              [&key](const TopicHolder& a, const TopicHolder& b) { return key(a) < key(b); });
}

/// What they have of a topic, or of one that stands for it.
double best_level(const Picture& picture, const std::vector<double>& levels, TopicIndex topic) {
    double best = 0;
    for (const network::RelatedTopic& one : picture.related(topic)) {
        best = std::max(best, one.affinity * levels[one.topic.value]);
    }
    return best;
}

std::vector<Brought> brought(const Picture& picture, const ComparedHouse& ours, const ComparedHouse& theirs,
                             std::size_t most) {
    std::vector<Brought> out;
    for (const TopicLevel& one : ours.profile) {
        const double lack = 1 - best_level(picture, theirs.levels, one.topic);
        if (lack < kLeastLack) continue;
        Brought item;
        item.topic = one.topic;
        double strength = one.level;
        const auto offers = of_topic(ours.offers, one.topic);
        if (!offers.empty() && offers.front().organisation == ours.owner) {
            item.offered = true;
            item.trl = offers.front().trl;
            strength = std::max(strength, offers.front().level);
        }
        item.weight = strength * lack * specificity(picture, one.topic);
        if (item.weight < kLeastBrought) continue;
        item.members = some_of(of_topic(ours.holders, one.topic));
        out.push_back(std::move(item));
    }
    keep_heaviest(out, most, [](const Brought& one) { return one.topic; });
    return out;
}

struct Answered {
    NeedAnswer kind = NeedAnswer::Nobody;
    double value = 0;
    TopicIndex offer;
    std::span<const TopicHolder> by = {};
};

/// Who of a house could meet a need: by an offer of it or of something close, else by working on it.
Answered answer_to(const Picture& picture, TopicIndex need, const ComparedHouse& house) {
    Answered best;
    for (const network::RelatedTopic& one : picture.related(need)) {
        if (one.affinity < kNearby) continue;
        const auto offers = of_topic(house.offers, one.topic);
        double maturity = 0;
        for (const TopicHolder& offer : offers) maturity = std::max(maturity, offer.level);
        const double value = one.affinity * maturity;
        if (value > best.value) best = {NeedAnswer::Offered, value, one.topic, offers};
    }
    const auto working = of_topic(house.holders, need);
    const double level = working.empty() ? 0 : kWorkedOn * working.front().level;
    if (level > best.value) best = {NeedAnswer::WorkedOn, level, need, working};
    return best;
}

std::vector<ComparedNeed> needs_met(const Picture& picture, const ComparedHouse& ours,
                                    const ComparedHouse& theirs, std::size_t most) {
    std::vector<ComparedNeed> out;
    for (std::size_t i = 0; i < ours.needs.size();) {
        const TopicIndex topic = ours.needs[i].topic;
        std::span<const TopicHolder> needing = of_topic(ours.needs, topic);
        i += needing.size();
        ComparedNeed item;
        item.topic = topic;
        item.by_itself = needing.front().organisation == ours.owner;
        if (item.by_itself) needing = needing.subspan(1);
        item.needed_by = some_of(needing);
        const Answered answer = answer_to(picture, topic, theirs);
        if (!item.by_itself && answer.kind == NeedAnswer::Nobody) continue;
        item.answer = answer.kind;
        item.offer = answer.offer;
        item.answered_by = some_of(answer.by);
        item.weight = item.by_itself
                          ? kOwnNeed + (1 - kOwnNeed) * answer.value
                          : kOwnNeed * answer.value * saturated(static_cast<double>(needing.size()), 1);
        out.push_back(std::move(item));
    }
    keep_heaviest(out, most, [](const ComparedNeed& one) { return one.topic; });
    return out;
}

std::vector<OrganisationIndex> end_users(const Picture& picture, const ComparedHouse& house,
                                         std::size_t most) {
    struct User {
        OrganisationIndex organisation;
        double weight = 0;
    };
    std::vector<User> users;
    for (const HouseMember& one : house.house) {
        if (is_end_user(picture.kind(one.organisation))) {
            users.push_back({one.organisation, picture.experience(one.organisation)});
        }
    }
    keep_heaviest(users, most, [](const User& one) { return one.organisation; });
    std::vector<OrganisationIndex> out;
    for (const User& one : users) out.push_back(one.organisation);
    return out;
}

double priority_weight(const network::TargetRegion& region) {
    switch (region.priority) {
        case 1:
            return 1;
        case 2:
            return 0.75;
        case 3:
            return 0.5;
        default:
            return 0.6;
    }
}

auto region_key(const ComparedRegion& one) {
    return std::tuple(one.country, one.code, one.name);
}

ComparedRegion compared_region(const network::TargetRegion& one, double weight) {
    const bool coded = one.country.known() || !one.code.empty();
    return {one.country, one.code, coded ? std::string_view() : one.region, weight};
}

/// Each region once, with its largest weight.
void keep_regions(std::vector<ComparedRegion>& regions, std::size_t most) {
    keep_heaviest(regions, regions.size(), region_key);
    std::vector<ComparedRegion> once;
    for (const ComparedRegion& one : regions) {
        const auto same = [&one](const ComparedRegion& kept) { return region_key(kept) == region_key(one); };
        if (once.size() < most && std::none_of(once.begin(), once.end(), same)) once.push_back(one);
    }
    regions = std::move(once);
}

std::vector<ComparedRegion> targets_there(const Picture& picture, OrganisationIndex ours,
                                          OrganisationIndex theirs, std::size_t most) {
    const network::CountryCode country = picture.country(theirs);
    std::vector<ComparedRegion> out;
    if (!country.known()) return out;
    for (const network::TargetRegion& one : picture.target_regions(ours)) {
        if (one.country == country || text::region_covers(one.code, country.text())) {
            out.push_back(compared_region(one, priority_weight(one)));
        }
    }
    keep_regions(out, most);
    return out;
}

/// The narrower of the two regions when one is the other or lies in it.
const network::TargetRegion* shared_region(const network::TargetRegion& a, const network::TargetRegion& b) {
    if (a.country.known()) {
        return a.country == b.country || text::region_covers(b.code, a.country.text()) ? &a : nullptr;
    }
    if (b.country.known()) return text::region_covers(a.code, b.country.text()) ? &b : nullptr;
    if (!a.code.empty() || !b.code.empty()) return a.code == b.code ? &a : nullptr;
    return !a.region.empty() && a.region == b.region ? &a : nullptr;
}

std::vector<ComparedRegion> common_targets(const Picture& picture, OrganisationIndex first,
                                           OrganisationIndex second, std::size_t most) {
    std::vector<ComparedRegion> out;
    for (const network::TargetRegion& a : picture.target_regions(first)) {
        for (const network::TargetRegion& b : picture.target_regions(second)) {
            if (const network::TargetRegion* one = shared_region(a, b)) {
                out.push_back(compared_region(*one, (priority_weight(a) + priority_weight(b)) / 2));
            }
        }
    }
    keep_regions(out, most);
    return out;
}

std::vector<SharedField> shared_fields(const Picture& picture, const ComparedHouse& first,
                                       const ComparedHouse& second, std::size_t most) {
    std::vector<SharedField> out;
    for (const TopicLevel& one : first.profile) {
        const double least = std::min(one.level, second.levels[one.topic.value]);
        if (!(least > 0)) continue;
        out.push_back(
            {one.topic,
             least * specificity(picture, one.topic),
             {of_topic(first.holders, one.topic).size(), of_topic(second.holders, one.topic).size()}});
    }
    keep_heaviest(out, most, [](const SharedField& one) { return one.topic; });
    return out;
}

}  // namespace

ComparedHouse::ComparedHouse(const Scene& scene, OrganisationIndex of)
    : owner(of), house(house_of(scene, of)) {
    const Picture& picture = scene.picture();
    weights.assign(picture.organisation_count(), 0);
    levels.assign(picture.topic_count(), 0);
    scene.profile(owner, profile);
    for (const TopicLevel& one : profile) levels[one.topic.value] = one.level;
    for (const HouseMember& one : house) {
        const OrganisationIndex who = one.organisation;
        weights[who.value] = one.weight;
        for (const Capability& offer : picture.offers(who)) {
            offers.push_back({offer.topic, maturity(offer.trl), offer.trl, who});
        }
        for (const Capability& need : picture.needs(who)) needs.push_back({need.topic, 1, 0, who});
        if (who == owner) continue;
        for (const network::TopicMass& topic : picture.topics(who)) {
            holders.push_back({topic.topic, topic.level(), 0, who});
        }
    }
    sort_holders(holders, owner);
    sort_holders(offers, owner);
    sort_holders(needs, owner);
}

std::span<const TopicHolder> of_topic(const std::vector<TopicHolder>& list, TopicIndex topic) {
    const auto first = std::lower_bound(list.begin(), list.end(), topic,
                                        [](const TopicHolder& one, TopicIndex t) { return one.topic < t; });
    auto last = first;
    while (last != list.end() && last->topic == topic) ++last;
    return {first, last};
}

SomeOf some_of(std::span<const TopicHolder> holders) {
    SomeOf out;
    out.count = holders.size();
    for (const TopicHolder& one : holders.first(std::min(kNamed, holders.size()))) {
        out.first.push_back(one.organisation);
    }
    return out;
}

Comparison compare(const network::Picture& picture, OrganisationIndex first, OrganisationIndex second,
                   std::size_t most) {
    const Scene scene(picture);
    const std::array<ComparedHouse, 2> houses{ComparedHouse(scene, first), ComparedHouse(scene, second)};
    Comparison out;
    for (std::size_t side = 0; side < 2; ++side) {
        const ComparedHouse& ours = houses[side];
        const ComparedHouse& theirs = houses[1 - side];
        out.sides[side] = {brought(picture, ours, theirs, most), needs_met(picture, ours, theirs, most),
                           end_users(picture, ours, most),
                           targets_there(picture, ours.owner, theirs.owner, most)};
    }
    out.shared = shared_fields(picture, houses[0], houses[1], most);
    out.bridges = bridges_between(scene, houses[0], houses[1], most);
    out.joint_projects = joint_projects_of(scene, houses[0], houses[1], most);
    out.common_targets = common_targets(picture, first, second, most);
    return out;
}

}  // namespace kontor::match
