// SPDX-License-Identifier: EUPL-1.2
// Whether a name and a record mean the same body: how the names stand to one another, weighed with places,
// sorts and identifiers (docs/resolve.md says the rules). Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/candidate.hpp"
#include "resolve/name_fit.hpp"
#include "resolve/name_index.hpp"

namespace kontor::resolve {

/// A record as it is compared; looks into the record and its parsed names.
struct ParsedRecord {
    const NamedRecord* record = nullptr;
    std::vector<const ParsedName*> names = {};  // those of record->names, in their order
    std::string_view town = {};                 // parsed
};

/// A question as it is compared.
struct ParsedQuery {
    explicit ParsedQuery(const NameQuery& asked);
    const NameQuery& asked;
    std::vector<ParsedName> names;  // the name, then the aliases; those with words only
    std::string town;               // parsed
    std::vector<std::string> country_words = {};
};

/// A candidate, and how surely it is Same: of several, one alone with the highest certainty stays Same.
struct Judgement {
    Candidate candidate = {};
    int certainty = 0;
    /// When Same without knowing the town: the word that no other record (of the country asked for) may have;
    /// looks into the record.
    std::string_view only_word = {};
};

[[nodiscard]] Judgement judge(const ParsedQuery& query, const ParsedRecord& record);

}  // namespace kontor::resolve
