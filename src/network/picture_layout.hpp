// SPDX-License-Identifier: EUPL-1.2
// Lays the builder's rows out as a picture: ordinals by id, flat lists by counting sort. One
// object per build; linear in the records, apart from sorting each organisation's ties. Private to this room.
#pragma once

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "network/picture_data.hpp"
#include "network/picture_rows.hpp"

namespace kontor::network {

/// Collects (list, item) pairs and makes the lists; the order of adding is kept inside each list.
template <class T>
class Grouping {
public:
    void add(std::size_t list, T item) {
        pairs_.emplace_back(static_cast<std::uint32_t>(list), std::move(item));
    }
    void reserve(std::size_t pairs) { pairs_.reserve(pairs); }
    [[nodiscard]] Adjacency<T> lists(std::size_t count) const {
        std::vector<std::uint32_t> starts(count + 1, 0);
        for (const auto& [list, item] : pairs_) ++starts[list + 1];
        for (std::size_t i = 0; i < count; ++i) starts[i + 1] += starts[i];
        std::vector<std::uint32_t> next(starts.begin(), starts.end());
        std::vector<T> items(pairs_.size());
        for (const auto& [list, item] : pairs_) items[next[list]++] = item;
        return {std::move(starts), std::move(items)};
    }

private:
    std::vector<std::pair<std::uint32_t, T>> pairs_;
};

class Layout {
public:
    using Rows = PictureBuilder::Rows;
    using CutRows = PictureCut::Rows;
    Layout(const Rows& rows, const CutRows& cut, Day today);
    [[nodiscard]] std::shared_ptr<const PictureData> run();

private:
    /// Ordinals of the slots whose records are there, ascending, each once.
    template <class I>
    [[nodiscard]] static std::vector<I> resolve(const std::vector<Slot>& slots,
                                                const std::vector<std::uint32_t>& ordinals) {
        std::vector<I> out;
        if (slots.empty()) return out;
        out.reserve(slots.size());
        for (const Slot slot : slots) {
            if (const I index = at<I>(ordinals, slot); index.valid()) out.push_back(index);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }
    template <class I>
    [[nodiscard]] static I at(const std::vector<std::uint32_t>& ordinals, Slot slot) {
        return slot == kNoSlot || ordinals[slot] == kNoSlot ? I() : I(ordinals[slot]);
    }

    void lay_programmes();
    void lay_topics();
    void lay_topic_tree();
    void lay_mappings();
    void relate_topics(const Adjacency<TopicIndex>& mapped);
    [[nodiscard]] Adjacency<TopicIndex> mapped_topics() const;
    void lay_organisations();
    struct OrganisationLists;
    void add_capabilities(std::size_t organisation, const std::vector<CapabilityRow>& list,
                          Grouping<Capability>& to, Grouping<OrganisationIndex>& by_topic) const;
    void lay_places();
    void lay_projects();
    [[nodiscard]] Day effective_day(const ProjectRow& row) const;
    void lay_project_lists();
    void lay_participations();
    void weigh_experience();
    void lay_memberships();
    void lay_agreements();
    void lay_delegations();
    void weigh_topics();
    void weigh_member_topics();
    void list_topic_organisations();
    void lay_ties();
    void lay_organisation_ties(Grouping<OrganisationIndex>& members);

    SeenRows rows_;
    std::shared_ptr<PictureData> out_;
    std::vector<std::size_t> clusters_;  // ordinals
    Adjacency<TopicIndex> found_topics_;
    std::vector<std::uint32_t> organisations_, projects_, topics_, programmes_;  // ordinal by slot
};

}  // namespace kontor::network
