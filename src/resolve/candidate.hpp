// SPDX-License-Identifier: EUPL-1.2
// A record that a name may mean, with the reasons for and against it as codes that can be put into words.
// Values; thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::resolve {

/// Same: joining them without asking is right. Doubtful: a person has to look. Different: alike in letters
/// only.
enum class Verdict { Same, Doubtful, Different };

enum class ReasonCode {
    SameIdentifier,   // value: "PIC 123"
    OtherIdentifier,  // the same scheme holds another value
    SameName,
    OtherLegalForm,  // otherwise the same name; value: the record's legal form, may be empty
    OtherSpelling,   // the same words but for spelling, order, spaces
    Abbreviation,    // one is an abbreviation of the other
    Alias,           // the name that fits is not the display name; value: that name
    ShorterName,     // the words of one are all in the other; value: the words more
    SameTown,        // value: the town
    OtherTown,       // value: the record's town
    SameCountry,     // value: ISO 3166-1 alpha-2
    OtherCountry,    // value: the record's country
    OtherKind,       // value: the record's kind
    PartOf,          // what is asked for is a part (department, hospital, campus) of the record
    WholeOf,         // the record is a part of what is asked for
    OtherNumber,     // a number, numeral or year differs
    OtherWords,      // value: words that only the record has
    GenericName,     // many bodies go by such a name
    SeveralAlike     // other records fit as well
};
inline constexpr std::array<std::string_view, 19> kReasonWords{
    "same_identifier", "other_identifier", "same_name", "other_legal_form", "other_spelling", "abbreviation",
    "alias",           "shorter_name",     "same_town", "other_town",       "same_country",   "other_country",
    "other_kind",      "part_of",          "whole_of",  "other_number",     "other_words",    "generic_name",
    "several_alike"};
inline constexpr std::array<std::string_view, 3> kVerdictWords{"same", "doubtful", "different"};

[[nodiscard]] constexpr std::string_view word(ReasonCode code) {
    return kReasonWords[static_cast<std::size_t>(code)];
}
[[nodiscard]] constexpr std::string_view word(Verdict verdict) {
    return kVerdictWords[static_cast<std::size_t>(verdict)];
}

struct Reason {
    ReasonCode code = ReasonCode::SameName;
    std::string value = {};
    bool operator==(const Reason&) const = default;
};

struct Candidate {
    std::string record = {};  // id
    std::string name = {};    // of the record's names the one that fits best
    double score = 0;         // 0 to 1, for the order; 1 only for the same identifier
    Verdict verdict = Verdict::Doubtful;
    std::vector<Reason> reasons = {};  // what weighs most first
    bool operator==(const Candidate&) const = default;
};

}  // namespace kontor::resolve
