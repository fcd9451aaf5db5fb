// SPDX-License-Identifier: EUPL-1.2
// The small values that records are made of. Each has visit_fields(value, visit): it calls visit(name,
// member, need) once per field, in file order; codec, store and validation are written once on top of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/codes.hpp"

namespace kontor::model {

enum class Need { Optional, Required };

/// A day, a month or a year of the Gregorian calendar, as exact as its source and no more: "2018", "2018-01",
/// "2018-01-31". Empty text is "unknown". Holds only what Date::parse accepted; compares as text, which is by
/// time.
class Date {
public:
    Date() = default;
    /// Accepts the three forms above with a real day (2019-02-30 is refused), years 1000 to 2999.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool known() const { return !text_.empty(); }
    /// 0 when unknown.
    [[nodiscard]] int year() const;
    /// Days since 1970-01-01, of the first day it may mean; 0 when unknown.
    [[nodiscard]] int first_day() const;
    auto operator<=>(const Date&) const = default;

private:
    std::string text_;
};

/// A text in one language (ISO 639-1, "und" when unknown) and who wrote it.
struct Text {
    std::string lang = "und";
    std::string text;
    TextOrigin origin = TextOrigin::Person;
    bool operator==(const Text&) const = default;
};
using Texts = std::vector<Text>;

/// The text for a reader of `language`: that language, else English, else the first; nullptr when there is
/// none.
[[nodiscard]] const Text* best_text(const Texts& texts, std::string_view language);

struct Name {
    std::string text;
    std::string lang = "und";
    NameType type = NameType::Legal;
    bool operator==(const Name&) const = default;
};

/// An identifier in a scheme of the outside world (PIC, ROR, VAT, LEI, GA, RCN …) or a code of a vocabulary.
struct Identifier {
    std::string scheme;
    std::string value;
    bool operator==(const Identifier&) const = default;
};

struct Mapping {
    std::string scheme;
    std::string code;
    bool operator==(const Mapping&) const = default;
};

/// Something an organisation offers or looks for.
struct Capability {
    std::string topic;  // topic id, may be empty
    Texts text;
    int trl = 0;  // technology readiness 1–9, 0 unknown
    bool operator==(const Capability&) const = default;
};

struct Label {
    std::string scheme;
    std::string level;
    Date from;
    Date to;
    bool operator==(const Label&) const = default;
};

struct TargetRegion {
    std::string country;  // ISO 3166-1 alpha-2; empty for a region of several countries
    std::string region;
    Texts name;
    int priority = 0;  // 1 highest … 3, 0 unknown
    bool operator==(const TargetRegion&) const = default;
};

/// What an organisation of kind cluster has beyond the others.
struct ClusterProfile {
    std::string management_entity;   // organisation id
    std::string association_entity;  // organisation id
    std::vector<Label> labels;
    std::vector<TargetRegion> target_regions;
    Texts services;
    bool operator==(const ClusterProfile&) const = default;
};

struct Phase {
    int number = 0;
    Texts name;
    Date from;
    Date to;
    std::optional<double> budget;
    bool operator==(const Phase&) const = default;
};

struct Strand {
    Texts name;
    Texts description;
    bool operator==(const Strand&) const = default;
};

struct Stop {
    std::string city;
    std::string country;
    std::string zone;  // IANA
    Date from;
    Date to;
    Texts purpose;
    bool operator==(const Stop&) const = default;
};

/// Who may see one field of a record.
struct FieldVisibility {
    std::string field;
    Visibility visibility = Visibility::Public;
    bool operator==(const FieldVisibility&) const = default;
};

using LabelsByLanguage = std::map<std::string, std::string>;
using SynonymsByLanguage = std::map<std::string, std::vector<std::string>>;

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Text>
void visit_fields(S& s, V&& visit) {
    visit("lang", s.lang, Need::Optional);
    visit("text", s.text, Need::Required);
    visit("origin", s.origin, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Name>
void visit_fields(S& s, V&& visit) {
    visit("text", s.text, Need::Required);
    visit("lang", s.lang, Need::Optional);
    visit("type", s.type, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Identifier>
void visit_fields(S& s, V&& visit) {
    visit("scheme", s.scheme, Need::Required);
    visit("value", s.value, Need::Required);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Mapping>
void visit_fields(S& s, V&& visit) {
    visit("scheme", s.scheme, Need::Required);
    visit("code", s.code, Need::Required);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Capability>
void visit_fields(S& s, V&& visit) {
    visit("topic", s.topic, Need::Optional);
    visit("text", s.text, Need::Optional);
    visit("trl", s.trl, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Label>
void visit_fields(S& s, V&& visit) {
    visit("scheme", s.scheme, Need::Required);
    visit("level", s.level, Need::Optional);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, TargetRegion>
void visit_fields(S& s, V&& visit) {
    visit("country", s.country, Need::Optional);
    visit("region", s.region, Need::Optional);
    visit("name", s.name, Need::Optional);
    visit("priority", s.priority, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, ClusterProfile>
void visit_fields(S& s, V&& visit) {
    visit("management_entity", s.management_entity, Need::Optional);
    visit("association_entity", s.association_entity, Need::Optional);
    visit("labels", s.labels, Need::Optional);
    visit("target_regions", s.target_regions, Need::Optional);
    visit("services", s.services, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Phase>
void visit_fields(S& s, V&& visit) {
    visit("number", s.number, Need::Required);
    visit("name", s.name, Need::Optional);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
    visit("budget", s.budget, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Strand>
void visit_fields(S& s, V&& visit) {
    visit("name", s.name, Need::Required);
    visit("description", s.description, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Stop>
void visit_fields(S& s, V&& visit) {
    visit("city", s.city, Need::Optional);
    visit("country", s.country, Need::Optional);
    visit("zone", s.zone, Need::Optional);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
    visit("purpose", s.purpose, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, FieldVisibility>
void visit_fields(S& s, V&& visit) {
    visit("field", s.field, Need::Required);
    visit("visibility", s.visibility, Need::Required);
}

}  // namespace kontor::model
