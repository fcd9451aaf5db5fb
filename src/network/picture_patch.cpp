// SPDX-License-Identifier: EUPL-1.2
#include "network/picture_patch.hpp"

#include <algorithm>
#include <utility>

namespace kontor::network {
namespace {

using model::RecordKind;

/// Ascending, each once.
template <class I>
bool same_set(std::span<const I> before, std::vector<I> now) {
    std::sort(now.begin(), now.end());
    now.erase(std::unique(now.begin(), now.end()), now.end());
    return std::equal(before.begin(), before.end(), now.begin(), now.end());
}

}  // namespace

Patch::Patch(const Rows& rows, const CutRows& cut, std::shared_ptr<const Picture> before)
    : rows_(rows), cut_(cut), before_(std::move(before)) {}

std::shared_ptr<const Picture> Patch::run(std::span<const RecordKey> changed) {
    const bool takes_all =
        std::all_of(changed.begin(), changed.end(), [this](const RecordKey& key) { return take(key); });
    if (!takes_all) return nullptr;
    if (!organisations_) return before_;
    return std::make_shared<const Picture>(before_->contents_, organisations_, rows_.texts.block());
}

bool Patch::take(const RecordKey& key) {
    switch (key.first) {
        case RecordKind::Organisation:
            return take_organisation(key.second);
        case RecordKind::Project:
            return is_same_project(key.second);
        case RecordKind::Membership:
            return is_same_membership(key.second);
        case RecordKind::Participation:
        case RecordKind::Agreement:
        case RecordKind::Delegation:
        case RecordKind::Topic:
        case RecordKind::Programme:
            return false;
        case RecordKind::Source:
        case RecordKind::Region:
        case RecordKind::Place:
        case RecordKind::Call:
        case RecordKind::Claim:
        case RecordKind::Person:
        case RecordKind::Disclosure:
        case RecordKind::News:
            return true;
    }
    return false;
}

bool Patch::take_organisation(const std::string& id) {
    const OrganisationEntry* in = seen(rows_.organisations, cut_.organisations, id);
    const auto index = before_->find_organisation(id);
    if (in == nullptr || !index) return in == nullptr && !index;
    if (!is_joined_alike(*index, *in)) return false;
    if (!organisations_)
        organisations_ = std::make_shared<std::vector<OrganisationRow>>(*before_->organisations_);
    OrganisationRow& row = (*organisations_)[index->value];
    const OrganisationRow known = std::exchange(row, in->row);
    row.management = known.management;
    row.association = known.association;
    row.latest_project = known.latest_project;
    row.experience = known.experience;
    row.programmes = known.programmes;
    return true;
}

bool Patch::is_joined_alike(OrganisationIndex index, const OrganisationEntry& in) const {
    const OrganisationRow& known = (*before_->organisations_)[index.value];
    return known.kind == in.row.kind && known.country == in.row.country && has_same_topics(index, in) &&
           has_same_profile(index, in);
}

TopicIndex Patch::topic_at(Slot slot) const {
    return before_->find_topic(rows_.topics.id(slot)).value_or(TopicIndex());
}

OrganisationIndex Patch::organisation_at(Slot slot) const {
    if (slot == kNoSlot) return {};
    return before_->find_organisation(rows_.organisations.id(slot)).value_or(OrganisationIndex());
}

bool Patch::same_capabilities(std::span<const Capability> before,
                              const std::vector<CapabilityRow>& now) const {
    std::size_t count = 0;
    for (const CapabilityRow& one : now) {
        const TopicIndex topic = topic_at(one.topic);
        if (!topic.valid()) continue;
        if (count == before.size() || before[count].topic != topic || before[count].trl != one.trl)
            return false;
        ++count;
    }
    return count == before.size();
}

bool Patch::has_same_topics(OrganisationIndex index, const OrganisationEntry& in) const {
    std::vector<TopicIndex> declared;
    for (const Slot slot : in.topics) {
        if (const TopicIndex topic = topic_at(slot); topic.valid()) declared.push_back(topic);
    }
    return same_set(before_->declared_topics(index), std::move(declared)) &&
           same_capabilities(before_->offers(index), in.offers) &&
           same_capabilities(before_->needs(index), in.needs);
}

bool Patch::has_same_profile(OrganisationIndex index, const OrganisationEntry& in) const {
    const auto known = before_->target_regions(index);
    if (!in.cluster) {
        return known.empty() && !before_->management_entity(index).valid() &&
               !before_->association_entity(index).valid();
    }
    return before_->management_entity(index) == organisation_at(in.cluster->management) &&
           before_->association_entity(index) == organisation_at(in.cluster->association) &&
           std::equal(known.begin(), known.end(), in.cluster->targets.begin(), in.cluster->targets.end(),
                      [this](const TargetRegion& a, const TargetRow& b) {
                          return a.country == b.country && a.code == rows_.texts.at(b.code) &&
                                 a.region == rows_.texts.at(b.region) && a.priority == b.priority;
                      });
}

bool Patch::is_same_project(const std::string& id) const {
    const ProjectEntry* in = seen(rows_.projects, cut_.projects, id);
    const auto index = before_->find_project(id);
    if (in == nullptr || !index) return in == nullptr && !index;
    const Project known = before_->at(*index);
    const ProgrammeIndex programme =
        in->programme == kNoSlot
            ? ProgrammeIndex()
            : before_->find_programme(rows_.programmes.id(in->programme)).value_or(ProgrammeIndex());
    const auto is_text = [this](std::string_view text, Slice slice) { return text == rows_.texts.at(slice); };
    if (!is_text(known.acronym, in->row.acronym) || !is_text(known.title_en, in->row.title_en) ||
        !is_text(known.title_de, in->row.title_de) || !is_text(known.parts, in->row.parts) ||
        known.programme != programme || known.status != in->row.status || known.start != in->row.start ||
        known.end != in->row.end)
        return false;
    std::vector<TopicIndex> topics;
    for (const auto* list : {&in->topics, &in->found}) {
        for (const Slot slot : *list) {
            if (const TopicIndex topic = topic_at(slot); topic.valid()) topics.push_back(topic);
        }
    }
    std::vector<ProjectIndex> predecessors;
    for (const Slot slot : in->predecessors) {
        if (const auto found = before_->find_project(rows_.projects.id(slot))) predecessors.push_back(*found);
    }
    return same_set(before_->topics(*index), std::move(topics)) &&
           same_set(before_->predecessors(*index), std::move(predecessors));
}

bool Patch::is_same_membership(const std::string& id) const {
    const MembershipEntry* in = seen(rows_.memberships, cut_.memberships, id);
    const auto& rows = before_->contents_->memberships;
    const auto known = std::lower_bound(rows.begin(), rows.end(), id,
                                        [this](const MembershipRow& row, const std::string& wanted) {
                                            return before_->contents_->text(row.id) < wanted;
                                        });
    const bool is_known = known != rows.end() && before_->contents_->text(known->id) == id;
    if (in == nullptr || !is_known) return in == nullptr && !is_known;
    return known->member == organisation_at(in->member) && known->cluster == organisation_at(in->cluster) &&
           known->type == in->type && known->from == in->from && known->to == in->to;
}

}  // namespace kontor::network
