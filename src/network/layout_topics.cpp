// SPDX-License-Identifier: EUPL-1.2
// The layout's part on topics: the tree and its relations, and how much of each topic everybody has.
#include <algorithm>
#include <cctype>
#include <map>

#include "network/picture_layout.hpp"
#include "network/weights.hpp"

namespace kontor::network {
namespace {

constexpr std::uint32_t kMaxDepth = 32;
using namespace weights;

/// "euroscivoc", "/23/43/251" → "euroscivoc-23-43-251": how a vocabulary's codes become ids.
std::string id_of_code(std::string_view scheme, std::string_view code) {
    std::string out(scheme);
    bool gap = true;
    for (const char c : code) {
        const bool keeps = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (keeps && gap) out.push_back('-');
        if (keeps) out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        gap = !keeps;
    }
    return out;
}

/// A dense map from topic to T that is emptied at the cost of what was touched.
template <class T>
class TopicScratch {
public:
    explicit TopicScratch(std::size_t topics) : values_(topics), used_(topics, false) {}
    T& operator[](TopicIndex topic) {
        if (!used_[topic.value]) {
            used_[topic.value] = true;
            touched_.push_back(topic);
            values_[topic.value] = T{};
        }
        return values_[topic.value];
    }
    [[nodiscard]] const std::vector<TopicIndex>& sorted() {
        std::sort(touched_.begin(), touched_.end());
        return touched_;
    }
    void clear() {
        for (const TopicIndex topic : touched_) used_[topic.value] = false;
        touched_.clear();
    }

private:
    std::vector<T> values_;
    std::vector<bool> used_;
    std::vector<TopicIndex> touched_;
};

struct Posting {
    std::uint32_t topic = 0;
    OrganisationIndex organisation;
    std::uint16_t rank = 0;  // lower is more
};

std::uint16_t rank_of(double mass) {
    constexpr double kSteps = 64;
    constexpr double kTop = 65535;
    return static_cast<std::uint16_t>(kTop - std::min(kTop, mass * kSteps));
}

/// Stable, by rank: two passes of a byte each.
void sort_by_rank(std::vector<Posting>& postings) {
    std::vector<Posting> other(postings.size());
    for (const unsigned shift : {0U, 8U}) {
        std::array<std::uint32_t, 257> starts{};
        for (const Posting& one : postings) ++starts[((one.rank >> shift) & 0xffU) + 1U];
        for (std::size_t i = 0; i < 256; ++i) starts[i + 1] += starts[i];
        for (const Posting& one : postings) other[starts[(one.rank >> shift) & 0xffU]++] = one;
        postings.swap(other);
    }
}

}  // namespace

void Layout::lay_topic_tree() {
    std::vector<TopicRow>& topics = out_->topics;
    Grouping<TopicIndex> children;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        if (topics[i].parent == TopicIndex(i)) topics[i].parent = TopicIndex();
        if (topics[i].parent.valid()) children.add(topics[i].parent.value, TopicIndex(i));
    }
    out_->children = children.lists(topics.size());
    for (TopicRow& topic : topics) {
        for (TopicIndex up = topic.parent; up.valid() && topic.depth < kMaxDepth;
             up = topics[up.value].parent) {
            ++topic.depth;
        }
    }
    Grouping<TopicIndex> closures;
    TopicScratch<char> seen(topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i) {
        std::vector<TopicIndex> open{TopicIndex(i)};
        while (!open.empty()) {
            const TopicIndex one = open.back();
            open.pop_back();
            if (std::exchange(seen[one], char{1}) != 0) continue;
            const auto below = out_->children.of(one.value);
            open.insert(open.end(), below.begin(), below.end());
        }
        for (const TopicIndex one : seen.sorted()) closures.add(i, one);
        seen.clear();
    }
    out_->closures = closures.lists(topics.size());
    relate_topics(mapped_topics());
}

Adjacency<TopicIndex> Layout::mapped_topics() const {
    const std::vector<Slot>& order = rows_.topics.order();
    std::map<std::pair<std::string_view, std::string_view>, TopicIndex> own_codes;
    std::map<std::string, TopicIndex, std::less<>> ids;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const TopicEntry& in = rows_.topics.row(order[i]);
        ids.emplace(rows_.topics.id(order[i]), TopicIndex(i));
        for (const auto& [scheme, code] : in.mappings) {
            const std::pair mapping(out_->text(scheme), out_->text(code));
            if (mapping.first == model::word(in.scheme)) own_codes.emplace(mapping, TopicIndex(i));
        }
    }
    Grouping<TopicIndex> mapped;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const auto& [scheme, own_code] : rows_.topics.row(order[i]).mappings) {
            const std::pair mapping(out_->text(scheme), out_->text(own_code));
            TopicIndex other;
            if (const auto code = own_codes.find(mapping); code != own_codes.end()) {
                other = code->second;
            } else if (const auto id = ids.find(id_of_code(mapping.first, mapping.second)); id != ids.end()) {
                other = id->second;
            }
            if (!other.valid() || other == TopicIndex(i)) continue;
            mapped.add(i, other);
            mapped.add(other.value, TopicIndex(i));
        }
    }
    return mapped.lists(order.size());
}

void Layout::relate_topics(const Adjacency<TopicIndex>& mapped) {
    const std::vector<TopicRow>& topics = out_->topics;
    Grouping<RelatedTopic> related;
    TopicScratch<double> best(topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const auto offer = [&best](TopicIndex topic, double affinity) {
            best[topic] = std::max(best[topic], affinity);
        };
        offer(TopicIndex(i), 1);
        double affinity = kStep;
        for (TopicIndex up = topics[i].parent; up.valid() && affinity >= kLeastAffinity;
             up = topics[up.value].parent, affinity *= kStep) {
            offer(up, affinity);
        }
        std::vector<TopicIndex> level{TopicIndex(i)};
        for (affinity = kStep; affinity >= kLeastAffinity && !level.empty(); affinity *= kStep) {
            std::vector<TopicIndex> next;
            for (const TopicIndex one : level) {
                const auto below = out_->children.of(one.value);
                next.insert(next.end(), below.begin(), below.end());
            }
            for (const TopicIndex one : next) offer(one, affinity);
            level.swap(next);
        }
        if (topics[i].parent.valid()) {
            for (const TopicIndex one : out_->children.of(topics[i].parent.value)) offer(one, kSibling);
        }
        for (const TopicIndex one : mapped.of(i)) offer(one, kMapped);
        for (const TopicIndex one : best.sorted()) related.add(i, {one, best[one]});
        best.clear();
    }
    out_->related = related.lists(topics.size());
}

void Layout::weigh_topics() {
    std::vector<std::uint32_t> starts{0};
    std::vector<TopicMass> items;
    TopicScratch<TopicMass> scratch(out_->topics.size());
    for (std::size_t i = 0; i < out_->organisations.size(); ++i) {
        for (const TopicIndex topic : out_->declared_topics.of(i)) scratch[topic].mass += kDeclaredMass;
        for (const Capability& offer : out_->offers.of(i)) scratch[offer.topic].mass += kOfferMass;
        for (const TopicIndex topic : found_topics_.of(i)) scratch[topic].mass += kFoundMass;
        ProjectIndex last;
        for (const ParticipationIndex at : out_->organisation_participations.of(i)) {
            const ProjectIndex project = out_->project_participations.items()[at.value].project;
            if (project == last) continue;
            last = project;
            for (const TopicIndex topic : out_->project_topics.of(project.value)) {
                TopicMass& mass = scratch[topic];
                mass.mass += out_->project_mass(project.value);
                ++mass.projects;
            }
        }
        for (const TopicIndex topic : scratch.sorted()) {
            items.push_back(scratch[topic]);
            items.back().topic = topic;
        }
        starts.push_back(static_cast<std::uint32_t>(items.size()));
        scratch.clear();
    }
    items.shrink_to_fit();
    out_->organisation_topics = Adjacency<TopicMass>(std::move(starts), std::move(items));
}

void Layout::weigh_member_topics() {
    std::vector<std::uint32_t> starts{0};
    std::vector<MemberTopic> items;
    TopicScratch<MemberTopic> scratch(out_->topics.size());
    std::vector<OrganisationIndex> members;
    for (std::size_t i = 0; i < out_->organisations.size(); ++i) {
        members.clear();
        for (const MembershipIndex at : out_->cluster_members.of(i)) {
            const MembershipRow& row = out_->memberships[at.value];
            if (row.standing == Standing::Current) members.push_back(row.member);
        }
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        if (!members.empty()) {
            MemberCounts counts;
            for (const OrganisationIndex member : members) {
                ++counts.total;
                ++counts.by_kind[static_cast<std::size_t>(out_->organisations[member.value].kind)];
                for (const TopicMass& topic : out_->organisation_topics.of(member.value)) {
                    MemberTopic& sum = scratch[topic.topic];
                    sum.mass += kMemberShare * topic.level();
                    ++sum.members;
                }
            }
            out_->member_counts.emplace_back(OrganisationIndex(i), counts);
            for (const TopicIndex topic : scratch.sorted()) {
                items.push_back(scratch[topic]);
                items.back().topic = topic;
            }
            scratch.clear();
        }
        starts.push_back(static_cast<std::uint32_t>(items.size()));
    }
    out_->member_topics = Adjacency<MemberTopic>(std::move(starts), std::move(items));
}

void Layout::list_topic_organisations() {
    std::vector<Posting> postings;
    postings.reserve(out_->organisation_topics.items().size() + out_->member_topics.items().size());
    for (std::size_t i = 0; i < out_->organisations.size(); ++i) {
        const auto own = out_->organisation_topics.of(i);
        const auto members = out_->member_topics.of(i);
        auto a = own.begin();
        auto b = members.begin();
        while (a != own.end() || b != members.end()) {
            const bool first = b == members.end() || (a != own.end() && a->topic <= b->topic);
            const bool second = a == own.end() || (b != members.end() && b->topic <= a->topic);
            const TopicIndex topic = first ? a->topic : b->topic;
            double mass = 0;
            if (first) mass += (a++)->mass;
            if (second) mass += (b++)->mass;
            postings.push_back({topic.value, OrganisationIndex(i), rank_of(mass)});
        }
    }
    sort_by_rank(postings);
    Grouping<OrganisationIndex> lists;
    lists.reserve(postings.size());
    for (const Posting& one : postings) lists.add(one.topic, one.organisation);
    out_->topic_organisations = lists.lists(out_->topics.size());
}

}  // namespace kontor::network
