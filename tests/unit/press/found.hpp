// SPDX-License-Identifier: EUPL-1.2
// What is recognised in an invented sentence, by the shipped lists and no network.
#pragma once

#include <algorithm>
#include <string>

#include "press/entities.hpp"
#include "unit/press/shipped_lexicon.hpp"

namespace kontor::press {

inline Findings found(const std::string& text, const std::string& language = "de",
                      const KnownNames& known = {}) {
    return EntityFinder(shipped_lexicon(), known).find({.text = text, .language = language});
}

inline const Entity* entity(const Findings& findings, const std::string& name) {
    for (const Entity& one : findings.entities) {
        if (one.name == name || std::ranges::find(one.aliases, name) != one.aliases.end()) return &one;
    }
    return nullptr;
}

inline std::string kind(const Findings& findings, const std::string& name) {
    const Entity* one = entity(findings, name);
    return one == nullptr ? "nothing" : std::string(model::word(one->kind));
}

inline std::string name(const Findings& findings, const std::string& form) {
    const Entity* one = entity(findings, form);
    return one == nullptr ? "nothing" : one->name;
}

inline std::string country(const Findings& findings, const std::string& name) {
    const Entity* one = entity(findings, name);
    return one == nullptr ? "nothing" : one->country;
}

}  // namespace kontor::press
