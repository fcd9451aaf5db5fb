// SPDX-License-Identifier: EUPL-1.2
#include "publish/json_ld.hpp"

#include <algorithm>

#include "codec/json_text.hpp"
#include "publish/json_ld_nodes.hpp"

namespace kontor::publish {
namespace {

using model::Need;

std::vector<ld::LanguageText> language_texts(const model::Texts& texts) {
    std::vector<ld::LanguageText> out;
    for (const model::Text& text : texts) out.push_back({text.text, text.lang == "und" ? "" : text.lang});
    return out;
}

std::vector<ld::Property> properties(const std::vector<model::Identifier>& identifiers) {
    std::vector<ld::Property> out;
    for (const model::Identifier& identifier : identifiers)
        out.push_back({identifier.scheme, identifier.value});
    return out;
}

/// Pages elsewhere that speak of the same organisation.
std::vector<std::string> same_as(const std::vector<model::Identifier>& identifiers) {
    std::vector<std::string> out;
    for (const model::Identifier& identifier : identifiers) {
        const bool is_address = identifier.value.starts_with("https://");
        if (is_address) out.push_back(identifier.value);
        if (is_address) continue;
        if (identifier.scheme == "ROR") out.push_back("https://ror.org/" + identifier.value);
        if (identifier.scheme == "WIKIDATA")
            out.push_back("https://www.wikidata.org/entity/" + identifier.value);
    }
    return out;
}

std::string identifier_of(const std::vector<model::Identifier>& identifiers, std::string_view scheme) {
    const auto found = std::find_if(identifiers.begin(), identifiers.end(),
                                    [&](const model::Identifier& i) { return i.scheme == scheme; });
    return found == identifiers.end() ? "" : found->value;
}

ld::Reference reference(const LinkedOrganisation& linked) {
    return {std::string(schema_type(linked.kind)), linked.address, linked.name};
}

std::vector<ld::Reference> references(const std::vector<LinkedOrganisation>& list) {
    std::vector<ld::Reference> out;
    for (const LinkedOrganisation& linked : list) out.push_back(reference(linked));
    return out;
}

std::optional<ld::Location> location(const model::Organisation& organisation) {
    if (!organisation.latitude || !organisation.longitude) return std::nullopt;
    ld::Location out;
    out.geo = {*organisation.latitude, *organisation.longitude};
    return out;
}

std::optional<ld::Address> address(const model::Organisation& o) {
    if (o.country.empty() && o.city.empty() && o.street.empty() && o.postcode.empty()) return std::nullopt;
    return ld::Address{o.street, o.postcode, o.city, o.country};
}

/// "<" only ever stands inside JSON strings, where it may be written as an escape.
std::string without_angle_brackets(std::string json) {
    for (std::size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at + 6)) {
        json.replace(at, 1, "\\u003c");
    }
    return json;
}

}  // namespace

std::string_view schema_type(model::OrganisationKind kind) {
    switch (kind) {
        case model::OrganisationKind::University:
            return "CollegeOrUniversity";
        case model::OrganisationKind::ResearchInstitute:
            return "ResearchOrganization";
        case model::OrganisationKind::Clinic:
            return "MedicalOrganization";
        case model::OrganisationKind::PublicBody:
            return "GovernmentOrganization";
        case model::OrganisationKind::Cluster:
        case model::OrganisationKind::Company:
        case model::OrganisationKind::EndUser:
        case model::OrganisationKind::Association:
        case model::OrganisationKind::Other:
            return "Organization";
    }
    return "Organization";
}

std::string organisation_json_ld(const model::Organisation& organisation,
                                 const OrganisationSurroundings& around) {
    ld::Organisation out;
    out.type = schema_type(organisation.kind);
    out.id = around.address;
    out.name = model::display_name(organisation);
    for (std::size_t i = 1; i < organisation.names.size(); ++i) {
        const model::Name& name = organisation.names[i];
        if (name.type == model::NameType::Legal) {
            out.legal_name = name.text;
        } else {
            out.alternate_names.push_back(name.text);
        }
    }
    if (!organisation.names.empty() && organisation.names.front().type == model::NameType::Legal) {
        out.legal_name = organisation.names.front().text;
    }
    out.url = organisation.web;
    out.description = language_texts(organisation.description);
    out.address = address(organisation);
    out.location = location(organisation);
    out.identifiers = properties(organisation.identifiers);
    out.same_as = same_as(organisation.identifiers);
    out.vat = identifier_of(organisation.identifiers, "VAT");
    out.lei = identifier_of(organisation.identifiers, "LEI");
    if (organisation.founded > 0) out.founded = std::to_string(organisation.founded);
    if (organisation.employees > 0) out.employees = ld::Quantity{organisation.employees};
    out.topics = around.topics;
    out.members = references(around.members);
    out.member_of = references(around.member_of);
    return without_angle_brackets(codec::json_text(out));
}

std::string project_json_ld(const model::Project& project, const ProjectSurroundings& around) {
    ld::Project out;
    out.id = around.address;
    const model::Text* title = model::best_text(project.titles, "en");
    out.name = title != nullptr ? title->text : project.acronym.empty() ? project.id : project.acronym;
    if (project.acronym != out.name) out.acronym = project.acronym;
    out.description = language_texts(project.objective);
    out.url = project.url;
    out.identifiers = properties(project.identifiers);
    out.start = project.start.text();
    out.end = project.end.text();
    out.keywords = around.topics;
    for (const LinkedOrganisation& participant : around.participants) {
        out.members.push_back({participant.role, reference(participant)});
    }
    const std::string grant = identifier_of(project.identifiers, "GA");
    if (!grant.empty() || !around.programme.empty() || !around.funder.empty()) {
        out.funding = ld::Grant{grant, around.programme, std::nullopt};
        if (!around.funder.empty()) out.funding->funder = ld::Reference{"Organization", "", around.funder};
    }
    return without_angle_brackets(codec::json_text(out));
}

std::string news_json_ld(const model::News& news, const NewsSurroundings& around) {
    ld::NewsArticle out;
    out.id = around.address;
    if (const model::Text* title = model::best_text(news.titles, around.language)) {
        out.headline = title->text;
        out.language = title->lang == "und" ? std::string() : title->lang;
    }
    out.description = language_texts(news.summary);
    out.published = news.published.text();
    out.url = news.url;
    if (!news.publisher.empty()) out.publisher = ld::Reference{"Organization", "", news.publisher};
    out.keywords = around.topics;
    for (const LinkedOrganisation& one : around.organisations) out.about.push_back(reference(one));
    for (const std::string& country : news.countries) out.places.push_back({"Country", "", country});
    return without_angle_brackets(codec::json_text(out));
}

}  // namespace kontor::publish
