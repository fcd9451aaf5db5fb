// SPDX-License-Identifier: EUPL-1.2
// Makes a picture of the one before when a few records have changed and all that joins records is as it was:
// then only the rows of organisations differ, and everything else is shared. One object per picture. Private
// to this room.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "network/picture_builder.hpp"
#include "network/picture_data.hpp"
#include "network/picture_rows.hpp"

namespace kontor::network {

class Patch {
public:
    using Rows = PictureBuilder::Rows;
    using CutRows = PictureCut::Rows;
    Patch(const Rows& rows, const CutRows& cut, std::shared_ptr<const Picture> before);

    /// nullptr when more has changed than rows of organisations.
    [[nodiscard]] std::shared_ptr<const Picture> run(std::span<const RecordKey> changed);

private:
    /// Takes the record in; false when that is not enough.
    [[nodiscard]] bool take(const RecordKey& key);
    [[nodiscard]] bool take_organisation(const std::string& id);
    [[nodiscard]] bool is_joined_alike(OrganisationIndex index, const OrganisationEntry& in) const;
    [[nodiscard]] bool has_same_topics(OrganisationIndex index, const OrganisationEntry& in) const;
    [[nodiscard]] bool has_same_profile(OrganisationIndex index, const OrganisationEntry& in) const;
    [[nodiscard]] bool is_same_project(const std::string& id) const;
    [[nodiscard]] bool is_same_membership(const std::string& id) const;

    template <class Row>
    [[nodiscard]] static const Row* seen(const Table<Row>& table, const CutTable<Row>& cut,
                                         std::string_view id) {
        const auto slot = table.known_slot(id);
        if (!slot || !table.present(*slot)) return nullptr;
        const auto otherwise = cut.rows().find(*slot);
        if (otherwise == cut.rows().end()) return &table.row(*slot);
        return otherwise->second ? &*otherwise->second : nullptr;
    }
    [[nodiscard]] TopicIndex topic_at(Slot slot) const;
    [[nodiscard]] OrganisationIndex organisation_at(Slot slot) const;
    [[nodiscard]] bool same_capabilities(std::span<const Capability> before,
                                         const std::vector<CapabilityRow>& now) const;

    const Rows& rows_;
    const CutRows& cut_;
    std::shared_ptr<const Picture> before_;
    std::shared_ptr<std::vector<OrganisationRow>> organisations_;  // null while none differs
};

}  // namespace kontor::network
