// SPDX-License-Identifier: EUPL-1.2
// visit_fields() of every record: the single list of its fields, in file order, with their names in files,
// tables and over HTTP. Included by records.hpp; include that.
#pragma once

#include <concepts>
#include <type_traits>

#include "model/record_types.hpp"

namespace kontor::model {

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
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, News>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("titles", s.titles, Need::Required);
    visit("summary", s.summary, Need::Optional);
    visit("published", s.published, Need::Optional);
    visit("publisher", s.publisher, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("organisations", s.organisations, Need::Optional);
    visit("projects", s.projects, Need::Optional);
    visit("programmes", s.programmes, Need::Optional);
    visit("topics", s.topics, Need::Optional);
    visit("countries", s.countries, Need::Optional);
    visit("regions", s.regions, Need::Optional);
    visit("group", s.group, Need::Optional);
    visit("keeper", s.keeper, Need::Optional);
    visit("source", s.source, Need::Optional);
}

}  // namespace kontor::model
