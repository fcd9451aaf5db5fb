// SPDX-License-Identifier: EUPL-1.2
// Ministries and the bodies of the European Union by what they are, whatever the language: German, English
// and French words for countries, offices and fields of government. Pure and thread-safe; microseconds.
#pragma once

#include <string>
#include <string_view>

namespace kontor::resolve {

/// `polity`: ISO 3166-1 alpha-2 in lower case, "eu", "bund" for a federation that is not named, or empty.
/// `function`: "commission", "ministry economy" …, empty when the name says more or less than such an office.
struct OfficeName {
    std::string polity = {};
    std::string function = {};
    bool operator==(const OfficeName&) const = default;
};

/// `raw`: the folded words of the name joined by spaces.
[[nodiscard]] OfficeName office_name(std::string_view raw);

/// "bund" is that of the country (ISO 3166-1 alpha-2), where it is known.
[[nodiscard]] std::string polity_in(const std::string& polity, const std::string& country);

/// Whether both are the office of one polity; `false` also when a polity is not said.
[[nodiscard]] bool is_same_office(const OfficeName& one, const OfficeName& other);

}  // namespace kontor::resolve
