// SPDX-License-Identifier: EUPL-1.2
// The names that a reader of press text knows beforehand: those of the network, and what people taught it by
// their corrections. Without any, names are recognised by their form and company alone. Values; thread-safe.
#pragma once

#include <string>
#include <vector>

#include "press/reading.hpp"

namespace kontor::press {

/// One thing with the names it may go by.
struct KnownName {
    std::string record = {};  // id; empty for what was taught and has no record
    EntityKind kind = EntityKind::Organisation;
    std::vector<std::string> names = {};  // the base form first, then aliases, short and former names
    std::string country = {};             // ISO 3166-1 alpha-2, may be empty
};

struct KnownNames {
    std::vector<KnownName> names = {};
    /// Names that people said are not to be recognised ("Partner", "Aktuelles").
    std::vector<std::string> refused = {};
};

}  // namespace kontor::press
