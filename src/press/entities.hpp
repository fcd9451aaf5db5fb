// SPDX-License-Identifier: EUPL-1.2
// Finds who and what a press text in German, English or French names: known names by a trie with tolerance
// for inflection, unknown ones by their form (legal forms, CamelCase, capitals, quotation marks) and their
// company (head nouns, triggers, enumerations). Linear in the text; no recursion. One finder serves any
// number of threads.
#pragma once

#include <memory>

#include "press/findings.hpp"
#include "press/known_names.hpp"
#include "press/lexicon.hpp"
#include "press/press_text.hpp"

namespace kontor::press {

class EntityFinder {
public:
    /// `lexicon` must live as long as the finder; the names are copied. Cost: linear in the names, about 2 µs
    /// and 200 bytes each.
    EntityFinder(const Lexicon& lexicon, const KnownNames& known);
    ~EntityFinder();
    EntityFinder(EntityFinder&&) noexcept;
    EntityFinder& operator=(EntityFinder&&) noexcept;

    /// `item.text` and title must be valid UTF-8. A language that is not read gives sentences and nothing
    /// else.
    [[nodiscard]] Findings find(const PressText& item) const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

}  // namespace kontor::press
