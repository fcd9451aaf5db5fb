// SPDX-License-Identifier: EUPL-1.2
// The words by which columns of member lists are called, and what cells with code words mean. German,
// English, French. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/organisations.hpp"

namespace kontor::ingest {

struct ColumnGuess {
    MemberField field = MemberField::Ignored;
    double confidence = 0;
};

/// What a column of this header is: 1 for the very word, 0.95 with a unit behind it, 0.8 for a word among
/// others, 0.7 for one with a typing error.
[[nodiscard]] ColumnGuess guess_column(std::string_view header);

/// Folded words of `text` with single blanks between, marks and digraphs of umlauts removed: "Straße / Nr."
/// is "strasse nr".
[[nodiscard]] std::string comparable_words(std::string_view text);

/// By which factor amounts under this header are euros ("Umsatz (Mio. €)": 1,000,000).
[[nodiscard]] double amount_factor(std::string_view header);

/// The kind meant by a word such as "KMU", "Hochschule", "research institute".
[[nodiscard]] std::optional<model::OrganisationKind> kind_of_word(std::string_view word);
/// The kind that a name gives away (legal form, "Universität …"); Other when it gives none.
[[nodiscard]] model::OrganisationKind kind_of_name(std::string_view name);
[[nodiscard]] std::optional<model::MembershipType> membership_type_of_word(std::string_view word);

/// Whether a text is what stands before a sum, "Summe", "Gesamt: 17 Mitglieder", "Total".
[[nodiscard]] bool is_total_label(std::string_view text);

}  // namespace kontor::ingest
