// SPDX-License-Identifier: EUPL-1.2
// What the index is given: one Document per record that can be found, with the texts in which to find it.
// Plain data; the service makes it from records.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/codes.hpp"

namespace kontor::search {

/// Where a word stands; each field has its own weight in the ranking, Identifier the highest, Text the
/// lowest.
enum class Field : std::uint8_t { Name, Acronym, Identifier, Title, Text, Topic, Place };
inline constexpr std::size_t kFieldCount = 7;
[[nodiscard]] constexpr std::string_view word(Field field) {
    constexpr std::array<std::string_view, kFieldCount> kWords{"name", "acronym", "identifier", "title",
                                                               "text", "topic",   "place"};
    return kWords[static_cast<std::size_t>(field)];
}

/// One text of a document. `language` is ISO 639-1; "und" is guessed for Title and Text, and means "a name"
/// elsewhere.
struct FieldText {
    Field field = Field::Text;
    std::string text;
    std::string language = "und";
    bool operator==(const FieldText&) const = default;
};

struct DocumentKey {
    model::RecordKind kind = model::RecordKind::Organisation;
    std::string id;
    auto operator<=>(const DocumentKey&) const = default;
};

struct Document {
    model::RecordKind kind = model::RecordKind::Organisation;
    std::string id;
    std::string title;  // for display; searchable only when also a field
    std::string language = "und";
    std::vector<FieldText> fields;
    std::vector<std::uint32_t> topics;  // ordinals into the topic list given to the index
    std::string country;                // ISO 3166-1 alpha-2, empty when none
    std::string organisation_kind;      // word of model::OrganisationKind, empty for other kinds
    std::string programme;              // id, empty when none
    int year = 0;                       // 1 to 9999, 0 when none
    double prominence = 0;              // 0 to 1: order without words, small bonus with words
    bool operator==(const Document&) const = default;
};

}  // namespace kontor::search
