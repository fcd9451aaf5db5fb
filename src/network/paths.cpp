// SPDX-License-Identifier: EUPL-1.2
#include "network/paths.hpp"

#include <algorithm>
#include <tuple>

#include "network/weights.hpp"

namespace kontor::network {
namespace {

bool joins(const Picture& picture, TieIndex tie, OrganisationIndex organisation) {
    const auto all = picture.organisations(tie);
    return std::binary_search(all.begin(), all.end(), organisation);
}

/// An acquaintance as one of its two organisations sees it.
struct Known {
    OrganisationIndex at;
    OrganisationIndex other;
    AcquaintanceIndex index;
    std::uint32_t person = 0;
    double strength = 0;
    Day day = kUnknownDay;
};

/// The acquaintances of all organisations.
class Circle {
public:
    explicit Circle(std::span<const Acquaintance> people) {
        for (std::size_t i = 0; i < people.size(); ++i) {
            const Acquaintance& one = people[i];
            if (one.strength <= 0 || one.from == one.to) continue;
            known_.push_back({one.from, one.to, AcquaintanceIndex(i), one.person, one.strength, one.day});
            known_.push_back({one.to, one.from, AcquaintanceIndex(i), one.person, one.strength, one.day});
        }
        std::sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) {
            return std::tuple(a.at, -a.strength, a.index) < std::tuple(b.at, -b.strength, b.index);
        });
    }
    /// Strongest first.
    [[nodiscard]] std::span<const Known> of(OrganisationIndex organisation) const {
        const auto first = std::partition_point(known_.begin(), known_.end(),
                                                [&](const Known& one) { return one.at < organisation; });
        const auto last = std::partition_point(first, known_.end(),
                                               [&](const Known& one) { return one.at == organisation; });
        return {first, last};
    }
    [[nodiscard]] bool stands_at(std::uint32_t person, OrganisationIndex organisation) const {
        const auto all = of(organisation);
        return std::any_of(all.begin(), all.end(), [&](const Known& one) { return one.person == person; });
    }

private:
    std::vector<Known> known_;
};

/// What one question is asked of.
struct Ground {
    const Picture& picture;
    const Circle& circle;
    const PathLimits& limits;
};

/// The organisations beside one, each with its link; position_ finds them.
class Ring {
public:
    explicit Ring(std::size_t organisations) : position_(organisations, 0) {}

    void add(const Picture& picture, OrganisationIndex from, OrganisationIndex to, TieIndex index) {
        const Tie& tie = picture.at(index);
        PathLink& link = between(from, to);
        if (!link.tie.valid()) link.tie = index;
        ++link.joint;
        if (tie.kind == TieKind::Project) ++link.joint_projects;
        link.strength = std::min(1.0, link.strength + tie.strength);
        link.latest = std::max(link.latest, tie.day);
    }
    void add(const Known& known) {
        PathLink& link = between(known.at, known.other);
        if (!link.acquaintance.valid()) link.acquaintance = known.index;
        link.strength = std::min(1.0, link.strength + known.strength);
        link.latest = std::max(link.latest, known.day);
    }
    [[nodiscard]] const PathLink* find(OrganisationIndex to) const {
        const std::uint32_t at = position_[to.value];
        return at == 0 ? nullptr : &links_[at - 1];
    }
    [[nodiscard]] const std::vector<PathLink>& links() const { return links_; }
    [[nodiscard]] std::vector<PathLink> strongest(std::size_t count) const {
        std::vector<PathLink> out = links_;
        std::sort(out.begin(), out.end(), [](const PathLink& a, const PathLink& b) {
            return std::tuple(-a.strength, a.to) < std::tuple(-b.strength, b.to);
        });
        if (out.size() > count) out.resize(count);
        return out;
    }
    void clear() {
        for (const PathLink& link : links_) position_[link.to.value] = 0;
        links_.clear();
    }

private:
    PathLink& between(OrganisationIndex from, OrganisationIndex to) {
        std::uint32_t& at = position_[to.value];
        if (at == 0) {
            PathLink& link = links_.emplace_back();
            link.from = from;
            link.to = to;
            at = static_cast<std::uint32_t>(links_.size());
        }
        return links_[at - 1];
    }

    std::vector<std::uint32_t> position_;
    std::vector<PathLink> links_;
};

/// Everybody beside `from` by its strongest ties and the people it knows, without what joins `other` as well.
void fill(Ring& ring, const Ground& ground, OrganisationIndex from, OrganisationIndex other) {
    const Picture& picture = ground.picture;
    std::size_t left = ground.limits.ties;
    for (const TieIndex index : picture.ties(from)) {
        if (left-- == 0) break;
        if (picture.at(index).strength <= 0 || joins(picture, index, other)) continue;
        for (const OrganisationIndex to : picture.organisations(index)) {
            if (to != from) ring.add(picture, from, to, index);
        }
    }
    for (const Known& known : ground.circle.of(from)) {
        if (known.other != other && !ground.circle.stands_at(known.person, other)) ring.add(known);
    }
}

PathLink turned(PathLink link) {
    std::swap(link.from, link.to);
    return link;
}

WarmPath chain(std::vector<PathLink> links) {
    WarmPath out;
    out.strength = 1;
    out.oldest = links.front().latest;
    for (const PathLink& link : links) {
        out.strength *= link.strength;
        out.oldest = std::min(out.oldest, link.latest);
    }
    out.links = std::move(links);
    return out;
}

bool before(const WarmPath& a, const WarmPath& b) {
    if (a.strength != b.strength) return a.strength > b.strength;
    if (a.links.size() != b.links.size()) return a.links.size() < b.links.size();
    for (std::size_t i = 0; i < a.links.size(); ++i) {
        if (a.links[i].to != b.links[i].to) return a.links[i].to < b.links[i].to;
    }
    return false;
}

/// Keeps the best few.
class Best {
public:
    explicit Best(std::size_t count) : count_(count) {}
    [[nodiscard]] bool welcomes(double strength) const {
        return strength > 0 && (paths_.size() < count_ || strength >= paths_.back().strength);
    }
    void add(WarmPath path) {
        paths_.insert(std::upper_bound(paths_.begin(), paths_.end(), path, before), std::move(path));
        if (paths_.size() > count_) paths_.pop_back();
    }
    [[nodiscard]] std::vector<WarmPath> take() { return std::move(paths_); }

private:
    std::size_t count_;
    std::vector<WarmPath> paths_;
};

void add_direct(Best& best, const Ground& ground, OrganisationIndex from, OrganisationIndex to) {
    const Picture& picture = ground.picture;
    Ring ring(picture.organisation_count());
    for (const TieIndex index : picture.ties(from)) {
        if (picture.at(index).strength > 0 && joins(picture, index, to)) ring.add(picture, from, to, index);
    }
    for (const Known& known : ground.circle.of(from)) {
        if (known.other == to) ring.add(known);
    }
    if (const PathLink* link = ring.find(to); link != nullptr && best.welcomes(link->strength))
        best.add(chain({*link}));
}

void add_two_links(Best& best, const Ring& near, const Ring& far) {
    for (const PathLink& first : near.links()) {
        const PathLink* second = far.find(first.to);
        if (second == nullptr || !best.welcomes(first.strength * second->strength)) continue;
        best.add(chain({first, turned(*second)}));
    }
}

/// The way on from `start` to the wanted ones, without what joins either end as well.
void fill_middle(Ring& middle, const Ground& ground, const PathLink& start, OrganisationIndex to,
                 const std::vector<bool>& wanted) {
    const Picture& picture = ground.picture;
    std::size_t left = ground.limits.inner_ties;
    for (const TieIndex index : picture.ties(start.to)) {
        if (left-- == 0) break;
        if (picture.at(index).strength <= 0 || joins(picture, index, start.from) || joins(picture, index, to))
            continue;
        for (const OrganisationIndex one : picture.organisations(index)) {
            if (wanted[one.value] && one != start.to) middle.add(picture, start.to, one, index);
        }
    }
    for (const Known& known : ground.circle.of(start.to)) {
        if (!wanted[known.other.value] || ground.circle.stands_at(known.person, start.from) ||
            ground.circle.stands_at(known.person, to))
            continue;
        middle.add(known);
    }
}

void add_three_links(Best& best, const Ground& ground, const Ring& near, const Ring& far) {
    const std::vector<PathLink> starts = near.strongest(ground.limits.breadth);
    const std::vector<PathLink> ends = far.strongest(ground.limits.breadth);
    if (starts.empty() || ends.empty()) return;
    const OrganisationIndex to = ends.front().from;
    std::vector<bool> wanted(ground.picture.organisation_count(), false);
    for (const PathLink& end : ends) wanted[end.to.value] = near.find(end.to) == nullptr;
    Ring middle(ground.picture.organisation_count());
    for (const PathLink& start : starts) {
        if (!best.welcomes(start.strength * ends.front().strength)) break;
        if (far.find(start.to) != nullptr) continue;
        fill_middle(middle, ground, start, to, wanted);
        for (const PathLink& link : middle.links()) {
            const PathLink& end = *far.find(link.to);
            if (best.welcomes(start.strength * link.strength * end.strength)) {
                best.add(chain({start, link, turned(end)}));
            }
        }
        middle.clear();
    }
}

std::vector<WarmPath> paths_from(const Ground& ground, OrganisationIndex from, OrganisationIndex to) {
    Best best(ground.limits.paths);
    add_direct(best, ground, from, to);
    if (ground.limits.links >= 2) {
        Ring near(ground.picture.organisation_count());
        Ring far(ground.picture.organisation_count());
        fill(near, ground, from, to);
        fill(far, ground, to, from);
        add_two_links(best, near, far);
        if (ground.limits.links >= 3) add_three_links(best, ground, near, far);
    }
    return best.take();
}

}  // namespace

double acquaintance_strength(const Picture& picture, Day day) {
    return weights::kAcquaintance * picture.decay(day, weights::kHalfLife, weights::kUndated);
}

std::vector<WarmPath> warm_paths(const Picture& picture, OrganisationIndex from, OrganisationIndex to,
                                 const PathLimits& limits, std::span<const Acquaintance> people) {
    if (from == to || limits.paths == 0 || limits.links == 0) return {};
    const Circle circle(people);
    const Ground ground{picture, circle, limits};
    // From the end with fewer ties fewer chains have to be looked at.
    if (picture.ties(from).size() <= picture.ties(to).size()) return paths_from(ground, from, to);
    std::vector<WarmPath> out;
    for (WarmPath& path : paths_from(ground, to, from)) {
        std::reverse(path.links.begin(), path.links.end());
        std::transform(path.links.begin(), path.links.end(), path.links.begin(), turned);
        out.push_back(chain(std::move(path.links)));
    }
    std::sort(out.begin(), out.end(), before);
    return out;
}

}  // namespace kontor::network
