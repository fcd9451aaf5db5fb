// SPDX-License-Identifier: EUPL-1.2
#include "match/candidates.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "match/parts.hpp"

namespace kontor::match {
namespace {

using model::OrganisationKind;
using network::Picture;

constexpr double kOwnVoice = 0.9;

template <class Lists>
std::size_t total_length(const Lists& lists) {
    std::size_t sum = 0;
    for (const auto& list : lists) sum += list.size();
    return sum;
}

/// Collects candidates once each, within the bounds.
class Collector {
public:
    Collector(const Picture& picture, const Filter& filter)
        : filter_(filter), seen_(picture.organisation_count()) {}

    /// From the front of `list`: at most `most` that pass, at most Bounds::kScanned looked at.
    void take(std::span<const OrganisationIndex> list, std::size_t most) {
        std::size_t taken = 0;
        for (std::size_t i = 0; i < std::min(list.size(), Bounds::kScanned) && taken < most; ++i) {
            if (passes(list[i])) ++taken;
        }
    }
    [[nodiscard]] Candidates finish() {
        std::sort(found_.organisations.begin(), found_.organisations.end());
        return std::move(found_);
    }

private:
    enum class State : std::uint8_t { Unseen, Passes, Fails };
    bool passes(OrganisationIndex one) {
        State& state = seen_[one.value];
        if (state == State::Unseen) {
            ++found_.considered;
            state = filter_.check(one) == Exclusion::None ? State::Passes : State::Fails;
            if (state == State::Passes) found_.organisations.push_back(one);
        }
        return state == State::Passes;
    }

    const Filter& filter_;
    std::vector<State> seen_;
    Candidates found_;
};

/// The subject's topics worth following, the strongest and most specific first.
std::vector<TopicIndex> leading_topics(const Picture& picture, const Subject& subject) {
    std::vector<std::pair<double, TopicIndex>> ranked;
    for (const TopicLevel& one : subject.profile()) {
        ranked.emplace_back(one.level * specificity(picture, one.topic), one.topic);
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return std::tuple(-a.first, a.second) < std::tuple(-b.first, b.second);
    });
    std::vector<TopicIndex> out;
    for (std::size_t i = 0; i < std::min(ranked.size(), Bounds::kTopics); ++i)
        out.push_back(ranked[i].second);
    return out;
}

void take_by_topic(Collector& collector, const Picture& picture, const Subject& subject) {
    std::size_t left = Bounds::kTopics * 2;
    for (const Asked& asked : subject.asked()) {
        for (const network::RelatedTopic& cover : asked.covers) {
            if (left == 0) break;
            --left;
            collector.take(picture.organisations_offering(cover.topic), Bounds::kPerTopic);
            collector.take(picture.organisations_with(cover.topic), Bounds::kPerTopic);
        }
    }
    if (!subject.asked().empty()) return;
    for (const TopicIndex topic : leading_topics(picture, subject)) {
        collector.take(picture.organisations_with(topic), Bounds::kPerTopic);
    }
}

void take_by_capability(Collector& collector, const Picture& picture, const Subject& subject) {
    std::size_t left = Bounds::kTopics;
    for (const network::Capability& need : subject.needs()) {
        if (left-- == 0) break;
        for (const network::RelatedTopic& one : picture.related(need.topic)) {
            collector.take(picture.organisations_offering(one.topic), Bounds::kPerTopic);
        }
    }
    left = Bounds::kTopics;
    for (const network::Capability& offer : subject.offers()) {
        if (left-- == 0) break;
        for (const network::RelatedTopic& one : picture.related(offer.topic)) {
            collector.take(picture.organisations_needing(one.topic), Bounds::kPerTopic);
        }
    }
}

}  // namespace

Filter::Filter(const Scene& scene, const Subject& subject, const PartnerRequest& request)
    : picture_(scene.picture()),
      subject_(subject),
      filters_(request.filters),
      countries_(request.filters.countries) {
    const std::size_t count = picture_.organisation_count();
    std::sort(countries_.begin(), countries_.end());
    for (const OrganisationKind kind : filters_.kinds) kinds_[static_cast<std::size_t>(kind)] = true;
    if (filters_.kinds.empty()) {
        const auto own = subject.kind();
        const bool cluster = own == OrganisationKind::Cluster;
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            kinds_[i] = !own || (static_cast<OrganisationKind>(i) == OrganisationKind::Cluster) == cluster;
        }
    }
    if (!filters_.topics.empty()) {
        with_topic_.assign(count, false);
        for (const TopicIndex topic : filters_.topics) {
            for (const TopicIndex one : picture_.closure(topic)) {
                topics_.push_back(one);
                for (const OrganisationIndex who : picture_.organisations_with(one))
                    with_topic_[who.value] = true;
            }
        }
        std::sort(topics_.begin(), topics_.end());
        topics_.erase(std::unique(topics_.begin(), topics_.end()), topics_.end());
    }
    excluded_.assign(count, false);
    for (const OrganisationIndex one : filters_.excluded) {
        if (one.value < count) excluded_[one.value] = true;
    }
    own_house_.assign(count, false);
    if (!subject.known()) return;
    for (const HouseMember& one : subject.house())
        own_house_[one.organisation.value] = one.weight >= kOwnVoice;
    for (const OrganisationIndex one : picture_.managed_clusters(subject.organisation()))
        own_house_[one.value] = true;
}

bool Filter::kind_passes(OrganisationKind kind) const {
    return kinds_[static_cast<std::size_t>(kind)];
}

Exclusion Filter::check(OrganisationIndex organisation) const {
    if (subject_.known() && organisation == subject_.organisation()) return Exclusion::IsSubject;
    if (own_house_[organisation.value]) return Exclusion::OwnHouse;
    if (!kind_passes(picture_.kind(organisation))) return Exclusion::Kind;
    if (!countries_.empty() &&
        !std::binary_search(countries_.begin(), countries_.end(), picture_.country(organisation))) {
        return Exclusion::Country;
    }
    if (!with_topic_.empty() && !with_topic_[organisation.value]) return Exclusion::Topic;
    if (excluded_[organisation.value]) return Exclusion::Excluded;
    if (filters_.existing == ExistingPartners::LeaveOut &&
        !alliance(Scene(picture_), subject_, organisation).alive.empty()) {
        return Exclusion::ExistingPartner;
    }
    if (subject_.outcomes().is_unwanted(organisation)) return Exclusion::Unwanted;
    if (filters_.asked == AskedPartners::LeaveOut && subject_.outcomes().is_asked(organisation))
        return Exclusion::AskedAlready;
    return Exclusion::None;
}

std::vector<OrganisationIndex> Filter::pool(std::size_t& length) const {
    using Lists = std::vector<std::span<const OrganisationIndex>>;
    Lists shortest;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i]) shortest.push_back(picture_.organisations_of(static_cast<OrganisationKind>(i)));
    }
    const auto offer = [&shortest](Lists lists) {
        if (total_length(lists) < total_length(shortest)) shortest = std::move(lists);
    };
    if (!countries_.empty()) {
        Lists lists;
        for (const network::CountryCode country : countries_)
            lists.push_back(picture_.organisations_in(country));
        offer(std::move(lists));
    }
    if (!topics_.empty()) {
        Lists lists;
        for (const TopicIndex topic : topics_) lists.push_back(picture_.organisations_with(topic));
        offer(std::move(lists));
    }
    length = total_length(shortest);
    std::vector<OrganisationIndex> out;
    if (length > Bounds::kPool) return out;
    for (const auto& list : shortest) out.insert(out.end(), list.begin(), list.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Candidates find_candidates(const Scene& scene, const Subject& subject, const Filter& filter) {
    const Picture& picture = scene.picture();
    Collector collector(picture, filter);
    std::size_t length = 0;
    const std::vector<OrganisationIndex> pool = filter.pool(length);
    if (length <= Bounds::kPool) {
        collector.take(pool, pool.size());
        return collector.finish();
    }
    take_by_capability(collector, picture, subject);
    take_by_topic(collector, picture, subject);
    collector.take(subject.reached(), Bounds::kPartners);
    collector.take(subject.chained(), Bounds::kPartners);
    collector.take(subject.outcomes().welcome(), Bounds::kPartners);
    return collector.finish();
}

NoCandidate why_nobody(const Scene& scene, const Filter& filter) {
    const std::size_t count = scene.picture().organisation_count();
    if (count == 0) return NoCandidate::NetworkEmpty;
    // The filter's checks come in a fixed order: who gets furthest tells which of them is in the way.
    Exclusion furthest = Exclusion::IsSubject;
    for (std::size_t i = 0; i < count; ++i) {
        const Exclusion one = filter.check(OrganisationIndex(i));
        if (one == Exclusion::None) return NoCandidate::NothingInCommon;
        furthest = std::max(furthest, one);
    }
    switch (furthest) {
        case Exclusion::None:
        case Exclusion::IsSubject:
        case Exclusion::OwnHouse:
            return NoCandidate::NobodyElse;
        case Exclusion::Kind:
            return NoCandidate::KindAbsent;
        case Exclusion::Country:
            return NoCandidate::CountryAbsent;
        case Exclusion::Topic:
            return NoCandidate::TopicAbsent;
        case Exclusion::Excluded:
        case Exclusion::ExistingPartner:
            return NoCandidate::AllExcluded;
        case Exclusion::Unwanted:
            return NoCandidate::AllUnwanted;
        case Exclusion::AskedAlready:
            return NoCandidate::AllAsked;
    }
    return NoCandidate::NothingInCommon;
}

}  // namespace kontor::match
