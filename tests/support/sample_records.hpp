// SPDX-License-Identifier: EUPL-1.2
// Invented records for tests: one of every kind with every field set, and small ones to build on. The samples
// refer only to each other, so that a store takes all of them in one batch.
#pragma once

#include <string>
#include <vector>

#include "model/records.hpp"

namespace kontor::support {

/// One fully filled record of every kind, followed by the further records that those refer to. Each reference
/// resolves within the list; every field of the first record of a kind differs from its default.
[[nodiscard]] std::vector<model::Record> sample_records();

/// The fully filled sample of one kind.
template <class T>
[[nodiscard]] T sample() {
    for (const model::Record& record : sample_records()) {
        if (const T* found = std::get_if<T>(&record)) return *found;
    }
    return {};
}

/// Must be a date; anything else ends the test program.
[[nodiscard]] model::Date date(std::string_view text);
[[nodiscard]] model::Texts text(const std::string& lang, const std::string& words);

[[nodiscard]] model::Source source(const std::string& id);
[[nodiscard]] model::Topic topic(const std::string& id, const std::string& label);
[[nodiscard]] model::Organisation organisation(
    const std::string& id, const std::string& name,
    model::OrganisationKind kind = model::OrganisationKind::Company);
[[nodiscard]] model::Project project(const std::string& id, const std::string& title);
/// Its id is "<member>.<cluster>".
[[nodiscard]] model::Membership membership(const std::string& member, const std::string& cluster);
/// Its id is "<project>.<organisation>".
[[nodiscard]] model::Participation participation(
    const std::string& project, const std::string& organisation,
    model::ParticipationRole role = model::ParticipationRole::Participant);

}  // namespace kontor::support
