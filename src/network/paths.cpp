// SPDX-License-Identifier: EUPL-1.2
#include "network/paths.hpp"

#include <algorithm>
#include <tuple>

namespace kontor::network {
namespace {

bool joins(const Picture& picture, TieIndex tie, OrganisationIndex organisation) {
    const auto all = picture.organisations(tie);
    return std::binary_search(all.begin(), all.end(), organisation);
}

/// The organisations beside one, each with its link; position_ finds them.
class Ring {
public:
    explicit Ring(std::size_t organisations) : position_(organisations, 0) {}

    void add(const Picture& picture, OrganisationIndex from, OrganisationIndex to, TieIndex index) {
        const Tie& tie = picture.at(index);
        std::uint32_t& at = position_[to.value];
        if (at == 0) {
            links_.push_back({from, to, index, 0, 0, 0, kUnknownDay});
            at = static_cast<std::uint32_t>(links_.size());
        }
        PathLink& link = links_[at - 1];
        ++link.joint;
        if (tie.kind == TieKind::Project) ++link.joint_projects;
        link.strength = std::min(1.0, link.strength + tie.strength);
        link.latest = std::max(link.latest, tie.day);
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
    std::vector<std::uint32_t> position_;
    std::vector<PathLink> links_;
};

/// Everybody beside `from` by its strongest ties, without ties that join `other` as well.
void fill(Ring& ring, const Picture& picture, OrganisationIndex from, OrganisationIndex other,
          std::size_t ties) {
    for (const TieIndex index : picture.ties(from)) {
        if (ties-- == 0) return;
        if (picture.at(index).strength <= 0 || joins(picture, index, other)) continue;
        for (const OrganisationIndex to : picture.organisations(index)) {
            if (to != from) ring.add(picture, from, to, index);
        }
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

void add_direct(Best& best, const Picture& picture, OrganisationIndex from, OrganisationIndex to) {
    Ring ring(picture.organisation_count());
    for (const TieIndex index : picture.ties(from)) {
        if (picture.at(index).strength > 0 && joins(picture, index, to)) ring.add(picture, from, to, index);
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

void add_three_links(Best& best, const Picture& picture, const Ring& near, const Ring& far,
                     const PathLimits& limits) {
    const std::vector<PathLink> starts = near.strongest(limits.breadth);
    const std::vector<PathLink> ends = far.strongest(limits.breadth);
    if (starts.empty() || ends.empty()) return;
    const OrganisationIndex from = starts.front().from;
    const OrganisationIndex to = ends.front().from;
    std::vector<bool> wanted(picture.organisation_count(), false);
    for (const PathLink& end : ends) wanted[end.to.value] = near.find(end.to) == nullptr;
    Ring middle(picture.organisation_count());
    for (const PathLink& start : starts) {
        if (!best.welcomes(start.strength * ends.front().strength)) break;
        if (far.find(start.to) != nullptr) continue;
        std::size_t left = limits.inner_ties;
        for (const TieIndex index : picture.ties(start.to)) {
            if (left-- == 0) break;
            if (picture.at(index).strength <= 0 || joins(picture, index, from) || joins(picture, index, to))
                continue;
            for (const OrganisationIndex one : picture.organisations(index)) {
                if (wanted[one.value] && one != start.to) middle.add(picture, start.to, one, index);
            }
        }
        for (const PathLink& link : middle.links()) {
            const PathLink& end = *far.find(link.to);
            if (best.welcomes(start.strength * link.strength * end.strength)) {
                best.add(chain({start, link, turned(end)}));
            }
        }
        middle.clear();
    }
}

std::vector<WarmPath> paths_from(const Picture& picture, OrganisationIndex from, OrganisationIndex to,
                                 const PathLimits& limits) {
    Best best(limits.paths);
    add_direct(best, picture, from, to);
    if (limits.links >= 2) {
        Ring near(picture.organisation_count());
        Ring far(picture.organisation_count());
        fill(near, picture, from, to, limits.ties);
        fill(far, picture, to, from, limits.ties);
        add_two_links(best, near, far);
        if (limits.links >= 3) add_three_links(best, picture, near, far, limits);
    }
    return best.take();
}

}  // namespace

std::vector<WarmPath> warm_paths(const Picture& picture, OrganisationIndex from, OrganisationIndex to,
                                 const PathLimits& limits) {
    if (from == to || limits.paths == 0 || limits.links == 0) return {};
    // From the end with fewer ties fewer chains have to be looked at.
    if (picture.ties(from).size() <= picture.ties(to).size()) return paths_from(picture, from, to, limits);
    std::vector<WarmPath> out;
    for (WarmPath& path : paths_from(picture, to, from, limits)) {
        std::reverse(path.links.begin(), path.links.end());
        std::transform(path.links.begin(), path.links.end(), path.links.begin(), turned);
        out.push_back(chain(std::move(path.links)));
    }
    std::sort(out.begin(), out.end(), before);
    return out;
}

}  // namespace kontor::network
