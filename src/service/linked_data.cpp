// SPDX-License-Identifier: EUPL-1.2
#include "service/linked_data.hpp"

#include "publish/json_ld.hpp"

namespace kontor::service {
namespace {

std::string address(const Asker& asker, std::string_view kind, const std::string& id) {
    return "/" + asker.language + "/" + std::string(kind) + "/" + id;
}

publish::LinkedOrganisation linked(const OrganisationBrief& brief, std::string role, const Asker& asker) {
    const auto kind = model::from_word<model::OrganisationKind>(brief.kind);
    return {kind.value_or(model::OrganisationKind::Other), brief.name,
            address(asker, "organisations", brief.id), std::move(role)};
}

std::vector<std::string> labels(const std::vector<Ref>& topics) {
    std::vector<std::string> out;
    for (const Ref& topic : topics) out.push_back(topic.name);
    return out;
}

}  // namespace

base::Result<std::string> organisation_json_ld(const PageService& pages, const Asker& asker,
                                               const std::string& id) {
    const auto page = pages.organisation(asker, id);
    if (!page) return page.errors();
    const auto record = pages.record(asker, model::RecordKind::Organisation, id);
    if (!record) return record.errors();
    publish::OrganisationSurroundings around;
    around.address = address(asker, "organisations", id);
    around.topics = labels(page.value().organisation.topics);
    for (const MembershipView& member : page.value().members) {
        if (member.current) around.members.push_back(linked(member.organisation, "", asker));
    }
    for (const MembershipView& membership : page.value().memberships) {
        if (membership.current) around.member_of.push_back(linked(membership.organisation, "", asker));
    }
    return publish::organisation_json_ld(std::get<model::Organisation>(record.value()), around);
}

base::Result<std::string> project_json_ld(const PageService& pages, const Asker& asker,
                                          const std::string& id) {
    const auto page = pages.project(asker, id);
    if (!page) return page.errors();
    const auto record = pages.record(asker, model::RecordKind::Project, id);
    if (!record) return record.errors();
    publish::ProjectSurroundings around;
    around.address = address(asker, "projects", id);
    around.topics = labels(page.value().topics);
    for (const ProjectParticipant& participant : page.value().participants) {
        around.participants.push_back(linked(participant.organisation, participant.role, asker));
    }
    if (page.value().programme) around.programme = page.value().programme->name;
    return publish::project_json_ld(std::get<model::Project>(record.value()), around);
}

base::Result<std::string> news_json_ld(const PageService& pages, const Asker& asker, const std::string& id) {
    const auto page = pages.news(asker, id);
    if (!page) return page.errors();
    const auto record = pages.record(asker, model::RecordKind::News, id);
    if (!record) return record.errors();
    publish::NewsSurroundings around;
    around.address = address(asker, "news", id);
    around.language = asker.language;
    around.topics = labels(page.value().brief.topics);
    for (const Ref& organisation : page.value().brief.organisations) {
        around.organisations.push_back({model::OrganisationKind::Other,
                                        organisation.name,
                                        address(asker, "organisations", organisation.id),
                                        {}});
    }
    return publish::news_json_ld(std::get<model::News>(record.value()), around);
}

}  // namespace kontor::service
