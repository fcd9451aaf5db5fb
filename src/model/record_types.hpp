// SPDX-License-Identifier: EUPL-1.2
// The records of Kontor: what docs/records.md describes, as plain structs. Ids are texts
// ([a-z0-9][a-z0-9._-]{0,79}), stable and part of page addresses; references are ids, empty when there is
// none. Their fields are listed in record_fields.hpp. Included by records.hpp; include that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

// What was published about the network: an item of the press or of a cluster's own pages, told briefly in
// our words and tagged with whom and what it is about. Items that tell one story share a `group`: the id of
// the first of them, empty for that one and for what stands alone.
struct News {
    static constexpr RecordKind kKind = RecordKind::News;
    std::string id;
    Texts titles;
    Texts summary;
    Date published;
    std::string publisher;
    std::string url;
    std::vector<std::string> organisations;
    std::vector<std::string> projects;
    std::vector<std::string> programmes;
    std::vector<std::string> topics;
    std::vector<std::string> countries;  // ISO 3166-1 alpha-2
    std::vector<std::string> regions;    // NUTS codes
    std::string group;
    std::string keeper;  // organisation whose people take care of it
    std::string source;
    bool operator==(const News&) const = default;
};

}  // namespace kontor::model
