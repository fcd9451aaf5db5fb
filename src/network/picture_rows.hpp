// SPDX-License-Identifier: EUPL-1.2
// The builder's memory: one compact row per record, addressed by slot. A slot is given to an id when it is
// first named, by its own record or by a reference; so references are slots and cost no look-up when a
// picture is laid out. Private to this room, not thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "network/picture_builder.hpp"
#include "network/picture_data.hpp"
#include "network/types.hpp"

namespace kontor::network {

using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = 0xffffffffU;

/// Rows of one kind by slot. order() is the present slots by id; it is kept between calls and only new ids
/// are sorted.
template <class Row>
class Table {
public:
    /// The slot of `id`, a new one if it has none; kNoSlot for the empty id.
    Slot slot(std::string_view id) {
        if (id.empty()) return kNoSlot;
        const auto found = slots_.find(id);
        if (found != slots_.end()) return found->second;
        const auto fresh = static_cast<Slot>(ids_.size());
        ids_.emplace_back(id);
        rows_.emplace_back();
        present_.push_back(false);
        slots_.emplace(ids_.back(), fresh);
        return fresh;
    }
    Row& put(std::string_view id) {
        const Slot at = slot(id);
        if (!present_[at]) {
            present_[at] = true;
            fresh_.push_back(at);
        }
        return rows_[at];
    }
    /// nullptr when there is none by that id.
    [[nodiscard]] const Row* find(std::string_view id) const {
        const auto found = slots_.find(id);
        if (found == slots_.end() || !present_[found->second]) return nullptr;
        return &rows_[found->second];
    }
    /// The row that leaves, nullptr when there is none by that id.
    Row* erase(std::string_view id) {
        const auto found = slots_.find(id);
        if (found == slots_.end() || !present_[found->second]) return nullptr;
        present_[found->second] = false;
        has_gaps_ = true;
        return &rows_[found->second];
    }
    [[nodiscard]] const std::vector<Slot>& order() const {
        if (fresh_.empty() && !has_gaps_) return order_;
        const auto by_id = [this](Slot a, Slot b) { return ids_[a] < ids_[b]; };
        std::sort(fresh_.begin(), fresh_.end(), by_id);
        fresh_.erase(std::unique(fresh_.begin(), fresh_.end()), fresh_.end());
        const auto gone = [this](Slot at) { return !present_[at]; };
        order_.erase(std::remove_if(order_.begin(), order_.end(), gone), order_.end());
        fresh_.erase(std::remove_if(fresh_.begin(), fresh_.end(), gone), fresh_.end());
        const auto middle = static_cast<std::ptrdiff_t>(order_.size());
        order_.insert(order_.end(), fresh_.begin(), fresh_.end());
        std::inplace_merge(order_.begin(), order_.begin() + middle, order_.end(), by_id);
        order_.erase(std::unique(order_.begin(), order_.end()), order_.end());
        fresh_.clear();
        has_gaps_ = false;
        return order_;
    }
    /// Whether or not its record is there.
    [[nodiscard]] std::optional<Slot> known_slot(std::string_view id) const {
        const auto found = slots_.find(id);
        return found == slots_.end() ? std::nullopt : std::optional<Slot>(found->second);
    }
    [[nodiscard]] const Row& row(Slot slot) const { return rows_[slot]; }
    [[nodiscard]] Row& row(Slot slot) { return rows_[slot]; }
    [[nodiscard]] bool present(Slot slot) const { return present_[slot]; }
    [[nodiscard]] std::size_t slots() const { return ids_.size(); }
    [[nodiscard]] const std::string& id(Slot slot) const { return ids_[slot]; }

private:
    std::deque<std::string> ids_;  // a deque: the keys of slots_ point into it
    std::vector<Row> rows_;
    std::vector<bool> present_;
    std::unordered_map<std::string_view, Slot> slots_;
    mutable std::vector<Slot> order_;
    mutable std::vector<Slot> fresh_;
    mutable bool has_gaps_ = false;  // order_ or fresh_ may hold slots that have left
};

/// Rows that an audience sees otherwise than they are in the table, by slot.
template <class Row>
class CutTable {
public:
    /// The row to fill, at first the table's.
    Row& show(Slot slot, const Table<Row>& table) {
        return rows_.insert_or_assign(slot, std::optional<Row>(table.row(slot))).first->second.value();
    }
    void hide(Slot slot) { rows_.insert_or_assign(slot, std::nullopt); }
    void restore(Slot slot) { rows_.erase(slot); }
    /// Nothing for a hidden row.
    [[nodiscard]] const std::map<Slot, std::optional<Row>>& rows() const { return rows_; }

private:
    std::map<Slot, std::optional<Row>> rows_;
};

/// A table as an audience sees it. The table must not change meanwhile.
template <class Row>
class SeenTable {
public:
    SeenTable(const Table<Row>& table, const CutTable<Row>& cut) : table_(table), cut_(cut.rows()) {
        if (cut_.empty()) return;
        is_cut_.resize(table.slots(), false);
        for (const auto& [slot, row] : cut_) is_cut_[slot] = true;
        for (const Slot slot : table.order()) {
            if (present(slot)) order_.push_back(slot);
        }
    }
    [[nodiscard]] const std::vector<Slot>& order() const { return cut_.empty() ? table_.order() : order_; }
    /// By slot the position in order(), kNoSlot for absent ones.
    [[nodiscard]] std::vector<std::uint32_t> ordinals() const {
        std::vector<std::uint32_t> out(slots(), kNoSlot);
        const std::vector<Slot>& sorted = order();
        for (std::size_t i = 0; i < sorted.size(); ++i) out[sorted[i]] = static_cast<std::uint32_t>(i);
        return out;
    }
    [[nodiscard]] const Row& row(Slot slot) const { return is_cut(slot) ? *cut_.at(slot) : table_.row(slot); }
    [[nodiscard]] bool present(Slot slot) const {
        return table_.present(slot) && (!is_cut(slot) || cut_.at(slot).has_value());
    }
    [[nodiscard]] std::size_t slots() const { return table_.slots(); }
    [[nodiscard]] const std::string& id(Slot slot) const { return table_.id(slot); }

private:
    [[nodiscard]] bool is_cut(Slot slot) const { return !is_cut_.empty() && is_cut_[slot]; }

    const Table<Row>& table_;
    const std::map<Slot, std::optional<Row>>& cut_;
    std::vector<bool> is_cut_;
    std::vector<Slot> order_;
};

struct CapabilityRow {
    Slot topic = kNoSlot;
    std::uint8_t trl = 0;
};

struct TargetRow {
    CountryCode country;
    Slice code, region;
    std::uint8_t priority = 0;
};

struct ClusterRow {
    Slot management = kNoSlot;
    Slot association = kNoSlot;
    std::vector<TargetRow> targets;
};

struct OrganisationEntry {
    OrganisationRow row;  // but for what other records tell of it
    std::vector<Slot> topics;
    std::vector<Slot> found;
    std::vector<CapabilityRow> offers, needs;
    std::shared_ptr<const ClusterRow> cluster;
};

struct ProjectEntry {
    ProjectRow row;  // likewise
    Slot programme = kNoSlot;
    std::vector<Slot> topics;
    std::vector<Slot> found;
    std::vector<Slot> predecessors;
};

struct ParticipationEntry {
    Slot project = kNoSlot, organisation = kNoSlot;
    std::uint32_t phases = 0;
    model::ParticipationRole role{};
    Day from = kUnknownDay, to = kUnknownDay;
};

struct MembershipEntry {
    Slice id;
    Slot member = kNoSlot, cluster = kNoSlot;
    model::MembershipType type{};
    Day from = kUnknownDay, to = kUnknownDay;
};

struct AgreementEntry {
    Slice id, title;
    model::AgreementType type{};
    std::vector<Slot> parties;
    Day signed_on = kUnknownDay, valid_to = kUnknownDay;
    Slot project = kNoSlot;
};

struct DelegationEntry {
    Slice id, title;
    std::vector<Slot> organisers, participants;
    Day from = kUnknownDay, to = kUnknownDay;
};

struct TopicEntry {
    Slice label_en, label_de;
    model::TopicKind kind{};
    model::TopicScheme scheme{};
    Slot parent = kNoSlot;
    Slice id;
    std::vector<std::pair<Slice, Slice>> mappings;  // scheme and code
};

struct ProgrammeEntry {
    Slice id, short_name;
    Day from = kUnknownDay, to = kUnknownDay;
};

struct PictureBuilder::Rows {
    TextPool texts;
    Table<OrganisationEntry> organisations;
    Table<ProjectEntry> projects;
    Table<ParticipationEntry> participations;
    Table<MembershipEntry> memberships;
    Table<AgreementEntry> agreements;
    Table<DelegationEntry> delegations;
    Table<TopicEntry> topics;
    Table<ProgrammeEntry> programmes;
};

struct PictureCut::Rows {
    CutTable<OrganisationEntry> organisations;
    CutTable<ProjectEntry> projects;
    CutTable<ParticipationEntry> participations;
    CutTable<MembershipEntry> memberships;
    CutTable<AgreementEntry> agreements;
    CutTable<DelegationEntry> delegations;
    CutTable<TopicEntry> topics;
    CutTable<ProgrammeEntry> programmes;
};

/// All tables as an audience sees them.
struct SeenRows {
    SeenRows(const PictureBuilder::Rows& rows, const PictureCut::Rows& cut)
        : texts(rows.texts),
          organisations(rows.organisations, cut.organisations),
          projects(rows.projects, cut.projects),
          participations(rows.participations, cut.participations),
          memberships(rows.memberships, cut.memberships),
          agreements(rows.agreements, cut.agreements),
          delegations(rows.delegations, cut.delegations),
          topics(rows.topics, cut.topics),
          programmes(rows.programmes, cut.programmes) {}

    const TextPool& texts;
    SeenTable<OrganisationEntry> organisations;
    SeenTable<ProjectEntry> projects;
    SeenTable<ParticipationEntry> participations;
    SeenTable<MembershipEntry> memberships;
    SeenTable<AgreementEntry> agreements;
    SeenTable<DelegationEntry> delegations;
    SeenTable<TopicEntry> topics;
    SeenTable<ProgrammeEntry> programmes;
};

}  // namespace kontor::network
