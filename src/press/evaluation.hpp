// SPDX-License-Identifier: EUPL-1.2
// Measures readings of press items against what people wrote down about them: the protocol of docs/press.md.
// A gold document is a Reading too (ranges and confidences empty). Pure; each document costs the product of
// its entities and facts with those of the gold.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/reading.hpp"

namespace kontor::press {

/// Hits among what was read (precision) and among what should have been (recall).
struct Tally {
    std::size_t read = 0;   // what the reader gave
    std::size_t right = 0;  // of these
    std::size_t gold = 0;   // what the gold holds
    std::size_t met = 0;    // of these

    Tally& operator+=(const Tally& other);
    /// 1 when nothing was read, 1 when there was nothing to read.
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};
/// All read and all gold in one: every name counts the same, whatever its field.
[[nodiscard]] Tally together(std::span<const Tally> tallies);

/// Strict: names, kinds and values equal. Relaxed: names overlap, kinds are of one family, dates agree as far
/// as both go. Predicates are equal in both.
enum class Matching { Strict, Relaxed };
inline constexpr std::size_t kMatchings = 2;

/// How often what was said with a confidence in [low, low + 0.1) held.
struct ConfidenceBin {
    std::size_t facts = 0;
    std::size_t held = 0;
    double confidence = 0;  // sum
};
inline constexpr std::size_t kConfidenceBins = 10;

struct FactScore {
    std::array<Tally, kMatchings> entities = {};
    std::array<Tally, kMatchings> facts = {};
    std::array<Tally, kMatchings> stated = {};   // gold and met only
    std::array<Tally, kMatchings> implied = {};  // gold and met only
    Tally qualifiers = {};                       // of the facts that were met; gold and met only
    std::map<Predicate, std::array<Tally, kMatchings>> by_predicate = {};
    std::map<std::string, Tally> by_rule = {};                    // read and right only, relaxed
    std::array<ConfidenceBin, kConfidenceBins> reliability = {};  // by relaxed matching
    std::vector<std::string> missed = {};  // stated facts of the gold that no reading has, relaxed
    std::vector<std::string> wrong = {};   // facts that were read and are not in the gold, relaxed

    FactScore& operator+=(const FactScore& other);
};

[[nodiscard]] FactScore score_facts(const Reading& gold, const Reading& read);

/// What is known about a press item as a whole: the layout of short notes.
struct NoteGold {
    std::vector<std::string> organisations = {};
    std::vector<std::string> countries = {};  // ISO 3166-1 alpha-2, or "EU"
    std::vector<std::string> programmes = {};
    std::vector<std::string> projects = {};
    std::string start = {};  // YYYY[-MM[-DD]]
    std::string end = {};
};

enum class NoteField { Organisations, Countries, Start, End, Project, Programme };
inline constexpr std::size_t kNoteFields = 6;

/// `all`: against all gold. `in_text`: recall against the gold of which the text contains a trace; precision
/// as in `all`.
struct NoteScore {
    std::array<Tally, kNoteFields> all = {};
    std::array<Tally, kNoteFields> in_text = {};
    std::vector<std::string> missed = {};  // of the gold in the text
    std::vector<std::string> wrong = {};

    NoteScore& operator+=(const NoteScore& other);
};

/// `text`: title and text together.
[[nodiscard]] NoteScore score_note(const NoteGold& gold, const Reading& read, std::string_view text);

}  // namespace kontor::press

namespace kontor::model {

template <>
struct Words<press::Matching> {
    static constexpr std::array<std::string_view, press::kMatchings> kWords{"strict", "relaxed"};
};

template <>
struct Words<press::NoteField> {
    static constexpr std::array<std::string_view, press::kNoteFields> kWords{
        "organisations", "countries", "start", "end", "project", "programme"};
};

}  // namespace kontor::model
