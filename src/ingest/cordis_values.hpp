// SPDX-License-Identifier: EUPL-1.2
// The words, codes and number forms of the CORDIS export, turned into the model's values. Pure. What cannot
// be understood gives nothing; the caller says so with the row's place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"

namespace kontor::ingest::cordis {

/// A framework programme as the column frameworkProgramme names it.
struct Framework {
    std::string prefix;     // of project ids: "h2020", "fp7", "horizon"
    std::string programme;  // id of the programme record
};
/// Nothing when `word` gives no id.
[[nodiscard]] std::optional<Framework> framework(std::string_view word);

/// What is generally known of the programme: names (en, de), short name, years. `word` as in the file.
[[nodiscard]] model::Programme programme_record(std::string_view word, const std::string& source);

/// "" is participant (FP7 files have no roles); nothing for unknown words.
[[nodiscard]] std::optional<model::ParticipationRole> role(std::string_view word);
/// "" is unknown; nothing for unknown words.
[[nodiscard]] std::optional<model::ProjectStatus> status(std::string_view word);
[[nodiscard]] std::optional<model::ActivityType> activity_type(std::string_view word);

/// The kind that an activity type stands for; a hospital's or clinic's name makes it a clinic, unless it is a
/// company.
[[nodiscard]] model::OrganisationKind organisation_kind(model::ActivityType type, std::string_view name);

/// "pic-999851557" for the digits of a PIC, "cordis-…" for the 32 hexadecimal digits of an organisation
/// without one.
[[nodiscard]] std::optional<std::string> organisation_id(std::string_view text);
/// The identifier behind an id of organisation_id().
[[nodiscard]] model::Identifier organisation_identifier(std::string_view id);

struct Point {
    double latitude = 0;
    double longitude = 0;
};
/// "(48.78,1.95)" or "48.78,1.95".
[[nodiscard]] std::optional<Point> geolocation(std::string_view text);

/// "true"/"1"/"Y" and "false"/"0"/"N"; nothing else.
[[nodiscard]] std::optional<bool> truth(std::string_view text);

/// A day out of "2020-12-16 22:28:37" or "2020-12-16".
[[nodiscard]] std::optional<model::Date> day(std::string_view text);

[[nodiscard]] bool is_nuts_code(std::string_view text);

/// True for what people write into a field that they have nothing for: "-", "N/A", "NULL" …
[[nodiscard]] bool says_nothing(std::string_view text);

/// "FI;FI" is FI said twice; nothing when the parts differ or there is one only.
[[nodiscard]] std::optional<std::string_view> said_twice(std::string_view text);

/// Splits at commas and semicolons, trimmed, without empty parts.
[[nodiscard]] std::vector<std::string> parts(std::string_view text);

}  // namespace kontor::ingest::cordis
