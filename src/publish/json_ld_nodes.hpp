// SPDX-License-Identifier: EUPL-1.2
// The nodes of our JSON-LD, in the words of schema.org; internal to json_ld.cpp. visit_fields() gives the
// order in which they are written; what is empty is left out.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "model/values.hpp"

namespace kontor::publish::ld {

struct LanguageText {
    std::string value;
    std::string language;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, LanguageText>
void visit_fields(S& s, V&& visit) {
    visit("@value", s.value, model::Need::Required);
    visit("@language", s.language, model::Need::Optional);
}

struct Property {
    std::string scheme;
    std::string value;
    std::string type = "PropertyValue";
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Property>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("propertyID", s.scheme, model::Need::Required);
    visit("value", s.value, model::Need::Required);
}

struct Reference {
    std::string type;
    std::string id;
    std::string name;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Reference>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("@id", s.id, model::Need::Optional);
    visit("name", s.name, model::Need::Required);
}

struct Address {
    std::string street;
    std::string postcode;
    std::string city;
    std::string country;
    std::string type = "PostalAddress";
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Address>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("streetAddress", s.street, model::Need::Optional);
    visit("postalCode", s.postcode, model::Need::Optional);
    visit("addressLocality", s.city, model::Need::Optional);
    visit("addressCountry", s.country, model::Need::Optional);
}

struct Coordinates {
    double latitude = 0;
    double longitude = 0;
    std::string type = "GeoCoordinates";
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Coordinates>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("latitude", s.latitude, model::Need::Required);
    visit("longitude", s.longitude, model::Need::Required);
}

struct Location {
    std::string type = "Place";
    Coordinates geo;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Location>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("geo", s.geo, model::Need::Required);
}

struct Quantity {
    int value = 0;
    std::string type = "QuantitativeValue";
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Quantity>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("value", s.value, model::Need::Required);
}

struct Organisation {
    std::string context = "https://schema.org";
    std::string type;
    std::string id;
    std::string name;
    std::string legal_name;
    std::vector<std::string> alternate_names;
    std::string url;
    std::vector<LanguageText> description;
    std::optional<Address> address;
    std::optional<Location> location;
    std::vector<Property> identifiers;
    std::vector<std::string> same_as;
    std::string vat;
    std::string lei;
    std::string founded;
    std::optional<Quantity> employees;
    std::vector<std::string> topics;
    std::vector<Reference> members;
    std::vector<Reference> member_of;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Organisation>
void visit_fields(S& s, V&& visit) {
    visit("@context", s.context, model::Need::Required);
    visit("@type", s.type, model::Need::Required);
    visit("@id", s.id, model::Need::Optional);
    visit("name", s.name, model::Need::Required);
    visit("legalName", s.legal_name, model::Need::Optional);
    visit("alternateName", s.alternate_names, model::Need::Optional);
    visit("url", s.url, model::Need::Optional);
    visit("description", s.description, model::Need::Optional);
    visit("address", s.address, model::Need::Optional);
    visit("location", s.location, model::Need::Optional);
    visit("identifier", s.identifiers, model::Need::Optional);
    visit("sameAs", s.same_as, model::Need::Optional);
    visit("vatID", s.vat, model::Need::Optional);
    visit("leiCode", s.lei, model::Need::Optional);
    visit("foundingDate", s.founded, model::Need::Optional);
    visit("numberOfEmployees", s.employees, model::Need::Optional);
    visit("knowsAbout", s.topics, model::Need::Optional);
    visit("member", s.members, model::Need::Optional);
    visit("memberOf", s.member_of, model::Need::Optional);
}

/// A participant with its role: schema.org puts the role between the two.
struct Role {
    std::string name;
    Reference member;
    std::string type = "OrganizationRole";
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Role>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("roleName", s.name, model::Need::Optional);
    visit("member", s.member, model::Need::Required);
}

struct Grant {
    std::string identifier;
    std::string name;
    std::optional<Reference> funder;
    std::string type = "Grant";
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Grant>
void visit_fields(S& s, V&& visit) {
    visit("@type", s.type, model::Need::Required);
    visit("identifier", s.identifier, model::Need::Optional);
    visit("name", s.name, model::Need::Optional);
    visit("funder", s.funder, model::Need::Optional);
}

struct Project {
    std::string context = "https://schema.org";
    std::string type = "ResearchProject";
    std::string id;
    std::string name;
    std::string acronym;
    std::vector<LanguageText> description;
    std::string url;
    std::vector<Property> identifiers;
    std::string start;
    std::string end;
    std::vector<std::string> keywords;
    std::vector<Role> members;
    std::optional<Grant> funding;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Project>
void visit_fields(S& s, V&& visit) {
    visit("@context", s.context, model::Need::Required);
    visit("@type", s.type, model::Need::Required);
    visit("@id", s.id, model::Need::Optional);
    visit("name", s.name, model::Need::Required);
    visit("alternateName", s.acronym, model::Need::Optional);
    visit("description", s.description, model::Need::Optional);
    visit("url", s.url, model::Need::Optional);
    visit("identifier", s.identifiers, model::Need::Optional);
    visit("foundingDate", s.start, model::Need::Optional);
    visit("dissolutionDate", s.end, model::Need::Optional);
    visit("keywords", s.keywords, model::Need::Optional);
    visit("member", s.members, model::Need::Optional);
    visit("funding", s.funding, model::Need::Optional);
}

struct NewsArticle {
    std::string context = "https://schema.org";
    std::string type = "NewsArticle";
    std::string id;
    std::string headline;
    std::string language;
    std::vector<LanguageText> description;
    std::string published;
    std::string url;
    std::optional<Reference> publisher;
    std::vector<std::string> keywords;
    std::vector<Reference> about;
    std::vector<Reference> places;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, NewsArticle>
void visit_fields(S& s, V&& visit) {
    visit("@context", s.context, model::Need::Required);
    visit("@type", s.type, model::Need::Required);
    visit("@id", s.id, model::Need::Optional);
    visit("headline", s.headline, model::Need::Required);
    visit("inLanguage", s.language, model::Need::Optional);
    visit("abstract", s.description, model::Need::Optional);
    visit("datePublished", s.published, model::Need::Optional);
    visit("url", s.url, model::Need::Optional);
    visit("publisher", s.publisher, model::Need::Optional);
    visit("keywords", s.keywords, model::Need::Optional);
    visit("mentions", s.about, model::Need::Optional);
    visit("spatialCoverage", s.places, model::Need::Optional);
}

}  // namespace kontor::publish::ld
