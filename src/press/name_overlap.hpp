// SPDX-License-Identifier: EUPL-1.2
// Whether two names are the same, or may be meant for the same, for measuring readings. Pure; linear in the
// names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/reading.hpp"

namespace kontor::press {

/// A name made ready for many comparisons.
class ComparedName {
public:
    explicit ComparedName(std::string_view name);

    /// Equal apart from case, accents, punctuation and white space.
    [[nodiscard]] bool equals(const ComparedName& other) const;
    /// Equal, or without legal forms all words of one stand in the other, endings of inflection aside.
    [[nodiscard]] bool overlaps(const ComparedName& other) const;
    /// Half of its telling words and more stand in the folded text.
    [[nodiscard]] bool has_trace_in(const std::vector<std::string>& folded_words) const;

private:
    std::string compact_;             // letters and digits, folded
    std::vector<std::string> words_;  // comparable, without legal form
    std::vector<std::string> telling_;
};

/// Folded words in order of the alphabet, each once.
[[nodiscard]] std::vector<std::string> word_set(std::string_view text);

/// Organisations of all sorts are one family, projects and programmes another; else the kinds themselves.
[[nodiscard]] bool same_family(EntityKind a, EntityKind b);

}  // namespace kontor::press
