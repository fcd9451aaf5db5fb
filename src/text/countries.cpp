// SPDX-License-Identifier: EUPL-1.2
#include "text/countries.hpp"

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "text/fold.hpp"

namespace kontor::text {

namespace {

constexpr std::array kCodes = std::to_array<std::string_view>(
    {"AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
     "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV",
     "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU",
     "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES",
     "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
     "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE",
     "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM",
     "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY",
     "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT",
     "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU",
     "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA",
     "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
     "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
     "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
     "VG", "VI", "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW"});

// Names in use that ICU's tables do not carry; folded.
constexpr std::array kMoreNames =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"usa", "US"},
                                                                  {"united states of america", "US"},
                                                                  {"vereinigte staaten von amerika", "US"},
                                                                  {"amerika", "US"},
                                                                  {"great britain", "GB"},
                                                                  {"grossbritannien", "GB"},
                                                                  {"grande bretagne", "GB"},
                                                                  {"gran bretana", "GB"},
                                                                  {"gran bretagna", "GB"},
                                                                  {"england", "GB"},
                                                                  {"scotland", "GB"},
                                                                  {"schottland", "GB"},
                                                                  {"wales", "GB"},
                                                                  {"holland", "NL"},
                                                                  {"the netherlands", "NL"},
                                                                  {"czech republic", "CZ"},
                                                                  {"tschechische republik", "CZ"},
                                                                  {"republique tcheque", "CZ"},
                                                                  {"republica checa", "CZ"},
                                                                  {"slovak republic", "SK"},
                                                                  {"slowakische republik", "SK"},
                                                                  {"south korea", "KR"},
                                                                  {"korea", "KR"},
                                                                  {"republic of korea", "KR"},
                                                                  {"russian federation", "RU"},
                                                                  {"russische foderation", "RU"},
                                                                  {"turkey", "TR"},
                                                                  {"macedonia", "MK"},
                                                                  {"mazedonien", "MK"},
                                                                  {"republic of ireland", "IE"},
                                                                  {"peoples republic of china", "CN"},
                                                                  {"volksrepublik china", "CN"},
                                                                  {"hong kong", "HK"},
                                                                  {"hongkong", "HK"},
                                                                  {"bosnia", "BA"},
                                                                  {"bosnien", "BA"},
                                                                  {"palestine", "PS"},
                                                                  {"palastina", "PS"},
                                                                  {"moldova", "MD"},
                                                                  {"republik moldau", "MD"},
                                                                  {"viet nam", "VN"},
                                                                  {"burma", "MM"},
                                                                  {"vatican", "VA"},
                                                                  {"uae", "AE"}});

std::string upper_case(std::string_view code) {
    std::string out(code);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return out;
}

/// Folded words with single spaces, punctuation dropped, so that "Bosnia & Herzegovina" and "bosnia
/// herzegovina" meet.
std::string comparable(std::string_view name) {
    std::string out;
    for (const char c : folded(name)) {
        const bool is_word =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (is_word) {
            out += c;
        } else if ((c == ' ' || c == '-' || c == '/') && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// nullptr for what is no region of several countries.
const icu::Region* region_of(std::string_view code) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* region = icu::Region::getInstance(std::string(code).c_str(), status);
    if (U_FAILURE(status) != 0 || region->getType() == URGN_TERRITORY) return nullptr;
    return region;
}

std::string display_name(std::string_view code, std::string_view language) {
    const icu::Locale place("", std::string(code).c_str());
    const icu::Locale reader(language.size() == 2 ? std::string(language).c_str() : "en");
    icu::UnicodeString name;
    place.getDisplayCountry(reader, name);
    std::string out;
    name.toUTF8String(out);
    return out;
}

}  // namespace

bool is_country_code(std::string_view code) {
    return std::ranges::binary_search(kCodes, code);
}

std::optional<std::string> canonical_country(std::string_view code) {
    std::string upper = upper_case(code);
    if (upper == "UK") return "GB";
    if (upper == "EL") return "GR";
    if (!is_country_code(upper)) return std::nullopt;
    return upper;
}

std::string country_name(std::string_view code, std::string_view language) {
    if (!is_country_code(code)) return std::string(code);
    return display_name(code, language);
}

bool region_covers(std::string_view region, std::string_view country) {
    const icu::Region* whole = region_of(region);
    if (whole == nullptr || !is_country_code(country)) return false;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* part = icu::Region::getInstance(std::string(country).c_str(), status);
    return U_SUCCESS(status) != 0 && whole->contains(*part) != 0;
}

std::string region_name(std::string_view region, std::string_view language) {
    return region_of(region) == nullptr ? std::string(region) : display_name(region, language);
}

NamesRelease country_names_release() {
    constexpr std::array kReleases =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"40", "2021-10-27"},
                                                                      {"41", "2022-04-06"},
                                                                      {"42", "2022-10-19"},
                                                                      {"43", "2023-04-12"},
                                                                      {"44", "2023-10-31"},
                                                                      {"45", "2024-04-17"},
                                                                      {"46", "2024-10-24"}});
    UVersionInfo version{};
    UErrorCode status = U_ZERO_ERROR;
    ulocdata_getCLDRVersion(version, &status);
    NamesRelease out;
    if (U_FAILURE(status) != 0) return out;
    out.version = std::to_string(version[0]);
    for (const auto& [number, day] : kReleases) {
        if (number == out.version) out.released = model::Date::parse(day).value_or(model::Date{});
    }
    return out;
}

std::span<const std::string_view> country_codes() {
    return kCodes;
}

struct CountryFinder::Names {
    std::map<std::string, std::string, std::less<>> codes;
};

CountryFinder::CountryFinder(std::span<const std::string_view> languages) {
    auto names = std::make_unique<Names>();
    for (const std::string_view code : kCodes) {
        for (const std::string_view language : languages) {
            names->codes.emplace(comparable(country_name(code, language)), std::string(code));
        }
    }
    for (const auto& [name, code] : kMoreNames) names->codes.emplace(std::string(name), std::string(code));
    names_ = std::move(names);
}

CountryFinder::CountryFinder()
    : CountryFinder(std::array<std::string_view, 5>{"de", "en", "fr", "es", "it"}) {}
CountryFinder::~CountryFinder() = default;
CountryFinder::CountryFinder(CountryFinder&&) noexcept = default;
CountryFinder& CountryFinder::operator=(CountryFinder&&) noexcept = default;

std::optional<std::string> CountryFinder::code_of(std::string_view name) const {
    if (name.size() == 2 && name == upper_case(name)) {
        if (auto code = canonical_country(name)) return code;
    }
    const auto found = names_->codes.find(comparable(name));
    if (found == names_->codes.end()) return std::nullopt;
    return found->second;
}

}  // namespace kontor::text
