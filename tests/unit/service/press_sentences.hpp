// SPDX-License-Identifier: EUPL-1.2
// Sentences and the facts that must be read from them.
#pragma once

#include <ostream>
#include <set>
#include <string>

#include "unit/service/shipped_reader.hpp"

namespace kontor::service {

/// "subject|predicate|object" of every fact.
inline std::set<std::string> read(const char* language, const std::string& text) {
    const press::Reading reading =
        shipped_reader().read({.text = text, .publisher = {}, .language = language});
    std::set<std::string> out;
    for (const press::Fact& fact : reading.facts) out.insert(told(reading, fact));
    return out;
}

/// "kind|name" of every entity.
inline std::set<std::string> named(const char* language, const std::string& text) {
    const press::Reading reading =
        shipped_reader().read({.text = text, .publisher = {}, .language = language});
    std::set<std::string> out;
    for (const press::Entity& one : reading.entities)
        out.insert(std::string(model::word(one.kind)) + "|" + one.name);
    return out;
}

struct Case {
    const char* name;
    const char* language;
    const char* text;
    const char* fact;
};
inline std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

inline std::string name_of_case(const testing::TestParamInfo<Case>& one) {
    return one.param.name;
}

}  // namespace kontor::service
