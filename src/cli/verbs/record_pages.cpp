// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs/record_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/columns.hpp"
#include "service/views.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

constexpr std::size_t kShown = 10;
constexpr std::size_t kUsualWidth = 100;

std::size_t line_width(const Context& context) {
    return context.width() == 0 ? kUsualWidth : context.width();
}

void heading(const Context& context, const std::string& title, const std::string& below) {
    context.print_line(context.bold(title));
    if (!below.empty()) context.print_line(below);
}

void paragraph(const Context& context, const std::string& text) {
    if (!text.empty()) context.print("\n" + wrapped(text, line_width(context), 0));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string names_of(const std::vector<service::Ref>& refs) {
    std::string out;
    for (const service::Ref& ref : refs) out += (out.empty() ? "" : ", ") + ref.name;
    return out;
}

void section(const Context& context, Phrase title, std::int64_t total) {
    std::string line = "\n" + context.say(title);
    if (total >= 0)
        line += fmt::format(" ({})", count_text(static_cast<std::uint64_t>(total), context.language()));
    context.print_line(line);
}

void list_refs(const Context& context, Phrase title, const std::vector<service::Ref>& refs) {
    if (refs.empty()) return;
    section(context, title, -1);
    for (std::size_t i = 0; i < std::min(refs.size(), 2 * kShown); ++i) {
        const std::string name = joined({refs[i].name, refs[i].detail.value_or("")}, " · ");
        context.print_line(fmt::format("  {} [{}]", name, refs[i].id));
    }
}

std::string place_of(const service::OrganisationBrief& brief) {
    return joined({brief.city, brief.country_name}, ", ");
}

void list_organisations(const Context& context, Phrase title,
                        const std::vector<service::OrganisationBrief>& organisations) {
    if (organisations.empty()) return;
    section(context, title, -1);
    Columns rows({Align::Left, Align::Left, Align::Left}, context.width());
    for (std::size_t i = 0; i < std::min(organisations.size(), kShown); ++i) {
        const service::OrganisationBrief& brief = organisations[i];
        rows.add({"  " + brief.name, place_of(brief), brief.id});
    }
    context.print(rows.text());
}

void list_regions(const Context& context, const std::vector<service::RegionCount>& regions) {
    if (regions.empty()) return;
    section(context, Phrase::CliRegions, -1);
    Columns rows({Align::Left, Align::Right, Align::Left}, context.width());
    for (const service::RegionCount& region : regions) {
        const std::string indent(static_cast<std::size_t>(2 * region.level), ' ');
        rows.add({indent + region.name, std::to_string(region.organisations), region.code});
    }
    context.print(rows.text());
}

void list_memberships(const Context& context, Phrase title, const std::vector<service::MembershipView>& list,
                      std::int64_t total) {
    if (list.empty()) return;
    section(context, title, total);
    Columns rows({Align::Left, Align::Left, Align::Left, Align::Left}, context.width());
    for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
        const service::MembershipView& membership = list[i];
        rows.add({"  " + membership.organisation.name, place_of(membership.organisation),
                  joined({membership.from, membership.to}, " – "), membership.organisation.id});
    }
    context.print(rows.text());
}

void list_capabilities(const Context& context, Phrase title,
                       const std::vector<service::CapabilityView>& list) {
    if (list.empty()) return;
    section(context, title, -1);
    for (const service::CapabilityView& capability : list) {
        const std::string topic = capability.topic ? capability.topic->name : "";
        context.print(wrapped(joined({topic, capability.text}, ": "), line_width(context), 2));
    }
}

void list_figures(const Context& context, const std::vector<service::Figure>& figures) {
    if (figures.empty()) return;
    section(context, Phrase::CliFigures, -1);
    Columns rows({Align::Left, Align::Right, Align::Left, Align::Left}, context.width());
    for (const service::Figure& figure : figures) {
        for (const service::ClaimView& claim : figure.claims) {
            rows.add({"  " + figure.label, joined({claim.text, claim.unit}, " "), claim.as_of,
                      claim.source.title});
        }
    }
    context.print(rows.text());
}

void source_line(const Context& context, const service::SourceView& source, const std::string& as_of) {
    if (source.id.empty()) return;
    section(context, Phrase::CliSource, -1);
    context.print_line("  " +
                       joined({source.title, source.publisher, as_of.empty() ? source.as_of : as_of}, ", "));
}

}  // namespace

void print_page(const Context& context, const service::OrganisationPage& page) {
    const service::OrganisationBrief& brief = page.organisation;
    heading(context, brief.name,
            joined({service::code_label("organisation", brief.kind, context.language()), place_of(brief),
                    page.web},
                   " · "));
    if (!brief.topics.empty()) context.print(wrapped(names_of(brief.topics), line_width(context), 0));
    paragraph(context, page.description);
    list_capabilities(context, Phrase::CliOffers, page.offers);
    list_capabilities(context, Phrase::CliNeeds, page.needs);
    list_memberships(context, Phrase::CliMembers, page.members, page.member_total);
    list_memberships(context, Phrase::CliMemberOf, page.memberships, -1);
    if (!page.projects.empty()) {
        section(context, Phrase::CliProjects, page.project_total);
        Columns rows({Align::Left, Align::Left, Align::Left, Align::Left}, context.width());
        for (std::size_t i = 0; i < std::min(page.projects.size(), kShown); ++i) {
            const service::OrganisationProject& project = page.projects[i];
            rows.add({"  " + project.project.name, project.role, joined({project.start, project.end}, " – "),
                      project.project.id});
        }
        context.print(rows.text());
    }
    std::vector<service::OrganisationBrief> partners;
    for (const service::CooperationPartner& partner : page.partners) partners.push_back(partner.organisation);
    list_organisations(context, Phrase::CliWorksWith, partners);
    list_figures(context, page.figures);
    source_line(context, page.source, brief.as_of);
}

void print_page(const Context& context, const service::ProjectPage& page) {
    heading(context, joined({page.acronym, page.title == page.acronym ? "" : page.title}, " – "),
            joined({page.programme ? page.programme->name : "", page.funding_scheme,
                    joined({page.start, page.end}, " – ")},
                   " · "));
    if (!page.topics.empty()) context.print(wrapped(names_of(page.topics), line_width(context), 0));
    paragraph(context, page.objective);
    section(context, Phrase::CliParticipants, static_cast<std::int64_t>(page.participants.size()));
    Columns rows({Align::Left, Align::Left, Align::Left, Align::Left}, context.width());
    for (const service::ProjectParticipant& participant : page.participants) {
        rows.add({"  " + participant.organisation.name, participant.role, place_of(participant.organisation),
                  participant.organisation.id});
    }
    context.print(rows.text());
    list_figures(context, page.figures);
    source_line(context, page.source, page.as_of);
}

void print_page(const Context& context, const service::ProgrammePage& page) {
    heading(
        context, joined({page.short_name, page.name == page.short_name ? "" : page.name}, " – "),
        joined({page.funder ? page.funder->name : "", joined({page.from, page.to}, " – "), page.url}, " · "));
    paragraph(context, page.description);
    list_refs(context, Phrase::CliCalls, page.calls);
    list_refs(context, Phrase::CliProjects, page.projects);
    source_line(context, page.source, "");
}

void print_page(const Context& context, const service::CallPage& page) {
    heading(context, page.title, joined({page.identifier, page.programme.name}, " · "));
    if (!page.deadline.empty()) {
        context.print_line(context.say(Phrase::CliDeadline) + ": " + joined({page.deadline, page.zone}, " "));
    }
    if (!page.topics.empty()) context.print(wrapped(names_of(page.topics), line_width(context), 0));
    paragraph(context, page.description);
    source_line(context, page.source, "");
}

void print_page(const Context& context, const service::TopicPage& page) {
    std::vector<std::string> labels;
    for (const auto& label : page.labels) labels.push_back(label.lang + ": " + label.text);
    heading(context, page.topic.label, joined(labels, " · "));
    paragraph(context, page.definition);
    list_refs(context, Phrase::CliBroader, page.broader);
    std::vector<service::Ref> narrower;
    for (const service::TopicBrief& topic : page.narrower)
        narrower.push_back({"topic", topic.id, topic.label});
    list_refs(context, Phrase::CliNarrower, narrower);
    list_organisations(context, Phrase::CliClusters, page.clusters);
    list_organisations(context, Phrase::CliOrganisations, page.organisations);
    list_refs(context, Phrase::CliProjects, page.projects);
    source_line(context, page.source, "");
}

void print_page(const Context& context, const service::CountryPage& page) {
    heading(context, page.name, page.code);
    list_regions(context, page.regions);
    list_organisations(context, Phrase::CliClusters, page.clusters);
    section(context, Phrase::CliOrganisations, page.organisation_total);
    list_organisations(context, Phrase::CliOrganisations, page.organisations);
    std::vector<service::Ref> countries;
    for (const auto& country : page.partner_countries) {
        countries.push_back(
            {"country", country.country, fmt::format("{} ({})", country.name, country.count)});
    }
    list_refs(context, Phrase::CliPartnerCountries, countries);
}

void print_page(const Context& context, const service::RegionPage& page) {
    heading(
        context, page.name,
        joined({page.code == page.name ? "" : "NUTS " + page.code, names_of(page.broader), page.country_name},
               " · "));
    list_regions(context, page.regions);
    list_organisations(context, Phrase::CliClusters, page.clusters);
    std::vector<service::OrganisationBrief> clusters;
    for (const auto& visiting : page.visiting_clusters) clusters.push_back(visiting.organisation);
    list_organisations(context, Phrase::CliClustersWithMembers, clusters);
    clusters.clear();
    for (const auto& near : page.near_clusters) clusters.push_back(near.organisation);
    list_organisations(context, Phrase::CliClustersNear, clusters);
    section(context, Phrase::CliOrganisations, page.organisation_total);
    list_organisations(context, Phrase::CliOrganisations, page.organisations);
    std::vector<service::Ref> partners;
    for (const auto& partner : page.partner_regions) {
        partners.push_back({"region", partner.code,
                            fmt::format("{}, {} ({})", partner.name, partner.country_name, partner.count)});
    }
    list_refs(context, Phrase::CliPartnerRegions, partners);
    source_line(context, page.source, "");
}

}  // namespace kontor::cli
