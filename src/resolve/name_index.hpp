// SPDX-License-Identifier: EUPL-1.2
// Finds the records that a name may mean and judges them (docs/resolve.md). Immutable once made; any number
// of threads; copies share everything. Cost: a second per 50,000 organisations to make, below 2 ms a
// question, some milliseconds to take changes in. What it answers depends on the records alone, not on their
// order nor on how they came in.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "resolve/candidate.hpp"
#include "resolve/name_keys.hpp"
#include "resolve/name_query.hpp"

namespace kontor::resolve {

struct ParsedQuery;

/// What a record goes by and where it is.
struct NamedRecord {
    std::string id = {};
    std::vector<model::Name> names = {};  // the display name first
    std::vector<model::Identifier> identifiers = {};
    std::string country = {};
    std::string city = {};
    std::optional<model::OrganisationKind> kind = {};
};

[[nodiscard]] NamedRecord named_record(const model::Organisation& organisation);
/// Acronym, titles and grant agreement number.
[[nodiscard]] NamedRecord named_record(const model::Project& project);
/// Short name and names.
[[nodiscard]] NamedRecord named_record(const model::Programme& programme);

class NameIndex {
public:
    /// Ids must differ.
    explicit NameIndex(std::vector<NamedRecord> records);

    /// With `changed` put in (new or replacing; ids must differ) and `removed` taken out (unknown ids are
    /// ignored; none of `changed`). Cost: that of the records changed since the large part was made; beyond
    /// 256 and a thirty-second of all that is made anew.
    [[nodiscard]] NameIndex with_changes(std::vector<NamedRecord> changed,
                                         const std::vector<std::string>& removed) const;

    [[nodiscard]] std::size_t size() const;

    /// At most `limit` records that the name may mean, best first, equal ones by id; none for a name without
    /// letters and digits unless an identifier is given. At most one is Same.
    [[nodiscard]] std::vector<Candidate> candidates(const NameQuery& query, std::size_t limit) const;

private:
    struct Piece;
    struct Part;
    struct Gone;
    struct Found;
    using Pieces = std::vector<std::shared_ptr<const Piece>>;

    NameIndex() = default;
    [[nodiscard]] std::vector<Found> near(const ParsedQuery& query) const;
    [[nodiscard]] bool has_word_elsewhere(std::string_view word, const std::string& record,
                                          const std::string& country) const;
    [[nodiscard]] std::array<KeyPart, 2> keys() const;

    std::shared_ptr<const Part> base_;
    std::shared_ptr<const Gone> gone_;    // of the base
    std::shared_ptr<const Part> recent_;  // what is changed since
};

}  // namespace kontor::resolve
