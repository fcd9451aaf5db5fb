// SPDX-License-Identifier: EUPL-1.2
// Organisations, projects and news as schema.org JSON-LD, for search engines and other machines. Says only
// what the record says. Pure. The text may stand inside a <script> element: "<" never appears in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"

namespace kontor::publish {

/// Another record that the described one is joined to.
struct LinkedOrganisation {
    model::OrganisationKind kind = model::OrganisationKind::Other;
    std::string name;
    std::string address;  // of its page
    std::string role;     // in a project; else empty
};

struct OrganisationSurroundings {
    std::string address;              // of its page, absolute
    std::vector<std::string> topics;  // labels
    std::vector<LinkedOrganisation> members;
    std::vector<LinkedOrganisation> member_of;
};

struct ProjectSurroundings {
    std::string address;
    std::vector<std::string> topics;
    std::vector<LinkedOrganisation> participants;
    std::string programme;  // its name
    std::string funder;     // its name
};

struct NewsSurroundings {
    std::string address;
    std::string language;  // of the reader
    std::vector<std::string> topics;
    std::vector<LinkedOrganisation> organisations;  // that it names
};

/// The schema.org type of an organisation: "Organization" or a narrower one.
[[nodiscard]] std::string_view schema_type(model::OrganisationKind kind);

[[nodiscard]] std::string organisation_json_ld(const model::Organisation& organisation,
                                               const OrganisationSurroundings& around);
[[nodiscard]] std::string project_json_ld(const model::Project& project, const ProjectSurroundings& around);
[[nodiscard]] std::string news_json_ld(const model::News& news, const NewsSurroundings& around);

}  // namespace kontor::publish
