// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "ingest/import_text.hpp"
#include "text/fold.hpp"

namespace kontor::ingest::cordis {
namespace {

struct KnownFramework {
    std::string_view word;
    std::string_view programme;
    std::string_view english;
    std::string_view german;
    std::string_view from;
    std::string_view to;
};
constexpr std::array<KnownFramework, 6> kFrameworks{{
    {"HORIZON", "horizon-europe", "Horizon Europe", "Horizont Europa", "2021", "2027"},
    {"H2020", "horizon-2020", "Horizon 2020", "Horizont 2020", "2014", "2020"},
    {"FP7", "fp7", "Seventh Framework Programme", "Siebtes Forschungsrahmenprogramm", "2007", "2013"},
    {"FP6", "fp6", "Sixth Framework Programme", "Sechstes Forschungsrahmenprogramm", "2002", "2006"},
    {"FP5", "fp5", "Fifth Framework Programme", "Fünftes Forschungsrahmenprogramm", "1998", "2002"},
    {"FP4", "fp4", "Fourth Framework Programme", "Viertes Forschungsrahmenprogramm", "1994", "1998"},
}};

const KnownFramework* known_framework(std::string_view word) {
    const auto* found = std::find_if(kFrameworks.begin(), kFrameworks.end(),
                                     [&](const KnownFramework& known) { return known.word == word; });
    return found == kFrameworks.end() ? nullptr : found;
}

bool all_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

bool is_clinic_word(std::string_view word) {
    static const std::set<std::string_view> kWords{
        "hospital", "hospitals", "hospitalier", "hospitalaria", "hospitalario", "hopital",     "hopitaux",
        "ospedale", "ospedali",  "ospedaliera", "ospedaliero",  "policlinico",  "policlinica", "clinica",
        "clinique", "clinic",    "clinics",     "ziekenhuis",   "sygehus",      "sjukhus",     "sykehus",
        "szpital",  "nemocnice", "nemocnica",   "korhaz",       "bolnica",      "nosokomeio",  "spital",
        "nhs",      "sairaala",  "ligonine",    "slimnica",     "haigla",       "hastane",     "hastanesi"};
    constexpr std::array<std::string_view, 6> kEndings{"klinik",      "kliniken",   "klinikum",
                                                       "krankenhaus", "ziekenhuis", "sjukhuset"};
    return kWords.contains(word) ||
           std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return word.ends_with(ending); });
}

bool names_a_clinic(std::string_view name) {
    const std::string folded = text::folded(name);
    std::size_t begin = 0;
    while (begin < folded.size()) {
        const auto is_letter = [](char c) {
            return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        };
        std::size_t end = begin;
        while (end < folded.size() && is_letter(folded[end])) ++end;
        if (is_clinic_word(std::string_view(folded).substr(begin, end - begin))) return true;
        begin = end + 1;
    }
    return false;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<Framework> framework(std::string_view word) {
    std::string prefix;
    for (const char c : word) {
        if (c >= 'A' && c <= 'Z') {
            prefix += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            prefix += c;
        } else if (!prefix.empty() && prefix.back() != '-') {
            prefix += '-';
        }
    }
    while (prefix.ends_with('-')) prefix.pop_back();
    constexpr std::size_t kLongest = 30;
    if (prefix.empty() || prefix.size() > kLongest) return std::nullopt;
    const KnownFramework* known = known_framework(word);
    return Framework{prefix, known == nullptr ? prefix : std::string(known->programme)};
}

model::Programme programme_record(std::string_view word, const std::string& source) {
    model::Programme out;
    const auto ids = framework(word);
    out.id = ids ? ids->programme : std::string{};
    out.short_name = std::string(word);
    out.source = source;
    if (const KnownFramework* known = known_framework(word)) {
        out.names = {{"en", std::string(known->english), model::TextOrigin::Person},
                     {"de", std::string(known->german), model::TextOrigin::Person}};
        out.from = model::Date::parse(known->from).value_or(model::Date{});
        out.to = model::Date::parse(known->to).value_or(model::Date{});
    } else {
        out.names = {{"und", std::string(word), model::TextOrigin::Import}};
    }
    return out;
}

std::optional<model::ParticipationRole> role(std::string_view word) {
    using enum model::ParticipationRole;
    constexpr std::array<std::pair<std::string_view, model::ParticipationRole>, 10> kRoles{{
        {"", Participant},
        {"participant", Participant},
        {"beneficiary", Participant},
        {"coordinator", Coordinator},
        {"hostInstitution", Coordinator},
        {"partner", AssociatedPartner},
        {"associatedPartner", AssociatedPartner},
        {"thirdParty", ThirdParty},
        {"affiliatedEntity", ThirdParty},
        {"internationalPartner", InternationalPartner},
    }};
    for (const auto& [known, value] : kRoles) {
        if (known == word) return value;
    }
    return std::nullopt;
}

std::optional<model::ProjectStatus> status(std::string_view word) {
    using enum model::ProjectStatus;
    constexpr std::array<std::pair<std::string_view, model::ProjectStatus>, 6> kStatuses{{
        {"", Unknown},
        {"SIGNED", Running},
        {"ONG", Running},
        {"CLOSED", Closed},
        {"TERMINATED", Terminated},
        {"CAN", Terminated},
    }};
    for (const auto& [known, value] : kStatuses) {
        if (known == word) return value;
    }
    return std::nullopt;
}

std::optional<model::ActivityType> activity_type(std::string_view word) {
    return model::from_word<model::ActivityType>(word);
}

model::OrganisationKind organisation_kind(model::ActivityType type, std::string_view name) {
    using enum model::OrganisationKind;
    if (type == model::ActivityType::PRC) return Company;
    if (names_a_clinic(name)) return Clinic;
    switch (type) {
        case model::ActivityType::HES:
            return University;
        case model::ActivityType::REC:
            return ResearchInstitute;
        case model::ActivityType::PRC:
            return Company;
        case model::ActivityType::PUB:
            return PublicBody;
        case model::ActivityType::OTH:
        case model::ActivityType::Unknown:
            break;
    }
    return Other;
}

std::optional<std::string> organisation_id(std::string_view text) {
    constexpr std::size_t kHashDigits = 32;
    constexpr std::size_t kLongestPic = 12;
    if (text.size() <= kLongestPic && all_of(text, "0123456789")) return "pic-" + std::string(text);
    if (text.size() != kHashDigits || !all_of(text, "0123456789abcdefABCDEF")) return std::nullopt;
    std::string out = "cordis-";
    for (const char c : text) out += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

model::Identifier organisation_identifier(std::string_view id) {
    const std::size_t dash = id.find('-');
    return {id.starts_with("pic-") ? "PIC" : "CORDIS", std::string(id.substr(dash + 1))};
}

std::optional<Point> geolocation(std::string_view text) {
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    Point point;
    const auto read = [](std::string_view part, double& into, double limit) {
        part = trimmed(part);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), into);
        return error == std::errc{} && end == part.data() + part.size() && into >= -limit && into <= limit;
    };
    if (!read(text.substr(0, comma), point.latitude, 90) ||
        !read(text.substr(comma + 1), point.longitude, 180)) {
        return std::nullopt;
    }
    return point;
}

std::optional<bool> truth(std::string_view text) {
    constexpr std::array<std::string_view, 6> kYes{"true", "TRUE", "True", "1", "Y", "yes"};
    constexpr std::array<std::string_view, 6> kNo{"false", "FALSE", "False", "0", "N", "no"};
    if (std::find(kYes.begin(), kYes.end(), text) != kYes.end()) return true;
    if (std::find(kNo.begin(), kNo.end(), text) != kNo.end()) return false;
    return std::nullopt;
}

std::optional<model::Date> day(std::string_view text) {
    constexpr std::size_t kDayLength = 10;
    if (text.size() > kDayLength && (text[kDayLength] == ' ' || text[kDayLength] == 'T')) {
        text = text.substr(0, kDayLength);
    }
    return model::Date::parse(text);
}

bool is_nuts_code(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() < 2 || text.size() > 5 || !is_capital(text[0]) || !is_capital(text[1])) return false;
    return std::all_of(text.begin() + 2, text.end(),
                       [&](char c) { return is_capital(c) || (c >= '0' && c <= '9'); });
}

bool says_nothing(std::string_view text) {
    constexpr std::array<std::string_view, 11> kNothing{
        "", "-", "--", ".", "N/A", "n/a", "NULL", "null", "MISSING", "UNDEFINED", "NOTAPPLICABLE"};
    return std::find(kNothing.begin(), kNothing.end(), text) != kNothing.end();
}

std::optional<std::string_view> said_twice(std::string_view text) {
    const std::size_t length = text.find(';');
    if (length == std::string_view::npos || length == 0) return std::nullopt;
    const std::string_view first = text.substr(0, length);
    for (std::size_t at = length; at < text.size(); at += length + 1) {
        if (text[at] != ';' || text.substr(at + 1, length) != first) return std::nullopt;
    }
    return first;
}

std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;"), text.size());
        std::string part = squeezed(text.substr(0, end));
        if (!part.empty()) out.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace kontor::ingest::cordis
