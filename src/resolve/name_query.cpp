// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_query.hpp"

#include "text/names.hpp"

namespace kontor::resolve {

bool has_name(const NameQuery& query) {
    return !text::comparable_name(query.name).text.empty();
}

}  // namespace kontor::resolve
