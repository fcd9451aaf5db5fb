// SPDX-License-Identifier: EUPL-1.2
// Countries by ISO 3166-1 alpha-2 code, and the other ways in which files and people name them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/values.hpp"

namespace kontor::text {

/// An officially assigned code, or XK (Kosovo, user-assigned, used by the EU). Upper case only.
[[nodiscard]] bool is_country_code(std::string_view code);

/// The code meant by `code` in any case: UK → GB, EL → GR (the EU's usage), others as they are; nothing when
/// unknown.
[[nodiscard]] std::optional<std::string> canonical_country(std::string_view code);

/// The country's name in a language ("FI", "de" → "Finnland"), English when the language is unknown; the code
/// itself when that is no country. Reads ICU's tables: microseconds.
[[nodiscard]] std::string country_name(std::string_view code, std::string_view language);

/// Whether a region of several countries holds `country`; false for unknown codes. Regions are those of UN
/// M49
/// ("021" Northern America, "150" Europe, "030" Eastern Asia …) and the groupings of CLDR ("EU"), as ICU has
/// them. Below a microsecond.
[[nodiscard]] bool region_covers(std::string_view region, std::string_view country);

/// The name of such a region in a language ("155", "de" → "Westeuropa"); the code itself when it is unknown.
[[nodiscard]] std::string region_name(std::string_view region, std::string_view language);

/// Of which release of the Unicode CLDR the names of countries and regions are.
struct NamesRelease {
    std::string version;   // "42"
    model::Date released;  // unknown for a release that this program is older than
};
[[nodiscard]] NamesRelease country_names_release();

/// All codes in ascending order.
[[nodiscard]] std::span<const std::string_view> country_codes();

/// Finds countries by their names in the languages given at construction ("Finnland", "Spain", "Royaume-Uni",
/// "USA"). Built in about 20 ms, then immutable and thread-safe.
class CountryFinder {
public:
    explicit CountryFinder(std::span<const std::string_view> languages);
    /// German, English, French, Spanish, Italian.
    CountryFinder();
    ~CountryFinder();
    CountryFinder(CountryFinder&&) noexcept;
    CountryFinder& operator=(CountryFinder&&) noexcept;

    /// The code for a whole name in any case; codes themselves ("FI", "UK") count only in capitals.
    [[nodiscard]] std::optional<std::string> code_of(std::string_view name) const;

private:
    struct Names;
    std::unique_ptr<const Names> names_;
};

}  // namespace kontor::text
