// SPDX-License-Identifier: EUPL-1.2
// How sure it is that a name means a record, by how the names stand to one another and where both say to be:
// the table in docs/resolve.md. Pure and thread-safe; below a microsecond.
#pragma once

#include <cstddef>
#include <string_view>

#include "resolve/judgement.hpp"

namespace kontor::resolve {

/// Where both say to be.
struct Places {
    Agreement country = Agreement::Unknown;
    Agreement town = Agreement::Unknown;
};

/// How the best of the names fits.
struct Fit {
    NameFit names = {};
    const ParsedName* asked = nullptr;
    const ParsedName* own = nullptr;
    std::size_t own_number = 0;
};

/// 0 when it is not sure; else the higher the surer, 9 at most. `fit` must have both names.
[[nodiscard]] int certainty(const Fit& fit, const Places& places, const ParsedRecord& record);

/// Of a company's name the only telling word besides fields and forms of work; empty when there are several
/// or none. Companies of a group share such a word.
[[nodiscard]] std::string_view group_word(const ParsedName& name);

}  // namespace kontor::resolve
