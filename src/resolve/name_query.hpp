// SPDX-License-Identifier: EUPL-1.2
// What is known about a name that is to be found in the network. Values; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::resolve {

struct NameQuery {
    std::string name = {};
    std::vector<std::string> aliases = {};  // other forms of the same name
    std::string country = {};               // ISO 3166-1 alpha-2, empty when not known
    std::string city = {};
    std::optional<model::OrganisationKind> kind = {};
    std::vector<model::Identifier> identifiers = {};
};

/// Whether there is anything to look for: a name with at least one letter or digit.
[[nodiscard]] bool has_name(const NameQuery& query);

}  // namespace kontor::resolve
