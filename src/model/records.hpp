// SPDX-License-Identifier: EUPL-1.2
// The records of Kontor: what docs/records.md describes, as plain structs. Ids are texts
// ([a-z0-9][a-z0-9._-]{0,79}), stable and part of page addresses; references are ids, empty when there is
// none. visit_fields() (see values.hpp) is the single list of each record's fields.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::model {

// Where something is from. `as_of` is the day to which the source speaks.
struct Source {
    static constexpr RecordKind kKind = RecordKind::Source;
    std::string id;
    std::string title;
    SourceKind kind = SourceKind::Web;
    std::string url;
    std::string publisher;
    Date published;
    Date as_of;
    std::string licence;
    std::string note;
    bool operator==(const Source&) const = default;
};

// A region of the NUTS classification; `id` is its code in lower case, `code` as published.
struct Region {
    static constexpr RecordKind kKind = RecordKind::Region;
    std::string id;
    std::string code;
    int level = 0;
    std::string country;
    std::string parent;
    std::string name;
    std::string version;
    std::string source;
    bool operator==(const Region&) const = default;
};

// A populated place of a gazetteer (GeoNames).
struct Place {
    static constexpr RecordKind kKind = RecordKind::Place;
    std::string id;
    std::string name;
    std::vector<std::string> alternative_names;
    std::string country;
    double latitude = 0;
    double longitude = 0;
    std::int64_t population = 0;
    std::string source;
    bool operator==(const Place&) const = default;
};

// A technology, application field, sector or science, with labels and synonyms by language (ISO 639-1).
struct Topic {
    static constexpr RecordKind kKind = RecordKind::Topic;
    std::string id;
    TopicScheme scheme = TopicScheme::Kontor;
    TopicKind kind = TopicKind::Technology;
    LabelsByLanguage labels;
    SynonymsByLanguage synonyms;
    std::string parent;
    std::vector<Mapping> mappings;
    LabelsByLanguage definition;
    std::string source;
    bool operator==(const Topic&) const = default;
};

// A cluster, company, institute, clinic, public body … The first name is the one displayed; `as_of` is the
// day its profile was last confirmed; `invented` marks demo organisations.
struct Organisation {
    static constexpr RecordKind kKind = RecordKind::Organisation;
    std::string id;
    OrganisationKind kind = OrganisationKind::Other;
    std::vector<Name> names;
    std::vector<Identifier> identifiers;
    std::string country;
    std::string nuts;
    std::string city;
    std::string postcode;
    std::string street;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::string web;
    Texts description;
    std::vector<std::string> topics;
    std::vector<Capability> offers;
    std::vector<Capability> needs;
    ActivityType activity_type = ActivityType::Unknown;
    SizeClass size_class = SizeClass::Unknown;
    int employees = 0;
    std::optional<bool> is_sme;
    int founded = 0;
    std::vector<std::string> languages;
    std::optional<bool> open_for_ideas;
    bool invented = false;
    std::optional<ClusterProfile> cluster;
    std::string source;
    Date as_of;
    bool operator==(const Organisation&) const = default;
};

// `member` belongs to `cluster` (both organisation ids), from … to. Clusters can be members of each other.
struct Membership {
    static constexpr RecordKind kKind = RecordKind::Membership;
    std::string id;
    std::string member;
    std::string cluster;
    MembershipType type = MembershipType::Unknown;
    Date from;
    Date to;
    std::string source;
    bool operator==(const Membership&) const = default;
};

// A funding programme.
struct Programme {
    static constexpr RecordKind kKind = RecordKind::Programme;
    std::string id;
    Texts names;
    std::string short_name;
    std::string funder;
    std::string parent;
    Date from;
    Date to;
    std::string url;
    Texts description;
    std::string source;
    bool operator==(const Programme&) const = default;
};

// A call for proposals of a programme. `deadline` is in the IANA zone `zone`.
struct Call {
    static constexpr RecordKind kKind = RecordKind::Call;
    std::string id;
    std::string programme;
    std::string identifier;
    Texts titles;
    Date opens;
    Date deadline;
    std::string zone;
    std::optional<double> budget;
    std::string currency;
    std::string action_type;
    std::vector<std::string> topics;
    Texts description;
    std::string url;
    std::string source;
    bool operator==(const Call&) const = default;
};

// A project with its phases, strands and predecessors. Money is in `currency` (ISO 4217).
struct Project {
    static constexpr RecordKind kKind = RecordKind::Project;
    std::string id;
    std::string acronym;
    Texts titles;
    std::string programme;
    std::string call;
    std::vector<Identifier> identifiers;
    ProjectStatus status = ProjectStatus::Unknown;
    Date start;
    Date end;
    std::string funding_scheme;
    std::optional<double> total_cost;
    std::optional<double> eu_contribution;
    std::string currency;
    Texts objective;
    std::vector<std::string> topics;
    std::vector<std::string> keywords;
    std::vector<TargetRegion> target_regions;
    std::vector<Phase> phases;
    std::vector<Strand> strands;
    std::vector<std::string> predecessors;
    std::string url;
    std::string source;
    Date as_of;
    bool operator==(const Project&) const = default;
};

// An organisation's part in a project; `phases` lists phase numbers, empty means all of them.
struct Participation {
    static constexpr RecordKind kKind = RecordKind::Participation;
    std::string id;
    std::string project;
    std::string organisation;
    ParticipationRole role = ParticipationRole::Participant;
    std::vector<int> phases;
    Date from;
    Date to;
    std::optional<double> contribution;
    std::string currency;
    ActivityType activity_type = ActivityType::Unknown;
    std::optional<bool> is_sme;
    std::string source;
    bool operator==(const Participation&) const = default;
};

// A letter of intent, memorandum, contract … between `parties` (organisation ids).
struct Agreement {
    static constexpr RecordKind kKind = RecordKind::Agreement;
    std::string id;
    AgreementType type = AgreementType::Mou;
    Texts titles;
    std::vector<std::string> parties;
    Date signed_on;
    Date valid_to;
    Texts scope;
    std::string project;
    std::string source;
    std::vector<std::string> confirmed_by;  // parties whose people said here that it is so
    bool operator==(const Agreement&) const = default;
};

// A journey of organisations to a region, stop by stop.
struct Delegation {
    static constexpr RecordKind kKind = RecordKind::Delegation;
    std::string id;
    Texts titles;
    Date from;
    Date to;
    std::vector<std::string> organisers;
    std::vector<std::string> participants;
    std::string basis;
    std::string project;
    std::vector<Stop> stops;
    Texts description;
    std::string source;
    bool operator==(const Delegation&) const = default;
};

// One value of one record, from one source. A predicate that names a field gives that field's provenance;
// several claims with one predicate stand side by side. `confidence` is 0 to 1.
struct Claim {
    static constexpr RecordKind kKind = RecordKind::Claim;
    std::string id;
    RecordKind subject_kind = RecordKind::Organisation;
    std::string subject;
    std::string predicate;
    std::string value;
    std::string unit;
    int phase = 0;
    ClaimStatus status = ClaimStatus::Stated;
    bool approximate = false;
    Date as_of;
    std::string source;
    std::string sentence;
    double confidence = 1;
    ClaimReview review = ClaimReview::NotNeeded;
    bool operator==(const Claim&) const = default;
};

// Somebody who speaks for an organisation. Kept for a `purpose`, with the text version of the consent and its
// day, until `keep_until`; seen by the organisation's own people unless a disclosure says otherwise.
struct Person {
    static constexpr RecordKind kKind = RecordKind::Person;
    std::string id;
    std::string name;
    std::string organisation;
    std::string function;
    std::string email;
    std::string phone;
    std::vector<std::string> languages;
    std::string purpose;
    std::string consent_version;
    Date consent_on;
    Date keep_until;
    std::string source;
    Date as_of;
    bool operator==(const Person&) const = default;
};

// Who may see a record and its fields, and which organisation decides that. A record without a disclosure is
// public, a person and a claim that waits for review are not (service/sight.hpp).
struct Disclosure {
    static constexpr RecordKind kKind = RecordKind::Disclosure;
    std::string id;
    RecordKind subject_kind = RecordKind::Organisation;
    std::string subject;
    std::string owner;  // organisation id
    Visibility visibility = Visibility::Public;
    std::vector<FieldVisibility> fields;
    std::string source;
    bool operator==(const Disclosure&) const = default;
};

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Source>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("title", s.title, Need::Required);
    visit("kind", s.kind, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("publisher", s.publisher, Need::Optional);
    visit("published", s.published, Need::Optional);
    visit("as_of", s.as_of, Need::Optional);
    visit("licence", s.licence, Need::Optional);
    visit("note", s.note, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Region>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("code", s.code, Need::Required);
    visit("level", s.level, Need::Optional);
    visit("country", s.country, Need::Optional);
    visit("parent", s.parent, Need::Optional);
    visit("name", s.name, Need::Required);
    visit("version", s.version, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Place>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("name", s.name, Need::Required);
    visit("alternative_names", s.alternative_names, Need::Optional);
    visit("country", s.country, Need::Optional);
    visit("latitude", s.latitude, Need::Required);
    visit("longitude", s.longitude, Need::Required);
    visit("population", s.population, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Topic>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("scheme", s.scheme, Need::Required);
    visit("kind", s.kind, Need::Required);
    visit("labels", s.labels, Need::Required);
    visit("synonyms", s.synonyms, Need::Optional);
    visit("parent", s.parent, Need::Optional);
    visit("mappings", s.mappings, Need::Optional);
    visit("definition", s.definition, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Organisation>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("kind", s.kind, Need::Required);
    visit("names", s.names, Need::Required);
    visit("identifiers", s.identifiers, Need::Optional);
    visit("country", s.country, Need::Optional);
    visit("nuts", s.nuts, Need::Optional);
    visit("city", s.city, Need::Optional);
    visit("postcode", s.postcode, Need::Optional);
    visit("street", s.street, Need::Optional);
    visit("latitude", s.latitude, Need::Optional);
    visit("longitude", s.longitude, Need::Optional);
    visit("web", s.web, Need::Optional);
    visit("description", s.description, Need::Optional);
    visit("topics", s.topics, Need::Optional);
    visit("offers", s.offers, Need::Optional);
    visit("needs", s.needs, Need::Optional);
    visit("activity_type", s.activity_type, Need::Optional);
    visit("size_class", s.size_class, Need::Optional);
    visit("employees", s.employees, Need::Optional);
    visit("is_sme", s.is_sme, Need::Optional);
    visit("founded", s.founded, Need::Optional);
    visit("languages", s.languages, Need::Optional);
    visit("open_for_ideas", s.open_for_ideas, Need::Optional);
    visit("invented", s.invented, Need::Optional);
    visit("cluster", s.cluster, Need::Optional);
    visit("source", s.source, Need::Optional);
    visit("as_of", s.as_of, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Membership>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("member", s.member, Need::Required);
    visit("cluster", s.cluster, Need::Required);
    visit("type", s.type, Need::Optional);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Programme>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("names", s.names, Need::Required);
    visit("short", s.short_name, Need::Optional);
    visit("funder", s.funder, Need::Optional);
    visit("parent", s.parent, Need::Optional);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("description", s.description, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Call>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("programme", s.programme, Need::Required);
    visit("identifier", s.identifier, Need::Required);
    visit("titles", s.titles, Need::Required);
    visit("opens", s.opens, Need::Optional);
    visit("deadline", s.deadline, Need::Optional);
    visit("zone", s.zone, Need::Optional);
    visit("budget", s.budget, Need::Optional);
    visit("currency", s.currency, Need::Optional);
    visit("action_type", s.action_type, Need::Optional);
    visit("topics", s.topics, Need::Optional);
    visit("description", s.description, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Project>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("acronym", s.acronym, Need::Optional);
    visit("titles", s.titles, Need::Required);
    visit("programme", s.programme, Need::Optional);
    visit("call", s.call, Need::Optional);
    visit("identifiers", s.identifiers, Need::Optional);
    visit("status", s.status, Need::Optional);
    visit("start", s.start, Need::Optional);
    visit("end", s.end, Need::Optional);
    visit("funding_scheme", s.funding_scheme, Need::Optional);
    visit("total_cost", s.total_cost, Need::Optional);
    visit("eu_contribution", s.eu_contribution, Need::Optional);
    visit("currency", s.currency, Need::Optional);
    visit("objective", s.objective, Need::Optional);
    visit("topics", s.topics, Need::Optional);
    visit("keywords", s.keywords, Need::Optional);
    visit("target_regions", s.target_regions, Need::Optional);
    visit("phases", s.phases, Need::Optional);
    visit("strands", s.strands, Need::Optional);
    visit("predecessors", s.predecessors, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("source", s.source, Need::Optional);
    visit("as_of", s.as_of, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Participation>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("project", s.project, Need::Required);
    visit("organisation", s.organisation, Need::Required);
    visit("role", s.role, Need::Required);
    visit("phases", s.phases, Need::Optional);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
    visit("contribution", s.contribution, Need::Optional);
    visit("currency", s.currency, Need::Optional);
    visit("activity_type", s.activity_type, Need::Optional);
    visit("is_sme", s.is_sme, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Agreement>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("type", s.type, Need::Required);
    visit("titles", s.titles, Need::Required);
    visit("parties", s.parties, Need::Required);
    visit("signed", s.signed_on, Need::Optional);
    visit("valid_to", s.valid_to, Need::Optional);
    visit("scope", s.scope, Need::Optional);
    visit("project", s.project, Need::Optional);
    visit("source", s.source, Need::Optional);
    visit("confirmed_by", s.confirmed_by, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Delegation>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("titles", s.titles, Need::Required);
    visit("from", s.from, Need::Optional);
    visit("to", s.to, Need::Optional);
    visit("organisers", s.organisers, Need::Optional);
    visit("participants", s.participants, Need::Optional);
    visit("basis", s.basis, Need::Optional);
    visit("project", s.project, Need::Optional);
    visit("stops", s.stops, Need::Optional);
    visit("description", s.description, Need::Optional);
    visit("source", s.source, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Claim>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("subject_kind", s.subject_kind, Need::Required);
    visit("subject", s.subject, Need::Required);
    visit("predicate", s.predicate, Need::Required);
    visit("value", s.value, Need::Required);
    visit("unit", s.unit, Need::Optional);
    visit("phase", s.phase, Need::Optional);
    visit("status", s.status, Need::Optional);
    visit("approximate", s.approximate, Need::Optional);
    visit("as_of", s.as_of, Need::Optional);
    visit("source", s.source, Need::Required);
    visit("sentence", s.sentence, Need::Optional);
    visit("confidence", s.confidence, Need::Optional);
    visit("review", s.review, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Person>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("name", s.name, Need::Required);
    visit("organisation", s.organisation, Need::Required);
    visit("function", s.function, Need::Optional);
    visit("email", s.email, Need::Optional);
    visit("phone", s.phone, Need::Optional);
    visit("languages", s.languages, Need::Optional);
    visit("purpose", s.purpose, Need::Required);
    visit("consent_version", s.consent_version, Need::Optional);
    visit("consent_on", s.consent_on, Need::Optional);
    visit("keep_until", s.keep_until, Need::Required);
    visit("source", s.source, Need::Optional);
    visit("as_of", s.as_of, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Disclosure>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("subject_kind", s.subject_kind, Need::Required);
    visit("subject", s.subject, Need::Required);
    visit("owner", s.owner, Need::Required);
    visit("visibility", s.visibility, Need::Optional);
    visit("fields", s.fields, Need::Optional);
    visit("source", s.source, Need::Optional);
}

using Record = std::variant<Source, Region, Place, Topic, Organisation, Membership, Programme, Call, Project,
                            Participation, Agreement, Delegation, Claim, Person, Disclosure>;

[[nodiscard]] RecordKind kind_of(const Record& record);
[[nodiscard]] const std::string& id_of(const Record& record);

/// True for [a-z0-9][a-z0-9._-]{0,79}.
[[nodiscard]] bool is_id(std::string_view text);

/// The name to display: the first one; the id when there is none.
[[nodiscard]] const std::string& display_name(const Organisation& organisation);

/// The field of `record` through which it refers to others: kind and id of each reference, with the field's
/// name.
struct Reference {
    std::string_view field;
    RecordKind kind;
    std::string id;
};
[[nodiscard]] std::vector<Reference> references(const Record& record);

/// The fields of a kind that a disclosure may hide: the optional ones.
[[nodiscard]] std::vector<std::string_view> hideable_fields(RecordKind kind);

/// All faults of one record by itself: required fields, ids, ranges, dates in order, codes, lengths, currency
/// with money. Empty when it is sound. References are the store's business. Cost: linear in its size.
[[nodiscard]] base::Errors validate(const Record& record);

}  // namespace kontor::model
